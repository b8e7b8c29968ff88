import { SegmentedControl } from '@mantine/core';
import { instantOfAt } from '#shared/ledger/clock';
import type { EntryId } from '#shared/ledger/entry';
import type { ToldEntry } from '#shared/records/act-label';
import { ActSentence } from '../../../components/ActSentence';
import { instantText } from '../../../components/text-of';
import { useDeviceName } from '../../../components/use-device-name';
import classes from './HistoryTab.module.css';
import { t } from '#shared/values/texts';

/** Which moment is held against now. */
export type Compared = { readonly kind: 'now' } | { readonly kind: 'signed' } | { readonly kind: 'act'; readonly entry: EntryId };

interface MomentChoiceProps {
  readonly compared: Compared;
  /** The act after which the deal is shown. */
  readonly told: ToldEntry | undefined;
  /** When it took effect, in milliseconds. */
  readonly at: number;
  /** The deal has a signature. */
  readonly signed: boolean;
  /** Entries that were written before the signature and became known only after it. */
  readonly arrivedLate: number;
  readonly onChoose: (compared: Compared) => void;
}

/** Says in words which moment is shown, and leads to the two that everybody asks for. */
export function MomentChoice({ compared, told, at, signed, arrivedLate, onChoose }: MomentChoiceProps) {
  const deviceName = useDeviceName();
  return (
    <header className={classes.moment}>
      <div className={classes.momentWords}>
        <h2 className={classes.when}>{headingOf(compared, at)}</h2>
        {told ? (
          <p className={classes.act}>
            <ActSentence entry={told.entry} sentence={told.sentence} />
            {told.entry.why && !told.sentence.includes(told.entry.why) ? `: “${told.entry.why}”` : ''}
            <span className={classes.device}>
              {' '}
              · {instantText(instantOfAt(told.entry.at))} · {deviceName(told.entry.id)}
            </span>
          </p>
        ) : null}
        {compared.kind === 'signed' && arrivedLate > 0 ? <p className={classes.device}>{lateText(arrivedLate)}</p> : null}
      </div>
      <SegmentedControl
        className={classes.choice}
        size="xs"
        aria-label={t('Moment to show')}
        value={compared.kind}
        onChange={(kind) => onChoose(kind === 'signed' ? { kind } : { kind: 'now' })}
        data={[
          ...(compared.kind === 'act' ? [{ value: 'act', label: t('This moment') }] : []),
          ...(signed ? [{ value: 'signed', label: t('As signed') }] : []),
          { value: 'now', label: t('Now') },
        ]}
      />
    </header>
  );
}

function headingOf(compared: Compared, at: number): string {
  switch (compared.kind) {
    case 'now':
      return t('The deal now');
    case 'signed':
      return t('As signed on {{instantText}}', { instantText: instantText(new Date(at).toISOString()) });
    case 'act':
      return t('On {{instantText}}', { instantText: instantText(new Date(at).toISOString()) });
  }
}

function lateText(count: number): string {
  return count === 1
    ? t('One edit from before the signature arrived after it. It is no part of what was signed.')
    : t('{{number}} edits from before the signature arrived after it. They are no part of what was signed.', { number: count });
}
