import { Loader } from '@mantine/core';
import { useMemo, useState } from 'react';
import { signatureOf } from '#shared/deal/then-and-now';
import type { Entry } from '#shared/ledger/entry';
import { tellHistory } from '#shared/records/act-label';
import type { Deal } from '#shared/records/registry';
import { instantText } from '../../../components/text-of';
import { sideOf } from '../../../components/phase-side';
import { usePhaseNames } from '../../../components/phase-names';
import { useWording } from '../../../components/use-wording';
import columns from '../deal-columns.module.css';
import { phaseEntries } from '../phase-entries';
import { ActList } from './ActList';
import { ComparedDeal } from './ComparedDeal';
import { hadBy, recordsAsFrozen, replayDeal } from './deal-replay';
import { HistorySlider } from './HistorySlider';
import classes from './HistoryTab.module.css';
import { MomentChoice, type Compared } from './MomentChoice';

interface HistoryTabProps {
  readonly deal: Deal;
  readonly history: readonly Entry[] | undefined;
}

/** Any past moment of the whole deal, held against now. */
export function HistoryTab({ deal, history }: HistoryTabProps) {
  return history && history.length > 0 ? (
    <DealHistory deal={deal} entries={history} />
  ) : (
    <Loader size="sm" type="dots" aria-label="Reading the history" />
  );
}

function DealHistory({ deal, entries }: { readonly deal: Deal; readonly entries: readonly Entry[] }) {
  const wording = useWording();
  const nameOf = usePhaseNames();
  const replay = useMemo(() => replayDeal(entries), [entries]);
  const told = useMemo(() => tellHistory(entries, wording), [entries, wording]);
  const signature = useMemo(() => signatureOf(deal.id, entries), [deal.id, entries]);
  const [compared, setCompared] = useState<Compared>({ kind: 'now' });
  const last = entries.length - 1;
  const at = placeOf(compared, entries, signature);
  const phases = useMemo(() => phaseMarks(deal.id, entries, nameOf), [deal.id, entries, nameOf]);
  const then = useMemo(
    () => (compared.kind === 'signed' && signature ? recordsAsFrozen(entries, signature) : replay.recordsAt(at)),
    [compared.kind, signature, entries, replay, at],
  );
  const now = useMemo(() => replay.recordsAt(last), [replay, last]);
  const known = useMemo(() => knownTo(compared, entries, signature, at), [compared, entries, signature, at]);
  const moveTo = (act: number): void => setCompared(act === last ? { kind: 'now' } : { kind: 'act', entry: entries[act]?.id ?? '' });
  return (
    <div className={classes.history}>
      <div className={classes.time}>
        <HistorySlider
          times={replay.times}
          phases={phases}
          signed={signature ? entries.indexOf(signature) : undefined}
          at={at}
          spoken={`${instantText(new Date(replay.times[at] ?? 0).toISOString())}: ${told[at]?.sentence ?? ''}`}
          onMove={moveTo}
        />
      </div>
      <div className={columns.columns} data-wide>
        <ActList told={told} times={replay.times} at={at} onPick={moveTo} />
        <section className={classes.state} aria-label="The deal at that moment">
          <MomentChoice
            compared={compared}
            told={told[at]}
            at={replay.times[at] ?? 0}
            signed={signature !== undefined}
            onChoose={setCompared}
          />
          <ComparedDeal deal={deal.id} then={then} now={now} entries={entries} known={known} isNow={compared.kind === 'now'} />
        </section>
      </div>
    </div>
  );
}

/** Entry number at which the slider stands; what no longer exists stands at now. */
function placeOf(compared: Compared, entries: readonly Entry[], signature: Entry | undefined): number {
  const last = entries.length - 1;
  if (compared.kind === 'now') return last;
  const found =
    compared.kind === 'signed' ? (signature ? entries.indexOf(signature) : -1) : entries.findIndex(({ id }) => id === compared.entry);
  return found < 0 ? last : found;
}

function knownTo(compared: Compared, entries: readonly Entry[], signature: Entry | undefined, at: number): (entry: Entry) => boolean {
  if (compared.kind === 'signed' && signature) return hadBy(signature);
  const known = new Set(entries.slice(0, at + 1));
  return (entry) => known.has(entry);
}

function phaseMarks(deal: Deal['id'], entries: readonly Entry[], nameOf: ReturnType<typeof usePhaseNames>) {
  const places = new Map(entries.map((entry, act) => [entry.id, act]));
  return phaseEntries(entries, deal).map(({ phase, entry }) => ({
    act: places.get(entry.id) ?? 0,
    name: nameOf(phase),
    side: sideOf(phase),
  }));
}
