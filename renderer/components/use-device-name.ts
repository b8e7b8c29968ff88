import { useEffect, useState } from 'react';
import { deviceOf, type EntryId } from '#shared/ledger/entry';
import { useWorkspace } from '../data/live';
import type { Workspace } from '../data/workspace';
import { t } from '#shared/values/texts';

const NONE: ReadonlySet<string> = new Set();

/** Names the device on which an entry was written: this one, or the beginning of another one's id. */
export function useDeviceName(): (entry: EntryId) => string {
  const workspace = useWorkspace();
  const [own, setOwn] = useState(NONE);
  const [failure, setFailure] = useState<{ readonly cause: unknown }>();
  useEffect(() => {
    let left = false;
    ownDevices(workspace).then(
      (devices) => left || setOwn(devices),
      (cause: unknown) => left || setFailure({ cause }),
    );
    return () => void (left = true);
  }, [workspace]);
  if (failure) throw failure.cause;
  return (entry) => (own.has(deviceOf(entry)) ? t('this device') : t('device {{slice}}', { slice: deviceOf(entry).slice(0, 6) }));
}

/** Asked once for each open workspace, however many values are on the screen. */
const asked = new WeakMap<Workspace, Promise<ReadonlySet<string>>>();

function ownDevices(workspace: Workspace): Promise<ReadonlySet<string>> {
  const known = asked.get(workspace) ?? workspace.health().then(({ devices }) => new Set(devices.map(({ device }) => device)));
  asked.set(workspace, known);
  return known;
}
