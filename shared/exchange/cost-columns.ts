import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { derivedId } from '../values/id';
import { divideMoney, type Money } from '../values/money';
import type { Reading } from './answers';
import { parseHours } from './durations';
import type { ImportChoices, NewRecord } from './import-plan';
import { cellOf, type MappedTable } from './mapped-table';
import { currencyOfHeader, timeRows, type TimeRow } from './time-row';
import { t } from '../values/texts';

const COST_ROLES = ['costRate', 'costAmount'] as const;

/** Why cost in a file stays out; undefined where there is none, or it comes in. */
export function costColumnProblem(table: MappedTable, { costRates }: ImportChoices): string | undefined {
  const hasCost = table.table.rows.some((row) => COST_ROLES.some((role) => /[1-9]/.test(cellOf(table, row, role))));
  if (!hasCost || costRates) return undefined;
  return t('The file says what hours cost us. That stays out: only finance and partners keep cost rates, in the finance ledger.');
}

interface CostRow {
  readonly person: Id<'person'>;
  readonly date: string;
  readonly rate: Money;
}

/**
 * The cost rates that reports of hours bring: one from each day on which somebody's rate differs from the one that is valid
 * then. They are of the finance ledger and made only where `costRates` allows it; the team's records never hold them.
 */
export function costRatesOf(
  tables: readonly { readonly table: MappedTable; readonly reading: Reading }[],
  records: Records,
  { costRates }: ImportChoices,
): readonly NewRecord[] {
  if (!costRates) return [];
  const rows = tables
    .filter(({ table }) => table.format.type === 'timeEntry')
    .flatMap(({ table, reading }) => timeRows(table).flatMap((row) => costRow(row, table, reading)))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const valid = new Map<Id<'person'>, { readonly from: string; readonly hourlyCost: Money }[]>();
  const made: NewRecord[] = [];
  for (const { person, date, rate } of rows) {
    const known = valid.get(person) ?? records.of('costRate', 'person', person).map(({ from, hourlyCost }) => ({ from, hourlyCost }));
    const now = known.filter(({ from }) => from <= date).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.hourlyCost;
    valid.set(person, known);
    if (now && now.amount === rate.amount && now.currency === rate.currency) continue;
    if (known.some(({ from }) => from === date)) continue;
    known.push({ from: date, hourlyCost: rate });
    made.push({
      id: derivedId('costRate', 'import', `${person}/${date}`),
      type: 'costRate',
      values: { person, from: date, hourlyCost: rate },
    });
  }
  return made;
}

function costRow(row: TimeRow, table: MappedTable, reading: Reading): readonly CostRow[] {
  const person = row.row.damage === undefined && row.person !== '' ? reading.owner(row.person) : undefined;
  const day = reading.date('date', row.cell('date'));
  const rate = rateOf(row, table, reading);
  return person && day.ok && rate && rate.amount > 0 ? [{ person, date: day.value.date, rate }] : [];
}

function rateOf(row: TimeRow, table: MappedTable, reading: Reading): Money | undefined {
  const read = (role: string): Money | undefined => {
    if (row.cell(role) === '') return undefined;
    const money = reading.money(role, row.cell(role), row.cell('currency') || currencyOfHeader(table, role));
    return money.ok ? money.value : undefined;
  };
  const rate = read('costRate');
  if (rate) return rate;
  const hours = parseHours(row.cell('hours'));
  const cost = read('costAmount');
  return cost && hours.ok ? divideMoney(cost, hours.value) : undefined;
}
