import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Deal, FieldOf } from '#shared/records/registry';
import { openTicket } from '#shared/ticket/lifecycle';
import { isPreSaleKind, kindsFor, type TicketKind } from '#shared/ticket/ticket-kind';
import { sentence } from '../../../components/FieldValue';
import { RecordForm } from '../../../components/RecordForm';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

interface NewTicketDialogProps {
  readonly deal: Deal;
  readonly onMade: (id: Id<'ticket'>) => void;
  readonly onClose: () => void;
}

const BASIC = ['title', 'detail', 'owner', 'due', 'estimateHours'] as const satisfies readonly FieldOf<'ticket'>[];

/** What is asked for each kind of work beside the basic facts. */
function fieldsFor(kind: TicketKind): readonly FieldOf<'ticket'>[] {
  if (isPreSaleKind(kind)) return [...BASIC, 'expects'];
  if (kind === 'incident') return [...BASIC, 'severity'];
  if (kind === 'escalation') return [...BASIC, 'about', 'helper'];
  return kind === 'work package' ? [...BASIC, 'scopeLine'] : BASIC;
}

/** One piece of work, opened by hand. */
export function NewTicketDialog({ deal, onMade, onClose }: NewTicketDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const kinds = kindsFor(deal);
  const [kind, setKind] = useState<TicketKind>(kinds[0] ?? 'question');
  const open = async (values: Values<'ticket'>): Promise<boolean> => {
    const id = workspace.newId('ticket');
    const done = await commit(openTicket(id, deal, { ...values, kind }));
    if (done) onMade(id);
    return done;
  };
  return (
    <Modal opened onClose={onClose} title={t('New ticket')} size="lg">
      <Select
        label={t('Kind of work')}
        mb="sm"
        allowDeselect={false}
        data={kinds.map((option) => ({ value: option, label: sentence(option) }))}
        value={kind}
        onChange={(next) => setKind(kinds.find((known) => known === next) ?? kind)}
      />
      <RecordForm
        key={kind}
        type="ticket"
        fields={fieldsFor(kind)}
        initial={{ owner: me, ...(kind === 'escalation' && deal.ae ? { helper: deal.ae } : {}) }}
        needed={kind === 'escalation' ? ['about'] : []}
        within={{ scopeLine: ({ id }) => workspace.records.get('scopeLine', id)?.deal === deal.id }}
        submitLabel={t('Open the ticket')}
        onSubmit={open}
        onCancel={onClose}
      />
    </Modal>
  );
}
