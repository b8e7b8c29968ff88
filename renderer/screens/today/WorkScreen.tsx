import { Anchor, Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { countText } from '../../components/text-of';
import { shownTickets, ticketFilterOf, TicketFilters } from '../../components/ticket/TicketFilters';
import { TicketWork } from '../../components/ticket/TicketWork';
import { useAddressState } from '../../components/use-address-state';
import { useLive, useMe } from '../../data/live';
import { ticketsOfAllDeals } from '../../data/reads/tickets';
import { t } from '#shared/values/texts';

/** The work on every deal, as a board or a table: mine, or everybody's. */
export function WorkScreen() {
  const [address] = useAddressState();
  const me = useMe();
  const rows = useLive(ticketsOfAllDeals, []);
  const filter = ticketFilterOf(address);
  const shown = useMemo(() => shownTickets(rows, filter, me), [rows, filter, me]);
  const open = shown.filter(({ ticket }) => isOpenTicket(ticket)).length;
  return (
    <Page
      fill
      title={filter.mine ? t('My work') : t('Work')}
      crumb={
        <Anchor component={Link} to="/today" inherit>
          {t('Today')}
        </Anchor>
      }
      subtitle={t('{{open}} on all deals', { open: countText(open, t('open ticket'), t('open tickets')) })}
    >
      {rows.length > 0 ? <TicketFilters rows={rows} /> : null}
      {shown.length > 0 ? <TicketWork rows={shown} ofManyDeals /> : <NoWork none={rows.length === 0} />}
    </Page>
  );
}

function NoWork({ none }: { readonly none: boolean }) {
  return (
    <EmptyState
      icon={IconClipboardList}
      title={none ? t('No work yet') : t('No ticket passes these filters')}
      text={
        none ? t('Open a deal and lay out its pre-sale work from a template.') : t('Take one of them away, or look at everybody’s work.')
      }
      action={
        <Button variant="default" component={Link} to={none ? '/pipeline' : '/today/work'}>
          {none ? t('Open the pipeline') : t('Show every ticket')}
        </Button>
      }
    />
  );
}
