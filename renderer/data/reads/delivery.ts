import { termsNear, type TermDate } from '#shared/delivery/dates-near';
import { deliveryStanding, wantedFigures, type DeliveryStanding, type WantedFigure } from '#shared/delivery/standing';
import { isInDelivery } from '#shared/delivery/remaining-hours';
import { slipsOfDeal, type MilestoneSlips } from '#shared/delivery/slips';
import { workPackagesOf, type WorkPackage } from '#shared/delivery/work-package';
import { isSignedDeal } from '#shared/deal/phase';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal } from '#shared/records/registry';
import type { LiveRecords } from '../workspace';

/** The work packages of a deal, in the order of its scope. */
export const deliveryWork = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): readonly WorkPackage[] =>
  records.kept(`work packages ${deal}`, today, (kept) => workPackagesOf(kept, deal, today));

/** The milestones of a deal by date, with how they came to it. */
export const deliveryMilestones = (records: LiveRecords, deal: Id<'deal'>): readonly MilestoneSlips[] =>
  records.kept(`milestones ${deal}`, '', (kept) => slipsOfDeal(kept, deal));

/** Progress, next milestone and open incidents of a deal. */
export const standingOf = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): DeliveryStanding =>
  records.kept(`delivery standing ${deal}`, today, (kept) => deliveryStanding(kept, deal, today));

/** The lines of a deal of which somebody should say anew what is left; none where nobody works on it. */
export const figuresWanted = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): readonly WantedFigure[] =>
  records.kept(`figures wanted ${deal}`, today, (kept) => {
    const found = kept.get('deal', deal);
    return found ? wantedFigures(kept, found, today) : [];
  });

/** What a delivery asks of somebody today. */
export interface DeliveryToday {
  readonly figures: readonly (WantedFigure & { readonly deal: Deal })[];
  readonly terms: readonly { readonly deal: Deal; readonly term: TermDate }[];
}

/**
 * The lines whose remaining hours somebody should say, the nearest milestone first, and the dates of their deals that come
 * near. Project manager and account executive look after dates; partners after those of deals that nobody has.
 */
export function deliveryToday(records: LiveRecords, me: Id<'person'>, today: CalendarDateText): DeliveryToday {
  const isPartner = records.get('person', me)?.roles.includes('partner') ?? false;
  const isMine = (id: Id<'person'> | undefined): boolean => id === me || (id !== undefined && joinedPerson(records, id)?.id === me);
  const deals = records.all('deal').filter(isSignedDeal);
  const figures = deals
    .filter(isInDelivery)
    .flatMap((deal) => figuresWanted(records, deal.id, today).map((figure) => ({ ...figure, deal })))
    .filter(({ asks }) => isMine(asks));
  const terms = deals
    .filter((deal) => isMine(deal.pm) || isMine(deal.ae) || (isPartner && !deal.pm && !deal.ae))
    .flatMap((deal) => termsNear(deal, today).map((term) => ({ deal, term })));
  return {
    figures: figures.toSorted((a, b) => urgency(a) - urgency(b)),
    terms: terms.toSorted((a, b) => a.term.days - b.term.days),
  };
}

const LATEST = 10_000;

const urgency = ({ wanted }: WantedFigure): number => (wanted.why === 'milestone' ? wanted.days : LATEST);
