import { useEffect, useState } from 'react';
import { deviceOf, type EntryId } from '#shared/ledger/entry';
import { useWorkspace } from '../data/live';

const NONE: ReadonlySet<string> = new Set();

/** Names the device on which an entry was written: this one, or the beginning of another one's id. */
export function useDeviceName(): (entry: EntryId) => string {
  const workspace = useWorkspace();
  const [own, setOwn] = useState(NONE);
  const [failure, setFailure] = useState<{ readonly cause: unknown }>();
  useEffect(() => {
    let left = false;
    workspace.health().then(
      ({ devices }) => left || setOwn(new Set(devices.map(({ device }) => device))),
      (cause: unknown) => left || setFailure({ cause }),
    );
    return () => void (left = true);
  }, [workspace]);
  if (failure) throw failure.cause;
  return (entry) => (own.has(deviceOf(entry)) ? 'this device' : `device ${deviceOf(entry).slice(0, 6)}`);
}
