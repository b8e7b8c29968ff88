import { databaseOf, type DatabaseKind } from '#shared/hub/protocol';
import type { ServerLink } from '../sync-state';
import type { Asking } from './asking';
import type { SyncHost } from './host';
import type { BatchReader, Pace, SyncTime } from './ports';

/** One connection to a server, while it lasts: whom to ask, who is asking, and how far the work is. */
export interface Round {
  readonly host: SyncHost;
  readonly link: ServerLink;
  readonly ask: Asking;
  readonly reader: BatchReader;
  readonly time: SyncTime;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** So many documents more are taken up. */
  readonly progress: (documents: number) => void;
  /** An answer came: the server is there. */
  readonly contact: () => void;
  /** What was found or settled shows. */
  readonly changed: () => void;
}

export const addressOf = ({ link }: Round, kind: DatabaseKind): string => databaseOf(link.workspace, kind);

/** A query of the parameters that are given; texts that are JSON are the caller's. */
export function queryOf(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
}
