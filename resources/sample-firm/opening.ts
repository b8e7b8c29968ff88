import { firmFactId, firmFactKey, type FirmFact } from '#shared/records/firm-profile';
import { createRecord } from '#shared/records/write';
import { ACCOUNT_KEYS, ACCOUNTS, mailAddress, type AccountScript } from './accounts';
import { FIRM_DOMAIN } from './cast';
import { between, chanceFrom } from './chance';
import { PEOPLE, PERSON_KEYS, type PersonKey } from './people';
import { sampleId, type Calendar, type Cue } from './stage';

/** The first working days in the new app: people, clients, what an hour costs. A little more than two years ago. */
const FIRST_DAY = -762;
const HOUR = 60;

export function cuesOfOpening(calendar: Calendar): readonly Cue[] {
  const people = PERSON_KEYS.map((key, at) => personCue(calendar, key, at));
  const clients = ACCOUNT_KEYS.flatMap((key, at) => clientCues(calendar, key, at));
  return [...people, ...firmCues(calendar), ...clients, ...rateCues(calendar)];
}

/** What stands on everything that the firm prints. */
function firmCues(calendar: Calendar): readonly Cue[] {
  return Object.entries(FIRM).map(([fact, value], at) => {
    const values = { key: firmFactKey(fact as FirmFact), value };
    const tell = () => createRecord('firmSetting', firmFactId(fact as FirmFact), values, { act: 'setting.describeFirm' });
    return { at: calendar.moment(FIRST_DAY, 10 * HOUR + at), by: 'ruth', tell };
  });
}

const FIRM: Partial<Record<FirmFact, string>> = {
  address: 'Am Sandtorkai 50\n20457 Hamburg\nGermany',
  terms:
    'Net 30 days from the date of the invoice, without deduction. Travel is included within 50 km and agreed before it is booked beyond.',
  language: 'en-GB',
};

function personCue(calendar: Calendar, key: PersonKey, at: number): Cue {
  const { name, roles } = PEOPLE[key];
  const values = { name, email: mailAddress(name, FIRM_DOMAIN), roles: [...roles], active: true };
  return {
    at: calendar.moment(FIRST_DAY, 8 * HOUR + at * 3),
    by: 'ruth',
    tell: () => createRecord('person', sampleId('person', key), values),
  };
}

/** An account and its contacts, entered by the one who looks after it. */
function clientCues(calendar: Calendar, key: string, at: number): readonly Cue[] {
  const account = ACCOUNTS[key];
  if (!account) return [];
  const { name, domain, industry, owner, notes } = account;
  const values = { name, domain, industry, owner: sampleId('person', owner), notes };
  const day = FIRST_DAY + 1 + Math.floor(at / 4);
  const minute = 9 * HOUR + (at % 4) * 70;
  const opened: Cue = {
    at: calendar.moment(day, minute),
    by: owner,
    tell: () => createRecord('account', sampleId('account', key), values),
  };
  return [opened, ...contactCues(calendar, key, account, day, minute)];
}

function contactCues(calendar: Calendar, key: string, account: AccountScript, day: number, minute: number): readonly Cue[] {
  return Object.entries(account.contacts).map(([contact, [name, title, department, buyingRole, stance]], index) => {
    const chance = chanceFrom(`phone/${key}/${contact}`);
    const values = {
      name,
      account: sampleId('account', key),
      title,
      department,
      email: mailAddress(name, account.domain),
      phone: `+${account.dial} 555 ${between(chance, 1000, 9899)}`,
      buyingRole,
      stance,
    };
    const id = sampleId('contact', `${key}/${contact}`);
    return { at: calendar.moment(day, minute + 6 * (index + 1)), by: account.owner, tell: () => createRecord('contact', id, values) };
  });
}

/** Every person costs 3 % more from the second year on. Work in other currencies is planned with rates by grade. */
function rateCues(calendar: Calendar): readonly Cue[] {
  const rise = 1.03;
  const own = PERSON_KEYS.flatMap((key, at) =>
    [FIRST_DAY, FIRST_DAY + 365].map((from, year): Cue => {
      const cents = Math.round(PEOPLE[key].hourlyCost * 100 * (year ? rise : 1));
      const values = { person: sampleId('person', key), from: calendar.date(from), hourlyCost: { amount: cents, currency: 'EUR' } };
      const id = sampleId('costRate', `${key}/${year}`);
      return { at: calendar.moment(from + 2, 14 * HOUR + at * 2), by: 'martin', tell: () => createRecord('costRate', id, values) };
    }),
  );
  const grades = GRADE_COSTS.map(([role, currency, cost], at): Cue => {
    const values = { role, from: calendar.date(FIRST_DAY), hourlyCost: { amount: cost * 100, currency } };
    const id = sampleId('costRate', `${role}/${currency}`);
    return { at: calendar.moment(FIRST_DAY + 3, 10 * HOUR + at * 2), by: 'martin', tell: () => createRecord('costRate', id, values) };
  });
  return [...own, ...grades];
}

const GRADE_COSTS = [
  ['senior consultant', 'GBP', 60],
  ['consultant', 'GBP', 54],
  ['project manager', 'GBP', 66],
  ['senior consultant', 'USD', 77],
  ['consultant', 'USD', 69],
  ['project manager', 'USD', 84],
] as const;
