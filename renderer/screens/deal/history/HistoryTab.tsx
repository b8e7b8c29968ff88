import { memo, useDeferredValue, useMemo, useState } from 'react';
import { isBookkeeping } from '#shared/deal/story';
import { signatureOf } from '#shared/deal/then-and-now';
import { arrivedAfter } from '#shared/ledger/as-of';
import type { Entry } from '#shared/ledger/entry';
import { tellHistory, type ToldEntry } from '#shared/records/act-label';
import type { Deal } from '#shared/records/registry';
import { instantText } from '../../../components/text-of';
import { useWording } from '../../../components/use-wording';
import columns from '../deal-columns.module.css';
import { ActList, type Bookings } from './ActList';
import { ComparedDeal } from './ComparedDeal';
import type { SentenceOf } from './ComparedFields';
import { hadBy, recordsAsFrozen, replayDeal } from './deal-replay';
import { HistorySlider } from './HistorySlider';
import classes from './HistoryTab.module.css';
import { MomentChoice, type Compared } from './MomentChoice';
import { usePhaseMarks } from './use-phase-marks';
import { t } from '#shared/values/texts';

interface HistoryTabProps {
  readonly deal: Deal;
  readonly history: readonly Entry[];
}

/** Any past moment of the whole deal, held against now. */
export function HistoryTab({ deal, history }: HistoryTabProps) {
  const [bookings, setBookings] = useState<Bookings['are']>('left out');
  const acts = useMemo(() => history.filter((entry) => !isBookkeeping(entry)), [history]);
  return (
    <DealHistory
      deal={deal}
      entries={bookings === 'shown' ? history : acts}
      bookings={{ count: history.length - acts.length, are: bookings }}
      onBookings={setBookings}
    />
  );
}

interface DealHistoryProps {
  readonly deal: Deal;
  readonly entries: readonly Entry[];
  readonly bookings: Bookings;
  readonly onBookings: (are: Bookings['are']) => void;
}

function DealHistory({ deal, entries, bookings, onBookings }: DealHistoryProps) {
  const wording = useWording();
  const replay = useMemo(() => replayDeal(entries), [entries]);
  const told = useMemo(() => tellHistory(entries, wording), [entries, wording]);
  const sentenceOf = useMemo(() => sentences(told), [told]);
  const signature = useMemo(() => signatureOf(deal.id, entries), [deal.id, entries]);
  const arrivedLate = useMemo(() => (signature ? arrivedAfter(entries, signature).length : 0), [entries, signature]);
  const phases = usePhaseMarks(deal.id, entries);
  const [compared, setCompared] = useState<Compared>({ kind: 'now' });
  const at = placeOf(compared, entries, signature);
  const moveTo = (act: number): void =>
    setCompared(act === entries.length - 1 ? { kind: 'now' } : { kind: 'act', entry: entries[act]?.id ?? '' });
  return (
    <div className={classes.history}>
      <div className={classes.time}>
        <HistorySlider
          times={replay.times}
          phases={phases}
          signed={signature && entries.indexOf(signature)}
          at={at}
          spoken={`${instantText(new Date(replay.times[at] ?? 0).toISOString())}: ${told[at]?.sentence ?? ''}`}
          onMove={moveTo}
        />
      </div>
      <div className={columns.columns} data-wide>
        <ActList told={told} times={replay.times} at={at} bookings={bookings} onPick={moveTo} onBookings={onBookings} />
        <section className={classes.state} aria-label={t('The deal at that moment')}>
          <MomentChoice
            compared={compared}
            told={told[at]}
            at={replay.times[at] ?? 0}
            signed={signature !== undefined}
            arrivedLate={arrivedLate}
            onChoose={setCompared}
          />
          {/* Follows the slider when there is time to: dragging never waits for the tables. */}
          <DealThen
            deal={deal.id}
            entries={entries}
            replay={replay}
            signature={signature}
            compared={useDeferredValue(compared)}
            sentenceOf={sentenceOf}
          />
        </section>
      </div>
    </div>
  );
}

interface DealThenProps {
  readonly deal: Deal['id'];
  readonly entries: readonly Entry[];
  readonly replay: ReturnType<typeof replayDeal>;
  readonly signature: Entry | undefined;
  readonly compared: Compared;
  readonly sentenceOf: SentenceOf;
}

const DealThen = memo(function DealThen({ deal, entries, replay, signature, compared, sentenceOf }: DealThenProps) {
  const at = placeOf(compared, entries, signature);
  const frozen = compared.kind === 'signed' ? signature : undefined;
  const then = useMemo(() => (frozen ? recordsAsFrozen(entries, frozen) : replay.recordsAt(at)), [frozen, entries, replay, at]);
  const now = useMemo(() => replay.recordsAt(entries.length - 1), [replay, entries]);
  const known = useMemo(() => (frozen ? hadBy(entries, frozen) : upTo(entries, at)), [frozen, entries, at]);
  return (
    <ComparedDeal
      deal={deal}
      then={then}
      now={now}
      entries={entries}
      known={known}
      isNow={compared.kind === 'now'}
      sentenceOf={sentenceOf}
    />
  );
});

function sentences(told: readonly ToldEntry[]): SentenceOf {
  const byEntry = new Map(told.map(({ entry, sentence }) => [entry.id, sentence]));
  return (entry) => byEntry.get(entry.id) ?? '';
}

/** Number of the entry at which the slider stands; what is not in the list any more stands at now. */
function placeOf(compared: Compared, entries: readonly Entry[], signature: Entry | undefined): number {
  const wanted = compared.kind === 'signed' ? signature?.id : compared.kind === 'act' ? compared.entry : undefined;
  const found = wanted === undefined ? -1 : entries.findIndex(({ id }) => id === wanted);
  return found < 0 ? entries.length - 1 : found;
}

function upTo(entries: readonly Entry[], at: number): (entry: Entry) => boolean {
  const known = new Set(entries.slice(0, at + 1));
  return (entry) => known.has(entry);
}
