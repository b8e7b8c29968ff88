import { IconSignature } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { StoryItem } from '#shared/deal/story';
import { ActSentence } from '../../../components/ActSentence';
import { FieldValue } from '../../../components/FieldValue';
import { MoneyText } from '../../../components/MoneyText';
import { PersonName } from '../../../components/PersonName';
import { Sentence } from '../../../components/Sentence';
import { PhaseBadge } from '../../../components/PhaseBadge';
import { usePhaseName } from '../../../components/phase-names';
import { dateText } from '../../../components/text-of';
import { useRecord } from '../../../data/live';
import { clockText } from './clock-text';
import { ActIcon } from './ActIcon';
import { Expander } from './Expander';
import { MomentRow } from './MomentRow';
import { PromiseRow } from './PromiseRow';
import { isSignature, type StoryRow } from './story-rows';
import classes from './StoryRow.module.css';
import { t } from '#shared/values/texts';

interface StoryRowViewProps {
  readonly row: StoryRow;
  readonly reading: boolean;
  readonly onOpen: (moment: string) => void;
}

/** One line of the timeline. Memoised: scrolling must not draw what has not changed. */
export const StoryRowView = memo(function StoryRowView({ row, reading, onOpen }: StoryRowViewProps) {
  if (row.kind === 'day') return <DayHeading day={row.day} phase={row.phase} />;
  const { item } = row;
  switch (item.kind) {
    case 'moment':
      return <MomentRow item={item} reading={reading} onOpen={onOpen} />;
    case 'promise':
      return <PromiseRow promise={item.promise} />;
    case 'phase':
      return isSignature(item) ? <SignatureRow item={item} /> : <ActRow item={item} />;
    case 'act':
      return <ActRow item={item} />;
  }
});

function DayHeading({ day, phase }: Pick<Extract<StoryRow, { kind: 'day' }>, 'day' | 'phase'>) {
  const name = usePhaseName(phase);
  return (
    <div className={classes.day}>
      {dateText(day)}
      <span className={classes.phase}>{name}</span>
    </div>
  );
}

type Told = Extract<StoryItem, { readonly told: unknown; readonly kind: 'act' | 'phase' }>;

/** The bar that the deal crosses, drawn where it crossed it. */
function SignatureRow({ item }: { readonly item: Told }) {
  const deal = useRecord('deal', item.told.entry.deal);
  const signed = item.told.changes.find(({ field }) => field === 'amount')?.to as { amount: number; currency: string } | undefined;
  return (
    <div className={classes.signature} data-main tabIndex={0}>
      <span className={classes.bar} />
      <span className={classes.signed}>
        <IconSignature size={18} stroke={1.75} aria-hidden />
        <strong>{t('Signed')}</strong>
        <MoneyText value={signed ?? deal?.amount} whole />
        <span className={classes.by}>
          <ActSentence entry={item.told.entry} sentence={item.told.sentence} />
        </span>
      </span>
      <span className={classes.bar} />
    </div>
  );
}

/** Something that was done, in a sentence; its values and reason open beneath it. */
function ActRow({ item }: { readonly item: Told }) {
  const [open, setOpen] = useState(false);
  const { entry, sentence, changes } = item.told;
  const shown = changes.filter(({ declared }) => declared && !declared.internal);
  const expandable = shown.length > 0 || entry.why !== undefined;
  return (
    <article className={classes.row} data-kind={item.kind}>
      <span className={classes.icon}>
        <ActIcon act={entry.act} />
      </span>
      <div className={classes.content}>
        <button
          type="button"
          className={classes.sentence}
          data-main
          aria-expanded={expandable ? open : undefined}
          onClick={() => setOpen(!open)}
        >
          <Sentence
            text={t('<person/> {{sentence}}', { sentence })}
            parts={{
              person: (
                <span className={classes.who}>
                  <PersonName id={entry.by as `person:${string}`} />
                </span>
              ),
            }}
          />{' '}
          {item.kind === 'phase' ? <PhaseBadge phase={item.to} /> : null}
        </button>
        {open && expandable ? (
          <dl className={classes.changes}>
            {shown.map((change, at) => (
              <div key={at} className={classes.change}>
                <dt>{change.label}</dt>
                <dd>{change.declared ? <ChangedValue change={change} /> : null}</dd>
              </div>
            ))}
            {entry.why ? (
              <div className={classes.change}>
                <dt>{t('Why')}</dt>
                <dd>{entry.why}</dd>
              </div>
            ) : null}
          </dl>
        ) : null}
      </div>
      {expandable ? <Expander open={open} label={sentence} onToggle={() => setOpen(!open)} /> : <span className={classes.noExpander} />}
      <time className={classes.time} dateTime={item.at}>
        {clockText(item.at)}
      </time>
    </article>
  );
}

/** The words of a set member stand for themselves; every other value is shown as its kind is written. */
function ChangedValue({ change }: { readonly change: Told['told']['changes'][number] }) {
  if (!change.declared || change.how === 'added' || change.how === 'removed' || change.how === 'redacted') return change.words;
  return (
    <>
      {change.from === undefined || change.from === null ? null : (
        <span className={classes.from}>
          <FieldValue field={change.declared} value={change.from} /> →{' '}
        </span>
      )}
      {change.to === null ? t('cleared') : <FieldValue field={change.declared} value={change.to} />}
    </>
  );
}
