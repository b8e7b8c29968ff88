import { Group, SegmentedControl, Switch } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { Id } from '#shared/records/define-record';
import { DELIVERY_TICKETS, PRE_SALE_TICKETS } from '#shared/records/ticket';
import { isOwnedBy, type TicketRow } from '../../data/reads/tickets';
import { FacetPill } from '../FacetPill';
import { sentence } from '../FieldValue';
import type { SortOrder } from '../sort-rows';
import { useAddressState } from '../use-address-state';
import { t } from '#shared/values/texts';

/** How a list of tickets is looked at, kept in its address. */
export interface TicketFilter {
  readonly shape: 'board' | 'table';
  readonly mine: boolean;
  /** Kinds of work; all of them where none is chosen. */
  readonly kinds: readonly string[];
}

/** `?view=table&mine=1&kind=scoping,incident`. */
export function ticketFilterOf(address: URLSearchParams): TicketFilter {
  return {
    shape: address.get('view') === 'table' ? 'table' : 'board',
    mine: address.get('mine') === '1',
    kinds: address.get('kind')?.split(',').filter(Boolean) ?? [],
  };
}

/** What passes the filter. */
export const shownTickets = (rows: readonly TicketRow[], { mine, kinds }: TicketFilter, me: Id<'person'>): readonly TicketRow[] =>
  rows.filter((row) => (!mine || isOwnedBy(row, me)) && (kinds.length === 0 || kinds.includes(row.ticket.kind)));

/** `due.down` as an order. */
export function orderOf(text: string | null): SortOrder | undefined {
  const [by, direction] = text?.split('.') ?? [];
  return by && (direction === 'up' || direction === 'down') ? { by, direction } : undefined;
}

interface TicketFiltersProps {
  /** All of them: what can be asked for does not shrink with what is asked. */
  readonly rows: readonly TicketRow[];
  /** What can be done here. */
  readonly children?: ReactNode;
}

/** Board or table, only mine, kinds of work. */
export function TicketFilters({ rows, children }: TicketFiltersProps) {
  const [address, change] = useAddressState();
  const { shape, mine, kinds } = ticketFilterOf(address);
  const options = useMemo(() => kindOptions(rows), [rows]);
  return (
    <Group gap={12} mb={10} wrap="wrap">
      <SegmentedControl
        size="xs"
        aria-label={t('Show as')}
        value={shape}
        onChange={(next) => change({ view: next === 'table' ? 'table' : null })}
        data={[
          { value: 'board', label: t('Board') },
          { value: 'table', label: t('Table') },
        ]}
      />
      <FacetPill label={t('Kind')} options={options} chosen={kinds} onChange={(chosen) => change({ kind: chosen.join(',') || null })} />
      <Switch
        size="xs"
        label={t('Only mine')}
        checked={mine}
        onChange={(event) => change({ mine: event.currentTarget.checked ? '1' : null })}
      />
      <span style={{ flex: 1 }} />
      {children}
    </Group>
  );
}

function kindOptions(rows: readonly TicketRow[]) {
  const present = new Set<string>(rows.map(({ ticket }) => ticket.kind));
  return [...PRE_SALE_TICKETS, ...DELIVERY_TICKETS]
    .filter((kind) => present.has(kind))
    .map((kind) => ({ value: kind, label: sentence(kind) }));
}
