import type { Change, Command } from '#shared/ledger/command';
import type { RecordId } from '#shared/ledger/entry';
import { PHASES } from '#shared/records/deal';

/** A small repeatable source of chance (mulberry32): the same seed makes the same records on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'billing system nightly file drop agreed workshop scope invoice warranty rollout migration ledger approval supplier portal delivery margin catalogue order stock interface customs training acceptance change request buyer finance director timeline budget integration warehouse pricing audit'.split(
    ' ',
  );
/** All that a deal on its road can be in: neither lost nor on hold. */
const ROAD = PHASES.slice(0, 11);

const body = (n: number): string => n.toString(32).toUpperCase().padStart(26, '0');
const sentence = (chance: () => number, words: number): string =>
  Array.from({ length: words }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(' ');

/** One generated record: what the creation sets, and two later edits. */
export interface BenchRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly created: Readonly<Record<string, string | number | boolean | { amount: number; currency: string }>>;
  readonly edits: readonly Readonly<Record<string, string | number>>[];
}

/** `count` records of about 600 bytes of JSON each: 1 in 10 a deal, 5 moments, 2 scope lines, 1 commitment, 1 ticket. */
export function benchRecords(count: number, seed = 7): BenchRecord[] {
  const chance = seeded(seed);
  let deal: RecordId = `deal:${body(0)}`;
  return Array.from({ length: count }, (_, n) => {
    if (n % 10 === 0) deal = `deal:${body(n)}`;
    return n % 10 === 0 ? dealRow(n, chance) : partOfDeal(n, deal, chance);
  });
}

function dealRow(n: number, chance: () => number): BenchRecord {
  const phase = ROAD[Math.floor(chance() * ROAD.length)] ?? 'discovery';
  const amount = { amount: Math.floor(chance() * 40_000_000), currency: n % 3 === 0 ? 'GBP' : 'EUR' };
  return {
    id: `deal:${body(n)}`,
    type: 'deal',
    created: {
      account: `account:${body(n % 500)}`,
      name: `${sentence(chance, 4)} ${n}`,
      phase: 'discovery',
      billingModel: 'fixed',
      amount,
      ae: `person:${body(n % 14)}`,
      pm: `person:${body((n + 5) % 14)}`,
      expectedClose: '2026-12-31',
      whyTheyBought: sentence(chance, 45),
    },
    edits: [{ phase }, { health: 'amber', department: sentence(chance, 2) }],
  };
}

function partOfDeal(n: number, deal: RecordId, chance: () => number): BenchRecord {
  const place = n % 10;
  const made = place < 6 ? momentRow : place < 8 ? scopeLineRow : place < 9 ? commitmentRow : ticketRow;
  return made(n, deal, chance);
}

const idOf = (type: string, n: number): RecordId => `${type}:${body(n)}`;

/** A moment is evidence: its words never change, where it is filed and who took part does. */
function momentRow(n: number, deal: RecordId, chance: () => number): BenchRecord {
  const words = { subject: sentence(chance, 6), body: sentence(chance, 60) };
  const created = { deal, kind: 'e-mail', at: '2026-05-04T09:30:00.000Z', from: 'priya@client.example', ...words };
  const edits = [{ account: idOf('account', n % 500) }, { account: idOf('account', (n + 1) % 500) }];
  return { id: idOf('moment', n), type: 'moment', created, edits };
}

function scopeLineRow(n: number, deal: RecordId, chance: () => number): BenchRecord {
  const words = { title: sentence(chance, 6), included: sentence(chance, 25), why: sentence(chance, 25) };
  const created = { deal, ...words, status: 'in', origin: 'SOW', plannedHours: 40 };
  const edits: BenchRecord['edits'] = [{ title: sentence(chance, 6) }, { remainingHours: n % 40 }];
  return { id: idOf('scopeLine', n), type: 'scopeLine', created, edits };
}

function commitmentRow(n: number, deal: RecordId, chance: () => number): BenchRecord {
  const words = { text: sentence(chance, 25), quote: sentence(chance, 30) };
  const created = { deal, ...words, channel: 'call', kind: 'courtesy', decision: 'open', fulfilment: 'open' };
  const edits: BenchRecord['edits'] = [{ channel: 'e-mail' }, { decision: 'honour free' }];
  return { id: idOf('commitment', n), type: 'commitment', created, edits };
}

function ticketRow(n: number, deal: RecordId, chance: () => number): BenchRecord {
  const created = { deal, kind: 'question', title: sentence(chance, 6), detail: sentence(chance, 55), status: 'open' };
  const edits: BenchRecord['edits'] = [{ title: sentence(chance, 6) }, { due: '2026-12-01' }];
  return { id: idOf('ticket', n), type: 'ticket', created, edits };
}

/** The commands that make these records: all creations, then both edits of each, one command a change. */
export function benchCommands(records: readonly BenchRecord[]): Command[] {
  const change = (record: RecordId, set: Change['set'], act: string): Command => ({ act, changes: [{ record, set }] });
  const created = records.map((r) => change(r.id, r.created, `${r.type}.create`));
  const edited = [0, 1].flatMap((turn) => records.map((r) => change(r.id, r.edits[turn] ?? {}, `${r.type}.edit`)));
  return [...created, ...edited];
}

/** A record in its last state: what the peers hold. */
export const lastState = (record: BenchRecord): Record<string, unknown> & { id: string; type: string; phase: string } => ({
  phase: '',
  ...record.created,
  ...record.edits[0],
  ...record.edits[1],
  id: record.id,
  type: record.type,
});

/** As many words as people write beside those that every firm has: names, places, part numbers, slips. */
const RARE_WORDS = 40_000;
const SYLLABLES = 'ba re mi to ku sel dor van lin gra pet osk ulm chi fro nau wex yor tal ber'.split(' ');

/** A word that looks like one; the lower the number, the more often it is drawn (a long tail, as in any language). */
function rareWord(chance: () => number): string {
  let number = Math.floor(RARE_WORDS ** chance() * 1.7) + 31;
  let word = '';
  for (; number > 0; number = Math.floor(number / SYLLABLES.length)) word += SYLLABLES[number % SYLLABLES.length];
  return word;
}

/** What one firm wrote and heard: `count` moments of about 66 words, one in eight of them rare, a deal for every 100 and a promise for every 20. */
export function momentCommands(count: number, seed = 13): Command[] {
  const chance = seeded(seed);
  const prose = (words: number): string =>
    Array.from({ length: Math.ceil(words / 8) }, () => `${sentence(chance, 7)} ${rareWord(chance)}`).join(' ');
  const make = (id: RecordId, set: Change['set']): Command => ({ act: 'bench.make', changes: [{ record: id, set }] });
  return Array.from({ length: count }, (_, n): Command[] => {
    const deal = idOf('deal', Math.floor(n / 100));
    const words = { subject: sentence(chance, 6), body: `${prose(24)}. We will ${prose(16)}. ${prose(20)}.` };
    const moment = make(idOf('moment', n), {
      deal,
      kind: 'e-mail',
      at: '2026-05-04T09:30:00.000Z',
      from: 'priya@client.example',
      ...words,
    });
    const promise = { deal, text: prose(24), quote: prose(24), channel: 'call', kind: 'courtesy', decision: 'open', fulfilment: 'open' };
    return [
      ...(n % 100 === 0 ? [make(deal, { name: `Deal ${n}`, phase: 'discovery', account: idOf('account', n % 500) })] : []),
      moment,
      ...(n % 20 === 0 ? [make(idOf('commitment', n), promise)] : []),
    ];
  }).flat();
}
