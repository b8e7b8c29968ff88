import { ActionIcon, Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RecordId } from '#shared/ledger/entry';
import { tracePath } from './record-path';
import { t } from '#shared/values/texts';

interface TraceLinkProps {
  readonly deal: RecordId;
  readonly id: RecordId;
  /** Where there is no room for the word. */
  readonly look?: 'word' | 'icon';
  /** What is traced, where several stand beside each other. */
  readonly name?: string;
}

const WHERE = t('Back to the words that it came of, and on to what came of it');

/** From a record to its trace: back to the words, and on to what came of it. */
export function TraceLink({ deal, id, look = 'word', name }: TraceLinkProps) {
  const spoken = name === undefined ? t('Trace') : t('Trace {{name}}', { name });
  const symbol = <IconRoute size={15} stroke={1.75} aria-hidden />;
  if (look === 'icon')
    return (
      <ActionIcon component={Link} to={tracePath(deal, id)} size={26} variant="subtle" color="gray" aria-label={spoken} title={WHERE}>
        {symbol}
      </ActionIcon>
    );
  return (
    <Button
      component={Link}
      to={tracePath(deal, id)}
      size="compact-sm"
      h={28}
      variant="subtle"
      color="gray"
      c="inherit"
      aria-label={spoken}
      title={WHERE}
      leftSection={symbol}
    >
      {t('Trace')}
    </Button>
  );
}
