import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { NewLine } from '#shared/change-order/added-lines';
import type { MoneyValue } from '#shared/records/define-record';
import { MoneyInput } from '../../../components/MoneyInput';
import classes from './ChangePanel.module.css';
import { t } from '#shared/values/texts';

/** A work package while it is written: what is not filled in is null. */
export interface DraftLine {
  readonly key: number;
  readonly title: string;
  readonly hours: number | null;
  readonly price: MoneyValue | null;
}

/** The drafts as the rule wants them. */
export const newLines = (lines: readonly DraftLine[]): readonly NewLine[] =>
  lines.map(({ title, hours, price }) => ({ title, ...(hours === null ? {} : { hours }), ...(price ? { price } : {}) }));

interface PackagesProps {
  readonly lines: readonly DraftLine[];
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

/** The work packages that a change order adds: title, hours and price of each. */
export function Packages({ lines, onChange }: PackagesProps) {
  const next = Math.max(-1, ...lines.map(({ key }) => key)) + 1;
  return (
    <div className={classes.packages} role="group" aria-label={t('Work packages')}>
      {lines.map((line, at) => (
        <Package
          key={line.key}
          line={line}
          place={at + 1}
          onChange={(part) => onChange(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))}
          onLeaveOut={() => onChange(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        style={{ justifySelf: 'start' }}
        onClick={() => onChange([...lines, { key: next, title: '', hours: null, price: null }])}
      >
        {t('Another work package')}
      </Button>
    </div>
  );
}

interface PackageProps {
  readonly line: DraftLine;
  readonly place: number;
  readonly onChange: (part: Partial<DraftLine>) => void;
  readonly onLeaveOut: () => void;
}

function Package({ line, place, onChange, onLeaveOut }: PackageProps) {
  return (
    <div className={classes.package}>
      <TextInput
        aria-label={t('Title of work package {{place}}', { place })}
        placeholder={t('Title')}
        value={line.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <NumberInput
        aria-label={t('Hours of work package {{place}}', { place })}
        placeholder={t('Hours')}
        min={0}
        hideControls
        suffix=" h"
        value={line.hours ?? ''}
        onChange={(hours) => onChange({ hours: typeof hours === 'number' ? hours : null })}
      />
      <MoneyInput
        aria-label={t('Price of work package {{place}}', { place })}
        value={line.price ?? undefined}
        onChange={(price) => onChange({ price })}
      />
      <ActionIcon variant="subtle" color="gray" mt={4} aria-label={t('Leave out work package {{place}}', { place })} onClick={onLeaveOut}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}
