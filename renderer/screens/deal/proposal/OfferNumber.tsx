import { NumberInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import classes from './Offer.module.css';
import { t } from '#shared/values/texts';

interface OfferNumberProps {
  readonly label: string;
  readonly value: number | undefined;
  /** The value in words; nothing where there is none. */
  readonly shown: string | undefined;
  readonly decimals: number;
  readonly editable: boolean;
  /** What was current when the edit began comes back with the new value, so that a value which arrived meanwhile clashes. */
  readonly onBegin: () => void;
  readonly onSave: (value: number | null) => void;
}

/** A number in a column of numbers: right-aligned, changed where it stands. Enter or leaving it saves, Esc forgets. */
export function OfferNumber({ label, value, shown, decimals, editable, onBegin, onSave }: OfferNumberProps) {
  const [draft, setDraft] = useState<number | string>();
  if (!editable) return <span className={classes.number}>{shown ?? '–'}</span>;
  if (draft === undefined) {
    const begin = (): void => {
      onBegin();
      setDraft(value ?? '');
    };
    return (
      <button
        type="button"
        className={classes.number}
        data-editable
        data-empty={!shown || undefined}
        aria-label={t('Edit {{label}}', { label })}
        onClick={begin}
      >
        {shown ?? t('Add')}
      </button>
    );
  }
  const save = (): void => {
    setDraft(undefined);
    const next = typeof draft === 'number' ? draft : null;
    if (next !== (value ?? null)) onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') save();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setDraft(undefined);
  };
  return (
    <NumberInput
      size="xs"
      aria-label={label}
      autoFocus
      hideControls
      min={0}
      decimalScale={decimals}
      thousandSeparator=","
      classNames={{ input: classes.input ?? '' }}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
