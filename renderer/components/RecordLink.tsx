import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RecordType } from '#shared/records/registry';
import { useRecord } from '../data/live';
import { recordPath } from './record-path';
import { recordTitle } from '#shared/records/title';
import { t } from '#shared/values/texts';

interface RecordLinkProps {
  readonly type: RecordType;
  readonly id: string | undefined;
  /** Words for the link; the name of the record when left out. */
  readonly children?: ReactNode;
  /** Among other words, where colour alone would not tell it from them. */
  readonly inText?: boolean;
}

/** The name of a record, as a way to its screen. Plain text where it has none; nothing for no record. */
export function RecordLink({ type, id, children, inText = false }: RecordLinkProps) {
  const record = useRecord(type, id);
  if (!id) return null;
  const words = children ?? (record ? recordTitle(record) : t('Unknown'));
  const deal = record && 'deal' in record ? record.deal : undefined;
  const path = record && recordPath(record.id, deal);
  if (!path) return <span>{words}</span>;
  return (
    <Anchor component={Link} to={path} inherit underline={inText ? 'always' : 'hover'}>
      {words}
    </Anchor>
  );
}
