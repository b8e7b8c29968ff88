import { Modal } from '@mantine/core';
import { reviseChange } from '#shared/change-order/lifecycle';
import { TERMS } from '#shared/change-order/terms';
import type { Values } from '#shared/records/parse';
import type { ChangeOrder } from '#shared/records/registry';
import { RecordForm } from '../../../components/RecordForm';
import { useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

interface ReviseDialogProps {
  readonly order: ChangeOrder;
  readonly onClose: () => void;
}

/** Changes what the client has: another revision. Those before it stay to be compared. */
export function ReviseDialog({ order, onClose }: ReviseDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const revise = async ({ title, detail = null, price = null, hours = null }: Values<'changeOrder'>): Promise<boolean> => {
    const terms = { ...(title ? { title } : {}), detail, price, hours };
    const done = await commit(reviseChange(order, terms, { undecided: records.undecided(order.id), on: today }));
    if (done) onClose();
    return done;
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Revision {{revision}} of “{{title}}”', { revision: (order.revision ?? 1) + 1, title: order.title })}
      size="lg"
    >
      <RecordForm
        type="changeOrder"
        fields={TERMS}
        initial={{
          title: order.title,
          ...(order.detail ? { detail: order.detail } : {}),
          ...(order.price ? { price: order.price } : {}),
          ...(order.hours === undefined ? {} : { hours: order.hours }),
        }}
        needed={['price']}
        submitLabel={t('Submit the revision')}
        onSubmit={revise}
        onCancel={onClose}
      />
    </Modal>
  );
}
