import { isOpenDeal, isSignedDeal } from '../deal/phase';
import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { Deal } from '../records/registry';
import { createRecord, together } from '../records/write';
import { addDays, isDate } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import type { OwnerRole, TemplateLine, TicketTemplate } from './template';
import type { TicketError } from './ticket-error';
import { t } from '../values/texts';

/** A line of a template as a ticket of this deal, before anybody said yes to it. */
export interface PlannedTicket {
  readonly id: Id<'ticket'>;
  readonly line: TemplateLine;
  readonly due: CalendarDateText;
  /** Whoever has the role on the deal; nobody for consultants, who are chosen. */
  readonly owner: Id<'person'> | undefined;
  /** Laid out before, here or on another device. */
  readonly exists: boolean;
}

/** What a template comes to on a deal that starts its pre-sale work on `start`. */
export function plannedTickets(deal: Deal, template: TicketTemplate, start: CalendarDateText, records: Records): readonly PlannedTicket[] {
  return template.lines.map((line) => {
    const id = plannedId(deal, template, line);
    return {
      id,
      line,
      due: addDays(start, line.day),
      owner: ownerOf(line.role, deal, records),
      exists: records.get('ticket', id) !== undefined,
    };
  });
}

/** The same line of the same template is the same ticket, also where two people lay it out offline. */
const plannedId = (deal: Deal, template: TicketTemplate, line: TemplateLine): Id<'ticket'> =>
  derivedId('ticket', `template/${deal.id}`, `${template.id}/${line.key}`);

/** Who has a role on the deal, where they still work here. */
function ownerOf(role: OwnerRole, deal: Deal, records: Records): Id<'person'> | undefined {
  const named = { AE: deal.ae, 'pre-sales lead': deal.presalesLead, PM: deal.pm, consultant: undefined }[role];
  const person = joinedPerson(records, named);
  return person?.active ? person.id : undefined;
}

export interface Plan {
  readonly start: CalendarDateText;
  /** Line → who does it, where it is somebody else than the deal says. Anybody who works here: delivery too. */
  readonly owners?: Readonly<Record<string, Id<'person'> | undefined>>;
  /** Lines that this deal does not need. */
  readonly without?: ReadonlySet<string>;
}

/** Lays out the pre-sale work of a deal from a template: every ticket with owner and day, in one command. What is laid out already is left alone. */
export function planPreSale(
  deal: Deal,
  template: TicketTemplate,
  { start, owners = {}, without = new Set() }: Plan,
  records: Records,
): Result<Command, TicketError> {
  if (!isDate(start)) return err({ message: t('The start must be a date like 2026-11-22.') });
  if (!isOpenDeal(deal)) return err({ message: t('The deal is {{phase}}. Reopen it first.', { phase: deal.phase }) });
  if (isSignedDeal(deal)) return err({ message: t('The deal is signed: its work is in its work packages.') });
  const wanted = plannedTickets(deal, template, start, records).filter(({ line }) => !without.has(line.key));
  if (wanted.length === 0) return err({ message: t('Choose at least one line.') });
  const missing = wanted.filter(({ exists }) => !exists);
  if (missing.length === 0) return err({ message: t('All of “{{name}}” is laid out on this deal already.', { name: template.name }) });
  const gone = missing.map(({ line }) => records.get('person', owners[line.key])).find((person) => person && !person.active);
  if (gone) return err({ message: t('{{name}} has left. Choose somebody who is here.', { name: gone.name }) });
  return ok(
    together(
      'ticket.layOut',
      missing.map((planned) => ticketOf(deal, template, planned, owners)),
    ),
  );
}

function ticketOf(deal: Deal, template: TicketTemplate, { id, line, due, owner }: PlannedTicket, owners: Plan['owners'] = {}): Command {
  const { kind, title, detail, estimateHours, expects } = line;
  const doer = line.key in owners ? owners[line.key] : owner;
  return createRecord('ticket', id, {
    deal: deal.id,
    kind,
    title,
    due,
    status: 'open',
    template: template.name,
    ...(detail === undefined ? {} : { detail }),
    ...(estimateHours === undefined ? {} : { estimateHours }),
    ...(expects === undefined ? {} : { expects }),
    ...(doer === undefined ? {} : { owner: doer }),
  });
}
