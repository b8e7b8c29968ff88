import type { RecordId } from '../ledger/entry';
import type { Records } from '../records/records';
import { typeOf, type AnyRecord } from '../records/registry';
import { keysOf, linksAt, recordOfKey, stageOfKey, STAGES, type Link, type Stage, type TraceKey } from './trace-links';

/** A record at one place of the way from the first words to the money. */
export interface TraceNode {
  readonly key: TraceKey;
  readonly stage: Stage;
  readonly id: RecordId;
  /** Seen from where the trace begins. */
  readonly side: 'before' | 'start' | 'after';
  /** `missing`: something names it, and it is not in this workspace. Its own links are not known then. */
  readonly state: 'held' | 'archived' | 'missing';
  /** Before the start, with nothing behind it although it is not words: nobody has said where it comes from. */
  readonly open: boolean;
}

export interface Trace {
  readonly start: RecordId;
  /** In the order of the stages, within one by id. */
  readonly nodes: readonly TraceNode[];
  /** Between these nodes, each once. */
  readonly links: readonly Link[];
}

/**
 * From a record back to the words that it came of, and on to what came of it. Total on any records: circles end where they
 * close, what is missing is said. LAW: among records that are not archived, b is reached forwards from a exactly if a is reached
 * backwards from b.
 */
export function traceOf(start: RecordId, records: Records): Trace {
  const starts = keysOf(start, records);
  const back = reached(starts, 'before', records);
  const on = reached(starts, 'after', records);
  const all = new Set([...starts, ...back, ...on]);
  const links = linksAmong(all, records);
  const hasCause = new Set(links.map(({ effect }) => effect));
  const begun = new Set(starts);
  const nodes = [...all].map((key): TraceNode => {
    const side = begun.has(key) ? 'start' : back.has(key) ? 'before' : 'after';
    const [stage, state] = [stageOfKey(key), stateOf(recordOfKey(key), records)];
    const open =
      side !== 'after' && state !== 'missing' && stage !== 'words' && !hasCause.has(key) && !isOfWholeDeal(recordOfKey(key), records);
    return { key, stage, id: recordOfKey(key), side, state, open };
  });
  return { start, nodes: nodes.sort(byStage), links };
}

/** Work on the offer, or on all lines at once, answers the deal as a whole and no single promise. */
function isOfWholeDeal(id: RecordId, records: Records): boolean {
  const ticket = records.get('ticket', id);
  return ticket !== undefined && (ticket.kind === 'proposal construction' || ticket.deliverableLines.length > 0);
}

/** Every place that is reached from these, they themselves left out. */
export function reached(starts: readonly TraceKey[], side: 'before' | 'after', records: Records): ReadonlySet<TraceKey> {
  const seen = new Set<TraceKey>(starts);
  const found = new Set<TraceKey>();
  const queue = [...starts];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const { cause, effect } of linksAt(place, records)) {
      const next = side === 'before' ? cause : effect;
      if ((side === 'before' ? effect : cause) !== place || seen.has(next)) continue;
      seen.add(next);
      found.add(next);
      queue.push(next);
    }
  }
  return found;
}

function linksAmong(places: ReadonlySet<TraceKey>, records: Records): readonly Link[] {
  const links = new Map<string, Link>();
  for (const place of places)
    for (const link of linksAt(place, records))
      if (link.effect === place && places.has(link.cause)) links.set(`${link.cause} ${link.effect}`, link);
  return [...links.values()];
}

/** The record behind an id, whatever its type. */
export function recordAt(id: RecordId, records: Records): AnyRecord | undefined {
  const type = typeOf(id);
  return type && records.get(type, id);
}

function stateOf(id: RecordId, records: Records): TraceNode['state'] {
  const record = recordAt(id, records);
  return record === undefined ? 'missing' : record.archived === true ? 'archived' : 'held';
}

const byStage = (a: TraceNode, b: TraceNode): number =>
  STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
