import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { CalendarDateText, MoneyValue } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { MoneyInput } from './MoneyInput';

interface AskProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly submitLabel: string;
  readonly onClose: () => void;
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
    setProblem('A few words are needed: they stay in the history of the deal');
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

export interface Signature {
  readonly amount: MoneyValue;
  readonly signedAt: CalendarDateText;
}

interface SignDialogProps extends AskProps {
  readonly deal: Deal;
  readonly today: CalendarDateText;
  readonly onSubmit: (signature: Signature) => Promise<boolean>;
}

/** Asks for what a signature means: the value that was signed, and the day. */
export function SignDialog({ deal, today, onSubmit, ...ask }: SignDialogProps) {
  const [amount, setAmount] = useState<MoneyValue | null>(deal.amount ?? null);
  const [signedAt, setSignedAt] = useState<string | null>(deal.signedAt ?? today);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<boolean> => {
    setTried(true);
    return amount && signedAt ? onSubmit({ amount, signedAt }) : false;
  };
  return (
    <AskDialog {...ask} onSubmit={submit}>
      <MoneyInput
        label="Signed value"
        description="Net of tax"
        value={amount ?? undefined}
        onChange={setAmount}
        error={tried && !amount ? 'The signed value is needed' : undefined}
      />
      <DateInput
        label="Signed on"
        valueFormat="YYYY-MM-DD"
        value={signedAt}
        onChange={setSignedAt}
        error={tried && !signedAt ? 'The day of the signature is needed' : undefined}
      />
    </AskDialog>
  );
}

function AskDialog({
  title,
  text,
  submitLabel,
  onClose,
  onSubmit,
  children,
}: AskProps & { readonly onSubmit: () => Promise<boolean>; readonly children: ReactNode }) {
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
              Cancel
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
