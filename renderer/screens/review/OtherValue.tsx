import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { overlapsIn } from '#shared/ledger/text-overlap';
import type { Field } from '#shared/records/define-record';
import { FieldInput } from '../../components/FieldInput';
import { Kbd } from '../../components/Kbd';
import { type Draft, isProse } from './draft';
import classes from './ReviewPanel.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface OtherValueProps {
  readonly declared: Field;
  readonly draft: Draft;
  readonly onBegin: () => void;
  readonly onChange: (value: unknown) => void;
  readonly onCancel: () => void;
  readonly onSettle: () => void;
}

/** A value that nobody wrote yet, by the control of the field. Prose begins as a text that keeps what everybody wrote. */
export function OtherValue({ declared, draft, onBegin, onChange, onCancel, onSettle }: OtherValueProps) {
  const prose = isProse(declared);
  if (draft.kind !== 'other') {
    return (
      <Button
        variant="default"
        size="xs"
        className={classes.other ?? ''}
        leftSection={<IconPencil size={14} />}
        rightSection={<Kbd keys="e" />}
        onClick={onBegin}
      >
        {prose ? t('Write one that keeps both') : t('Something else')}
      </Button>
    );
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (settles(event, declared)) {
      event.preventDefault();
      event.stopPropagation();
      onSettle();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the control inside
    <section className={classes.editor} aria-label={t('Something else')} onKeyDown={onKeyDown}>
      <h3 className={classes.caption}>{prose ? t('A text that keeps what everybody wrote') : t('Something else')}</h3>
      <FieldInput field={declared} label="" autoFocus value={draft.value} error={draft.problem} onChange={onChange} />
      <span className={classes.hint}>
        <Sentence
          text={t('<value/><kbd/> settles, <kbd2/> goes back')}
          parts={{ value: prose ? <Overlaps text={draft.value} /> : null, kbd: <Kbd keys="mod+enter" />, kbd2: <Kbd keys="escape" /> }}
        />
      </span>
    </section>
  );
}

function Overlaps({ text }: { readonly text: unknown }) {
  const count = typeof text === 'string' ? overlapsIn(text) : 0;
  if (count === 0) return <span>{t('No overlap is left. ')}</span>;
  return (
    <strong className={classes.overlaps}>
      {t('{{value}} where they wrote over each other: choose the words between [[ and ]]. ', {
        value: count === 1 ? t('One place') : t('{{number}} places', { number: count }),
      })}
    </strong>
  );
}

const TYPED: ReadonlySet<Field['kind']> = new Set(['number', 'money', 'date']);

/** Lists take Enter for themselves, prose begins a line with it. */
function settles(event: KeyboardEvent, declared: Field): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented) return false;
  return event.ctrlKey || event.metaKey || TYPED.has(declared.kind) || (declared.kind === 'text' && !declared.multiline);
}
