import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RecordId } from '#shared/ledger/entry';
import { tracePath } from './record-path';

interface TraceLinkProps {
  readonly deal: RecordId;
  readonly id: RecordId;
}

/** From a record to its trace: back to the words, and on to what came of it. */
export function TraceLink({ deal, id }: TraceLinkProps) {
  return (
    <Button
      component={Link}
      to={tracePath(deal, id)}
      size="compact-sm"
      h={28}
      variant="subtle"
      color="gray"
      c="inherit"
      title="Back to the words that it came of, and on to what came of it"
      leftSection={<IconRoute size={15} stroke={1.75} aria-hidden />}
    >
      Trace
    </Button>
  );
}
