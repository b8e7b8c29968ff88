import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ledger/entry';
import { useLive, useWorkspace } from '../data/live';
import classes from './UnsentMark.module.css';
import { t } from '#shared/values/texts';

/** A small sign on a record with an edit that the server does not have yet. Nothing on a workspace without a server. */
export function UnsentMark({ record }: { readonly record: RecordId }) {
  const { sync } = useWorkspace();
  const unsent = useLive(() => sync.isUnsent(record), [sync, record]);
  if (!unsent) return null;
  return (
    <span role="img" aria-label={t('Not sent yet')} title={t('Not sent yet')} className={classes.mark}>
      <IconCloudOff size={14} stroke={1.75} aria-hidden />
    </span>
  );
}

interface WithUnsentMarkProps {
  readonly record: RecordId;
  readonly children: ReactNode;
}

/** A name in a narrow place, cut where it is too long, and the sign beside it never cut. */
export function WithUnsentMark({ record, children }: WithUnsentMarkProps) {
  return (
    <span className={classes.named}>
      <span className={classes.name}>{children}</span>
      <UnsentMark record={record} />
    </span>
  );
}
