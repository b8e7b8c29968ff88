import type { DeviceId } from '#shared/ledger/entry';
import type { Heads } from './open-recovery';

const keyOf = (workspace: string): string => `throughline/${workspace}/heads`;

/**
 * How far this installation wrote, kept in localStorage: apart from the database, so that a database that lost its end is
 * known to have. It is a number a device, and says nothing of what was written.
 */
export function storedHeads(workspace: string): Heads {
  const heads = new Map<DeviceId, number>(Object.entries(readHeads(workspace)));
  return {
    get: (device) => heads.get(device) ?? 0,
    note: (device, seq) => {
      // Another window may have written further.
      const further = Math.max(seq, readHeads(workspace)[device] ?? 0);
      heads.set(device, further);
      try {
        globalThis.localStorage?.setItem(keyOf(workspace), JSON.stringify(Object.fromEntries(heads)));
      } catch {
        // No room: then only the database says how far it went.
      }
    },
  };
}

export function forgetHeads(workspace: string): void {
  globalThis.localStorage?.removeItem(keyOf(workspace));
}

function readHeads(workspace: string): Readonly<Record<DeviceId, number>> {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(keyOf(workspace)) ?? '{}');
    const isNumbers = typeof kept === 'object' && kept !== null && Object.values(kept).every((seq) => Number.isSafeInteger(seq));
    return isNumbers ? (kept as Readonly<Record<DeviceId, number>>) : {};
  } catch {
    // Not JSON any more: as good as nothing.
    return {};
  }
}
