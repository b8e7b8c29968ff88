import type { Records } from '../records/records';
import type { Deal, Milestone, ScopeLine, Ticket } from '../records/registry';
import type { CalendarDateText, Id } from '../records/define-record';
import { isOpenTicket } from '../ticket/ticket-kind';
import { incidentCounts, openIncidents, type IncidentCount } from './incident';
import { milestonesOf, nextMilestone } from './milestone';
import { figureWanted, isInDelivery, type FigureWanted } from './remaining-hours';
import { progressOf, workPackagesOf, type Progress, type WorkPackage } from './work-package';

/** What somebody who asks "how is it going" wants to know of a delivery. */
export interface DeliveryStanding {
  readonly progress: Progress;
  readonly next: Milestone | undefined;
  /** So many milestones, and so many of them reached. */
  readonly milestones: { readonly all: number; readonly reached: number };
  readonly incidents: readonly Ticket[];
  readonly counts: readonly IncidentCount[];
  /** The records that it rests on, hours and milestones: what the newest of them says is as new as the standing is. */
  readonly workRecords: readonly string[];
}

export function deliveryStanding(records: Records, deal: Id<'deal'>, today: CalendarDateText): DeliveryStanding {
  const packages = workPackagesOf(records, deal, today);
  const milestones = milestonesOf(records, deal);
  const incidents = openIncidents(records, deal);
  return {
    progress: progressOf(packages),
    next: nextMilestone(milestones),
    milestones: { all: milestones.length, reached: milestones.filter(({ reachedAt }) => reachedAt !== undefined).length },
    incidents,
    counts: incidentCounts(incidents, today),
    workRecords: [...packages.flatMap(({ line, entries }) => [line.id, ...entries.map(({ id }) => id)]), ...milestones.map(({ id }) => id)],
  };
}

/** A line of which somebody should say anew what is left, why, and who should. */
export interface WantedFigure {
  readonly pack: WorkPackage;
  readonly wanted: FigureWanted;
  readonly asks: Id<'person'> | undefined;
}

/** The lines of a deal that need a fresh figure of remaining hours; none while nobody works on it. */
export function wantedFigures(records: Records, deal: Deal, today: CalendarDateText): readonly WantedFigure[] {
  if (!isInDelivery(deal)) return [];
  return workPackagesOf(records, deal.id, today).flatMap((pack) => {
    const wanted = figureWanted(pack, { today, milestone: records.get('milestone', pack.line.milestone) });
    return wanted ? [{ pack, wanted, asks: ownerOf(records, pack.line, deal) }] : [];
  });
}

/** Who answers for a line: its owner, else whoever has its work package, else the project manager. */
export function ownerOf(records: Records, line: ScopeLine, deal: Deal): Id<'person'> | undefined {
  if (line.owner) return line.owner;
  const tickets = records.of('ticket', 'scopeLine', line.id).filter(({ kind, owner }) => kind === 'work package' && owner !== undefined);
  return (tickets.find(isOpenTicket) ?? tickets[0])?.owner ?? deal.pm;
}
