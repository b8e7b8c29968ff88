import { Modal } from '@mantine/core';
import type { RecordType } from '#shared/records/registry';
import { RecordForm, type RecordFormProps } from './RecordForm';

interface RecordDialogProps<T extends RecordType> extends Omit<RecordFormProps<T>, 'onCancel'> {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A record's form over the screen. Closes once it went in. */
export function RecordDialog<T extends RecordType>({ title, opened, onClose, onSubmit, ...form }: RecordDialogProps<T>) {
  const submit: typeof onSubmit = async (values) => {
    const done = await onSubmit(values);
    if (done) onClose();
    return done;
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={form.fields.length > 5 ? 'lg' : 'md'}>
      <RecordForm {...(form as unknown as RecordFormProps<T>)} onSubmit={submit} onCancel={onClose} />
    </Modal>
  );
}
