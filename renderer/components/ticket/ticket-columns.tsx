import { TICKET_STATUSES } from '#shared/records/ticket';
import type { Ticket } from '#shared/records/registry';
import { shownIds } from '#shared/ticket/deliverable';
import type { TicketRow } from '../../data/reads/tickets';
import { ClashMark } from '../ClashMark';
import type { DataColumn } from '../data-column';
import { dealColumn } from '../deal-column';
import { DateText } from '../DateText';
import { sentence } from '../FieldValue';
import { numberText } from '../text-of';
import { WithUnsentMark } from '../UnsentMark';
import type { ShownValue } from '../value-mark';
import { t } from '#shared/values/texts';

const fieldOf =
  (field: keyof Ticket & string) =>
  ({ ticket }: TicketRow): ShownValue => ({ record: ticket.id, field });

/** Columns of a table of tickets; with the deal where there are several. */
export const ticketColumns = (ofManyDeals: boolean): readonly DataColumn<TicketRow>[] => [...WHAT, ...(ofManyDeals ? [DEAL] : []), ...HOW];

const WHAT: readonly DataColumn<TicketRow>[] = [
  {
    id: 'title',
    value: fieldOf('title'),
    header: t('Ticket'),
    width: 200,
    grow: 4,
    cell: ({ ticket, clashes }) => (
      <WithUnsentMark record={ticket.id}>
        {ticket.title}
        {clashes ? <ClashMark record={ticket.id} variant="icon" /> : null}
      </WithUnsentMark>
    ),
    sortBy: ({ ticket }) => ticket.title,
  },
  {
    id: 'kind',
    value: fieldOf('kind'),
    header: t('Kind'),
    width: 165,
    shownFrom: 620,
    cell: ({ ticket }) => sentence(ticket.kind),
    sortBy: ({ ticket }) => ticket.kind,
  },
];

const DEAL = dealColumn<TicketRow>(2);

const HOW: readonly DataColumn<TicketRow>[] = [
  {
    id: 'status',
    value: fieldOf('status'),
    header: t('Status'),
    width: 96,
    cell: ({ ticket }) => sentence(ticket.status),
    data: ({ ticket }) => ticket.status,
    sortBy: ({ ticket }) => TICKET_STATUSES.indexOf(ticket.status),
  },
  {
    id: 'owner',
    value: fieldOf('owner'),
    header: t('Owner'),
    width: 125,
    cell: ({ owner }) => owner?.name,
    sortBy: ({ owner }) => owner?.name,
  },
  {
    id: 'due',
    value: fieldOf('due'),
    header: t('Due'),
    width: 105,
    cell: ({ ticket }) => <DateText value={ticket.due} />,
    data: ({ ticket }) => ({ date: ticket.due }),
    sortBy: ({ ticket }) => ticket.due,
  },
  {
    id: 'shows',
    header: t('To show'),
    width: 110,
    shownFrom: 900,
    cell: ({ ticket }) => (shownIds(ticket).length > 0 ? t('Linked') : ticket.expects && sentence(ticket.expects)),
  },
  {
    id: 'estimate',
    value: fieldOf('estimateHours'),
    header: t('Estimate'),
    width: 84,
    align: 'end',
    shownFrom: 760,
    cell: ({ ticket }) => (ticket.estimateHours === undefined ? null : `${numberText(ticket.estimateHours)} h`),
    data: ({ ticket }) => ticket.estimateHours,
    sortBy: ({ ticket }) => ticket.estimateHours,
  },
  {
    id: 'hours',
    header: t('Logged'),
    width: 80,
    align: 'end',
    cell: ({ hours }) => (hours > 0 ? `${numberText(hours)} h` : null),
    data: ({ hours }) => hours,
    sortBy: ({ hours }) => hours,
  },
];
