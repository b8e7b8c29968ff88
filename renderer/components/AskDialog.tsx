import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { t } from '#shared/values/texts';

export interface AskProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly submitLabel: string;
  readonly onClose: () => void;
}

interface AskDialogProps extends AskProps {
  /** Resolves to false where it did not go in: the dialog stays. */
  readonly onSubmit: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** A question that has to be answered before something is done. */
export function AskDialog({ title, text, submitLabel, onClose, onSubmit, children }: AskDialogProps) {
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done = await onSubmit();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {text}
          </Text>
          {children}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ReasonDialogProps extends AskProps {
  readonly label: string;
  /** Resolves to false where it did not go in: the dialog stays. */
  readonly onSubmit: (reason: string) => Promise<boolean>;
}

/** Asks why, where history must say so: a lost deal, a way back across the signature. */
export function ReasonDialog({ label, onSubmit, ...ask }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (): Promise<boolean> => {
    if (reason.trim()) return onSubmit(reason.trim());
    setProblem(t('A few words are needed: they stay in the history of the deal'));
    return false;
  };
  return (
    <AskDialog {...ask} onSubmit={submit}>
      <Textarea
        label={label}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  );
}
