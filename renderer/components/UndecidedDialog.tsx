import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { signingReliesOn } from '#shared/deal/undecided';
import type { RecordId } from '#shared/ledger/entry';
import { declarationOf, typeOf } from '#shared/records/registry';
import { titleOf } from '#shared/records/value-text';
import { useLive, useWorkspace } from '../data/live';
import { reviewPath } from './review-path';
import classes from './UndecidedDialog.module.css';
import { t } from '#shared/values/texts';

export interface UndecidedValue {
  readonly record: RecordId;
  /** As stored. */
  readonly field: string;
}

/** What stands in the way of a signature: values of the deal and its scope between which nobody has chosen. */
export function useUndecided(deal: RecordId): readonly UndecidedValue[] {
  const found = useLive(
    (records) => signingReliesOn(deal, records).flatMap((record) => records.undecided(record).map((field) => `${record} ${field}`)),
    [deal],
  );
  return found.map((one) => ({ record: one.slice(0, one.indexOf(' ')) as RecordId, field: one.slice(one.indexOf(' ') + 1) }));
}

interface UndecidedDialogProps {
  readonly title: string;
  readonly undecided: readonly UndecidedValue[];
  readonly onClose: () => void;
}

/** Says what must be settled before this can be done, and leads there. */
export function UndecidedDialog({ title, undecided, onClose }: UndecidedDialogProps) {
  const { records } = useWorkspace();
  const [first] = undecided;
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="sm">
        <Text size="sm">
          {t('People set these without seeing each other, and nobody has chosen yet. What is signed must be decided first.')}
        </Text>
        <ul className={classes.list}>
          {undecided.map(({ record, field }) => {
            const type = typeOf(record);
            return (
              <li key={record + field}>
                <IconAlertTriangle size={15} aria-hidden className={classes.mark} />
                <Link to={reviewPath(record, field)} onClick={onClose}>
                  {t('{{type}} of {{record}}', {
                    type: (type && declarationOf(type, field)?.label) ?? field,
                    record: titleOf(record, records),
                  })}
                </Link>
              </li>
            );
          })}
        </ul>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button component={Link} to={reviewPath(first?.record, first?.field)} onClick={onClose} data-autofocus>
            {t('Settle it')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
