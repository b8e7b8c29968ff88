import { addDays, type CalendarDate } from '../values/calendar';
import { isUndelivered, keptWith, latestUntil, type DealFacts } from './deal-facts';
import type { SamePerson } from './escalations';
import { byWeight, countOf, toHundredth, type Measured, type SignalRow } from './signal';
import type { SignalSettings } from './signal-settings';
import { t } from '../values/texts';

/**
 * Signal 5 (product.md §4): the share of won, undelivered deals that nobody can tell about: their account executive has
 * not opened them, or there is no fresh word on the client's health or on billing, within 30 days. Exactly 30 days ago
 * is still fresh; the signature counts as a look. Visits are left out where the firm does not note them.
 */
export const outOfSight = (facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings, same: SamePerson): Measured =>
  outOfSightFrom([tallyOutOfSight(facts, day, settings, same)], settings);

/** What some deals add to the signal: one row for each that is won and not delivered, by weight. */
export function tallyOutOfSight(
  facts: readonly DealFacts[],
  day: CalendarDate,
  settings: SignalSettings,
  same: SamePerson,
): readonly SignalRow[] {
  const since = addDays(day, -settings.freshDays);
  return facts
    .filter(({ deal }) => isUndelivered(deal, day))
    .map((one) => keptWith(one, settings, `sight ${day}`, () => sightOf(one, { since, day }, settings, same)))
    .toSorted(byWeight);
}

/** The signal from what all deals add to it, whichever way they are grouped. */
export function outOfSightFrom(tallies: readonly (readonly SignalRow[])[], settings: SignalSettings): Measured {
  const rows = tallies.flat();
  const remark = settings.notesVisits ? undefined : t('Visits are not noted in this firm, so they are not counted');
  const common = { rows, ...(remark ? { remark } : {}) };
  if (rows.length < settings.minimumSample) {
    const lacks = `${countOf(rows.length, 'deal')} won and not delivered; ${settings.minimumSample} are needed before a share says something.`;
    return { ...common, isTrue: false, lacks };
  }
  const share = (rows.filter(({ over }) => over).length / rows.length) * 100;
  return { ...common, value: toHundredth(share), isTrue: share > settings.outOfSightPercent };
}

function sightOf(
  facts: DealFacts,
  { since, day }: { readonly since: CalendarDate; readonly day: CalendarDate },
  { freshDays, notesVisits }: SignalSettings,
  same: SamePerson,
): SignalRow {
  const { deal } = facts;
  const isFresh = (last: CalendarDate | undefined): boolean => last !== undefined && last >= since;
  const signed = deal.signedAt;
  const reasons = [
    notesVisits && !isFresh(latestUntil([signed, ...visitsOfAe(facts, same)], day)) ? t('the account executive has not looked') : undefined,
    isFresh(latestUntil([signed, ...facts.pulses.map(({ at }) => at.slice(0, 10))], day)) ? undefined : t('no word on the client’s health'),
    isBillingFresh(facts, since, day) ? undefined : t('bills stand still'),
  ].filter((reason) => reason !== undefined);
  const text =
    reasons.length > 0
      ? t('{{reasons}} for more than {{freshDays}}', { reasons: reasons.join(', '), freshDays: countOf(freshDays, 'day') })
      : t('seen, with fresh health and billing');
  return { key: deal.id, deal: deal.id, text: capital(text), value: reasons.length, over: reasons.length > 0, records: [deal.id] };
}

const visitsOfAe = ({ deal, visits }: DealFacts, same: SamePerson): readonly CalendarDate[] => {
  const ae = deal.ae && same(deal.ae);
  return visits.filter(({ person }) => same(person) === ae).map(({ at }) => at.slice(0, 10));
};

/** Billing is fresh where something was billed or paid lately, or where nothing waits to be billed or paid. */
function isBillingFresh({ deal, bills, milestones }: DealFacts, since: CalendarDate, day: CalendarDate): boolean {
  const moved = latestUntil([deal.signedAt, ...bills.flatMap(({ invoice, paidAt }) => [invoice.issuedAt, ...paidAt])], day);
  if (moved !== undefined && moved >= since) return true;
  const issued = bills.filter(({ invoice }) => (invoice.issuedAt ?? day) <= day);
  const billed = new Set(issued.flatMap((bill) => bill.milestones));
  const isReady = milestones.some(({ id, reachedAt, fee }) => fee && fee.amount > 0 && reachedAt && reachedAt <= day && !billed.has(id));
  const credited = issued.filter(({ invoice }) => invoice.kind === 'credit note').reduce((sum, { open }) => sum + open, 0);
  const owed = issued.filter(({ invoice }) => invoice.kind === 'invoice').reduce((sum, { open }) => sum + open, 0);
  return !isReady && owed - credited <= 0;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
