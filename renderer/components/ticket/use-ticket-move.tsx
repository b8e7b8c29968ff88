import { useCallback, useState, type ReactNode } from 'react';
import type { Ticket } from '#shared/records/registry';
import { closeTicket, dropTicket, moveTicket, reopenTicket, ticketFactsNeeded } from '#shared/ticket/lifecycle';
import { isOpenStatus, type OpenStatus } from '#shared/ticket/ticket-kind';
import { useCommit, useWorkspace } from '../../data/live';
import { ReasonDialog } from '../AskDialog';
import { CloseIncidentDialog } from './CloseIncidentDialog';
import { CloseTicketDialog } from './CloseTicketDialog';
import { useUndecided } from './use-undecided';
import { t } from '#shared/values/texts';

type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'close'; readonly ticket: Ticket }
  | { readonly kind: 'solve'; readonly ticket: Ticket }
  | { readonly kind: 'drop'; readonly ticket: Ticket }
  | { readonly kind: 'reopen'; readonly ticket: Ticket; readonly to: OpenStatus };

/** Takes a ticket to a status, and asks first for what is missing: a deliverable, a cause, or a reason. */
export function useTicketMove(): { readonly move: (ticket: Ticket, to: Ticket['status']) => void; readonly dialog: ReactNode } {
  const { records } = useWorkspace();
  const undecided = useUndecided();
  const commit = useCommit();
  const [asked, setAsked] = useState<Asked>({ kind: 'nothing' });
  const move = useCallback(
    (ticket: Ticket, to: Ticket['status']): void => {
      if (to === ticket.status) return;
      switch (ticketFactsNeeded(ticket, to, records, undecided)) {
        case 'deliverable':
          return setAsked({ kind: 'close', ticket });
        case 'cause':
          return setAsked({ kind: 'solve', ticket });
        case 'reason to drop':
          return setAsked({ kind: 'drop', ticket });
        case 'reason to reopen':
          return isOpenStatus(to) ? setAsked({ kind: 'reopen', ticket, to }) : undefined;
        case 'nothing':
          void commit(isOpenStatus(to) ? moveTicket(ticket, to, undecided) : closeTicket(ticket, {}, records, undecided));
      }
    },
    [records, undecided, commit],
  );
  const close = (): void => setAsked({ kind: 'nothing' });
  return { move, dialog: <MoveDialog asked={asked} onClose={close} /> };
}

function MoveDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const undecided = useUndecided();
  const commit = useCommit();
  if (asked.kind === 'nothing') return null;
  const { ticket } = asked;
  if (asked.kind === 'close') return <CloseTicketDialog ticket={ticket} onClose={onClose} />;
  if (asked.kind === 'solve') return <CloseIncidentDialog ticket={ticket} onClose={onClose} />;
  const shared = { text: `“${ticket.title}”`, onClose };
  return asked.kind === 'drop' ? (
    <ReasonDialog
      {...shared}
      title={t('Drop the ticket')}
      label={t('Why will nobody do it?')}
      submitLabel={t('Drop it')}
      onSubmit={(why) => commit(dropTicket(ticket, { why }, undecided))}
    />
  ) : (
    <ReasonDialog
      {...shared}
      title={t('Reopen the ticket')}
      label={t('Why is it open again?')}
      submitLabel={t('Reopen it')}
      onSubmit={(why) => commit(reopenTicket(ticket, { why, to: asked.to }))}
    />
  );
}
