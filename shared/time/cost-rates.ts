import type { Command } from '../ledger/command';
import type { CalendarDateText, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { CostRate, TimeEntry } from '../records/registry';
import { archiveRecord, createRecord, editRecord } from '../records/write';
import { sumHours } from '../ticket/hours';
import { isDate } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import { byKey } from './by-key';
import type { RateOwner } from './rate-card';
import { roleKey } from './role-key';
import type { TimeError } from './time-error';
import { t } from '../values/texts';

/** What an hour of one person or role costs, from day to day. */
export interface RateHistory {
  readonly owner: RateOwner;
  /** The latest first. */
  readonly rates: readonly CostRate[];
  readonly problems: readonly RateProblem[];
}

/** What is wrong with a history: `overlap`: two rates begin on one day; `gap`: hours before the first rate. */
export interface RateProblem {
  readonly kind: 'overlap' | 'gap' | 'two currencies';
  readonly message: string;
}

const keyOf = ({ person, role }: Pick<CostRate, 'person' | 'role'>): string => person ?? `role ${roleKey(role)}`;

/** Every history of rates, people first. Empty where this client holds no finance ledger. */
export function rateHistories(records: Records): readonly RateHistory[] {
  const groups = byKey(records.all('costRate'), keyOf);
  const histories = [...groups.values()].flatMap((rates): readonly RateHistory[] => {
    const [first] = rates;
    if (!first) return [];
    const owner: RateOwner = first.person ? { person: first.person } : { role: first.role ?? '' };
    return [{ owner, rates: rates.toSorted((a, b) => (a.from < b.from ? 1 : -1)), problems: problemsOf(records, owner, rates) }];
  });
  return histories.toSorted((a, b) => Number('role' in a.owner) - Number('role' in b.owner));
}

function problemsOf(records: Records, owner: RateOwner, rates: readonly CostRate[]): readonly RateProblem[] {
  return [...overlaps(rates), ...gap(records, owner, rates), ...currencies(owner, rates)];
}

/** By currency: work in another one is costed by rates of its own. */
function overlaps(rates: readonly CostRate[]): readonly RateProblem[] {
  const days = byKey(rates, ({ from, hourlyCost }) => `${from} ${hourlyCost.currency}`);
  return [...days.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      kind: 'overlap',
      message: t('{{same}} rates begin on {{from}}. Only one of them can hold: remove the other.', {
        same: same.length,
        from: same[0]?.from,
      }),
    }));
}

function gap(records: Records, owner: RateOwner, rates: readonly CostRate[]): readonly RateProblem[] {
  if (!('person' in owner)) return [];
  const first = rates.map(({ from }) => from).sort()[0] ?? '';
  const before = records.of('timeEntry', 'person', owner.person).filter(({ date }) => date < first);
  if (before.length === 0) return [];
  const from = before.map(({ date }) => date).sort()[0] ?? '';
  return [
    {
      kind: 'gap',
      message: t('{{before}} h from {{from}} on lie before the first rate, {{first}}.', { before: sumHours(before), from, first }),
    },
  ];
}

function currencies(owner: RateOwner, rates: readonly CostRate[]): readonly RateProblem[] {
  const codes = [...new Set(rates.map(({ hourlyCost }) => hourlyCost.currency))];
  if (!('person' in owner) || codes.length < 2) return [];
  return [
    {
      kind: 'two currencies',
      message: t('Rates in {{codes}}: hours are costed in the currency of their deal only.', { codes: codes.join(' and ') }),
    },
  ];
}

export interface RateFrom {
  readonly owner: RateOwner;
  readonly from: CalendarDateText;
  readonly hourlyCost: MoneyValue | undefined;
}

/**
 * Sets what an hour costs from a day on; the rate before ends there. Its id follows from whose it is, the day and the
 * currency, so that two who set it offline meet in a clash.
 */
export function setCostRate(records: Records, { owner, from, hourlyCost }: RateFrom): Result<Command, TimeError> {
  if ('role' in owner && !owner.role.trim()) return err({ message: t('Say whose rate it is: a person’s or a role’s.') });
  if (!isDate(from)) return err({ message: t('Say from which day on it holds.') });
  if (!hourlyCost || hourlyCost.amount <= 0) return err({ message: t('Say what an hour costs.') });
  const whose = 'person' in owner ? { person: owner.person } : { role: owner.role.trim() };
  const id = derivedId('costRate', keyOf(whose), `${from} ${hourlyCost.currency}`);
  const telling = { act: 'costRate.set' };
  const same = records
    .all('costRate')
    .find((rate) => keyOf(rate) === keyOf(whose) && rate.from === from && rate.hourlyCost.currency === hourlyCost.currency);
  if (same) return ok(editRecord('costRate', same, { hourlyCost }, telling));
  const there = records.get('costRate', id);
  if (!there) return ok(createRecord('costRate', id, { ...whose, from, hourlyCost }, telling));
  return ok({ ...telling, changes: [{ record: id, set: { archived: null, from, hourlyCost } }] });
}

/** Takes a rate away that was set wrongly. Hours of its days are costed by the one before, or by none. */
export const removeCostRate = (rate: CostRate): Command => archiveRecord(rate, { act: 'costRate.remove' });

/** Hours of a person that nobody can cost. */
export interface UncostedHours {
  readonly person: TimeEntry['person'];
  readonly hours: number;
  readonly from: CalendarDateText;
  readonly entries: readonly TimeEntry[];
}

/** Hours that have no rate, by person, the most first. */
export function uncostedHours(entries: readonly TimeEntry[]): readonly UncostedHours[] {
  const people = byKey(entries, ({ person }) => person);
  return [...people]
    .map(([, own]): UncostedHours => {
      const days = own.map(({ date }) => date).sort();
      return { person: (own[0] as TimeEntry).person, hours: sumHours(own), from: days[0] ?? '', entries: own };
    })
    .toSorted((a, b) => b.hours - a.hours);
}
