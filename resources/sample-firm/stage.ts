import type { Command } from '#shared/ledger/command';
import type { Json, LedgerName, RecordId } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import { definitionOf, isOfType, typeOf, type AnyRecord, type RecordOf, type RecordType } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import { recordsOf } from '#shared/records/records-from';
import { viewRecord } from '#shared/records/view';
import { addDays } from '#shared/values/calendar';
import { derivedId } from '#shared/values/id';
import type { Result } from '#shared/values/result';
import type { PersonKey } from './people';
import type { Day } from './script';

/** One command of one person at one moment of the past. */
export interface Scene {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Id<'person'>;
  readonly ledger: LedgerName;
  readonly command: Command;
}

/** What somebody will do when the time comes; nothing where the moment no longer calls for it. */
export interface Cue {
  readonly at: number;
  readonly by: PersonKey;
  readonly tell: (stage: Stage) => Command | Result<Command, { readonly message: string }> | undefined;
}

/** The same id for the same key, whatever the day: two laptops that open the sample firm hold the same records. */
export function sampleId<T extends string>(type: T, key: string): Id<T> {
  const name = `${type} ${key}`;
  let id = ids.get(name);
  if (id === undefined) ids.set(name, (id = derivedId(type, 'sample-firm', key)));
  return id as Id<T>;
}

/** Each id is asked for many times in the telling, and costs a hash. */
const ids = new Map<string, Id<string>>();

/** The state of the firm at one moment, as far as the story has been told. */
export class Stage {
  private readonly stored = new Map<RecordId, Record<string, Json>>();
  /** As readers see them, made when first asked for. */
  private readonly views = new Map<RecordId, AnyRecord>();
  /** What the rules of an offer look at, by deal. */
  private readonly offered = new Map<Json | undefined, Set<RecordId>>();
  private readonly numbers = new Map<string, number>();
  readonly scenes: Scene[] = [];
  readonly calendar: Calendar;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  /** The record as it is at this moment of the story; a script that names one that is not there is wrong. */
  get<T extends RecordType>(type: T, id: Id<T>): RecordOf<T> {
    const record = isOfType(type, id) ? (this.view(id) as RecordOf<T> | undefined) : undefined;
    if (!record) throw new Error(`The story speaks of ${id} before it exists`);
    return record;
  }

  has(id: RecordId): boolean {
    return this.stored.has(id);
  }

  /** Everything as it is at this moment of the story, for rules that look around. */
  records(): Records {
    return recordsOf([...this.stored.keys()].flatMap((id) => this.view(id) ?? []));
  }

  /** One deal with what its offers rest on, and the people: for rules that look no further, and are asked often. */
  recordsOf(deal: Id<'deal'>): Records {
    const meant = [deal, EVERY_DEAL].flatMap((owner) => [...(this.offered.get(owner) ?? [])]);
    return recordsOf(meant.flatMap((id) => this.view(id) ?? []));
  }

  /** Consecutive numbers within a year: `2025-0114`. */
  nextNumber(year: string): string {
    const next = (this.numbers.get(year) ?? 100) + 1;
    this.numbers.set(year, next);
    return `${year}-${String(next).padStart(4, '0')}`;
  }

  private view(id: RecordId): AnyRecord | undefined {
    const known = this.views.get(id);
    if (known) return known;
    const values = this.stored.get(id);
    const view = values && viewRecord({ id, values });
    if (view) this.views.set(id, view);
    return view;
  }

  private placeByDeal(id: RecordId): void {
    const type = typeOf(id);
    if (type !== 'deal' && type !== 'person' && !OFFERED.has(type)) return;
    const values = this.stored.get(id) ?? {};
    const owner = type === 'deal' ? id : (values['deal'] ?? this.stored.get(values['proposal'] as RecordId)?.['deal'] ?? EVERY_DEAL);
    const placed = this.offered.get(owner);
    if (placed) placed.add(id);
    else this.offered.set(owner, new Set([id]));
  }

  perform({ at, by, tell }: Cue): void {
    const told = tell(this);
    if (!told) return;
    const command = 'ok' in told ? accepted(told) : told;
    if (!command.changes.length) return;
    for (const { record, set } of command.changes) {
      this.stored.set(record, { ...this.stored.get(record), ...set });
      this.views.delete(record);
      this.placeByDeal(record);
    }
    this.scenes.push({ at, by: sampleId('person', by), ledger: ledgerOf(command), command });
  }
}

const EVERY_DEAL = 'every deal';

function accepted(told: Result<Command, { readonly message: string }>): Command {
  if (!told.ok) throw new Error(`The story breaks a rule: ${told.error.message}`);
  return told.value;
}

function ledgerOf(command: Command): LedgerName {
  const type = command.changes[0]?.record.split(':')[0] as RecordType;
  return definitionOf(type).ledger;
}

/** What the rules of an offer look at. */
const OFFERED: ReadonlySet<RecordType | undefined> = new Set([
  'scopeLine',
  'constraint',
  'commitment',
  'concession',
  'blueprint',
  'milestone',
  'proposal',
  'proposalLine',
]);

const DAY_MS = 86_400_000;

/** Turns days from today into dates and moments. Nobody works at weekends, so those days move to Friday or Monday. */
export class Calendar {
  readonly today: string;
  private readonly dates = new Map<Day, string>();

  constructor(today: string) {
    this.today = today;
  }

  date(day: Day): string {
    let date = this.dates.get(day);
    if (date === undefined) {
      const plain = addDays(this.today, day);
      date = addDays(plain, shiftOf(plain));
      this.dates.set(day, date);
    }
    return date;
  }

  /** Milliseconds since 1970 of a minute of that day, in UTC. */
  moment(day: Day, minute: number): number {
    return Date.parse(`${this.date(day)}T00:00:00.000Z`) + minute * 60_000;
  }

  isWorkday(day: Day): boolean {
    const weekday = this.weekday(day);
    return weekday !== 0 && weekday !== 6;
  }

  isMonday(day: Day): boolean {
    return this.weekday(day) === 1;
  }

  /** The last working day of its month. */
  isMonthEnd(day: Day): boolean {
    if (!this.isWorkday(day)) return false;
    const next = day + (this.weekday(day) === 5 ? 3 : 1);
    return this.date(day).slice(0, 7) !== this.date(next).slice(0, 7);
  }

  /** 0 is Sunday. */
  private weekday(day: Day): number {
    return (((weekdayOf(this.today) + day) % 7) + 7) % 7;
  }
}

/** 0 is Sunday. */
const weekdayOf = (date: string): number => (Math.floor(Date.parse(date) / DAY_MS) + 4) % 7;

function shiftOf(date: string): -1 | 0 | 1 {
  const weekday = weekdayOf(date);
  return weekday === 6 ? -1 : weekday === 0 ? 1 : 0;
}
