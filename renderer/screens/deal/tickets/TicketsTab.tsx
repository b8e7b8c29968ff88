import { Button } from '@mantine/core';
import { IconClipboardList, IconFilterOff, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useMemo } from 'react';
import { isOpenDeal, isSignedDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { bodyOf, idOf } from '../../../components/record-path';
import { TicketWork } from '../../../components/ticket/TicketWork';
import { shownTickets, ticketFilterOf, TicketFilters } from '../../../components/ticket/TicketFilters';
import { useAddressState } from '../../../components/use-address-state';
import { useLive, useMe, useRecord } from '../../../data/live';
import { ticketsOfDeal } from '../../../data/reads/tickets';
import { ListAndPanel } from '../ListAndPanel';
import { DealHours } from './DealHours';
import { LayOutDialog } from './LayOutDialog';
import { NewTicketDialog } from './NewTicketDialog';
import { TicketPanel } from './TicketPanel';
import classes from './TicketsTab.module.css';
import { t } from '#shared/values/texts';

/** The work of a deal, before and after the signature: whose it is, until when, and what there is to show for it. */
export function TicketsTab({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const rows = useLive((records) => ticketsOfDeal(records, deal.id), [deal.id]);
  const reading = useRecord('ticket', idOf('ticket', address.get('ticket') ?? undefined));
  const close = (): void => change({ ticket: null });
  const list = <TicketList deal={deal} rows={rows} reading={reading?.id} />;
  const asked = address.get('new');
  return (
    <>
      {reading ? (
        <ListAndPanel
          label={t('Tickets')}
          onClose={close}
          panel={<TicketPanel key={reading.id} ticket={reading} deal={deal} onClose={close} />}
        >
          {list}
        </ListAndPanel>
      ) : (
        <section className={classes.alone} aria-label={t('Tickets')}>
          {list}
        </section>
      )}
      {asked === 'plan' ? <LayOutDialog deal={deal} onClose={() => change({ new: null })} /> : null}
      {asked === 'ticket' ? (
        <NewTicketDialog deal={deal} onMade={(id) => change({ new: null, ticket: bodyOf(id) })} onClose={() => change({ new: null })} />
      ) : null}
    </>
  );
}

interface TicketListProps {
  readonly deal: Deal;
  readonly rows: ReturnType<typeof ticketsOfDeal>;
  readonly reading: string | undefined;
}

function TicketList({ deal, rows, reading }: TicketListProps) {
  const [address, change] = useAddressState();
  const me = useMe();
  const filter = ticketFilterOf(address);
  const shown = useMemo(() => shownTickets(rows, filter, me), [rows, filter, me]);
  const mayPlan = isOpenDeal(deal) && !isSignedDeal(deal);
  const actions = (
    <>
      {mayPlan && !reading ? (
        <Button size="xs" variant="default" leftSection={<IconTemplate size={14} />} onClick={() => change({ new: 'plan' })}>
          {t('Lay out from a template')}
        </Button>
      ) : null}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => change({ new: 'ticket' })}>
        {t('New ticket')}
      </Button>
    </>
  );
  if (rows.length === 0) return <NoTickets mayPlan={mayPlan} onNew={(what) => change({ new: what })} />;
  return (
    <>
      <TicketFilters rows={rows}>
        <DealHours deal={deal} />
        {actions}
      </TicketFilters>
      {shown.length > 0 ? (
        <TicketWork rows={shown} reading={reading} />
      ) : (
        <NothingPasses onClear={() => change({ mine: null, kind: null })} />
      )}
    </>
  );
}

function NoTickets({ mayPlan, onNew }: { readonly mayPlan: boolean; readonly onNew: (what: 'plan' | 'ticket') => void }) {
  return (
    <EmptyState
      icon={IconClipboardList}
      title={t('No work on this deal yet')}
      text={
        mayPlan
          ? t(
              'Lay out the pre-sale work from a template: who finds out what, who writes the scope, who sends the proposal, and by when. Or open a single ticket.',
            )
          : t('Open a ticket: an incident, a question, an escalation. Work packages come from the scope that was sold.')
      }
      action={
        <Button.Group>
          {mayPlan ? (
            <Button leftSection={<IconTemplate size={16} />} onClick={() => onNew('plan')}>
              {t('Lay out from a template')}
            </Button>
          ) : null}
          <Button variant={mayPlan ? 'default' : 'filled'} leftSection={<IconPlus size={16} />} onClick={() => onNew('ticket')}>
            {t('New ticket')}
          </Button>
        </Button.Group>
      }
    />
  );
}

function NothingPasses({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('No ticket passes these filters')}
      text={t('Take one of them away, or start over.')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('Show every ticket')}
        </Button>
      }
    />
  );
}
