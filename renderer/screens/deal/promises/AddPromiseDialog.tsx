import { Modal, Select } from '@mantine/core';
import type { Values } from '#shared/records/parse';
import { NOTABLE, type Notable } from '#shared/records/register';
import type { Deal } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { notify } from '../../../components/notify';
import { RecordForm } from '../../../components/RecordForm';
import { useToday } from '../../../components/use-today';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { FORM_FIELDS, handmade } from './promise-forms';
import { REGISTERS, registerOf } from './promise-kinds';
import { t } from '#shared/values/texts';

interface AddPromiseDialogProps {
  readonly deal: Deal;
  readonly kind: Notable;
  readonly onKind: (kind: Notable) => void;
  readonly onClose: () => void;
}

/** A record of a register that nobody wrote down when it was said: it has no source, and says so. */
export function AddPromiseDialog({ deal, kind, onKind, onClose }: AddPromiseDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('New {{toLowerCase}}', { toLowerCase: registerOf(kind).label.toLowerCase() })}>
      <Select
        label={t('Register')}
        mb="sm"
        allowDeselect={false}
        data={REGISTERS.filter((register) => register.kind !== 'scopeLine').map((register) => ({
          value: register.kind,
          label: register.label,
        }))}
        value={kind}
        onChange={(next) => onKind(NOTABLE.find((known) => known === next) ?? kind)}
      />
      <HandmadeForm key={kind} deal={deal} kind={kind} onClose={onClose} />
    </Modal>
  );
}

interface HandmadeFormProps<K extends Notable> {
  readonly deal: Deal;
  readonly kind: K;
  readonly onClose: () => void;
}

function HandmadeForm<K extends Notable>({ deal, kind, onClose }: HandmadeFormProps<K>) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const starts = handmade(me, today)[kind];
  const add = async (values: Values<K>): Promise<boolean> => {
    const command = createRecord(kind, workspace.newId(kind), { ...starts, ...values, deal: deal.id }, { act: `${kind}.note` });
    const done = await commit(command);
    if (done) {
      notify.done(t('{{label}} noted', { label: registerOf(kind).label }));
      onClose();
    }
    return done;
  };
  return (
    <RecordForm type={kind} fields={FORM_FIELDS[kind]} initial={starts} submitLabel={t('Note it')} onSubmit={add} onCancel={onClose} />
  );
}
