import { freezeMargin, mayNeedFreeze } from '#shared/money/freeze';
import { ledgersOf } from '#shared/hub/access';
import { DECIDERS } from '#shared/records/access';
import type { Id, Role } from '#shared/records/define-record';
import { isOfType, typeOf } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import { whenIdle } from './breathe';
import type { Writer } from './commit';
import { EVERYTHING } from './topics';
import type { Workspace } from './workspace';

/** What freezing needs of an open workspace. */
type Freezable = Pick<Workspace, 'records' | 'history' | 'sync' | 'info' | 'subscribe'> & { readonly writer: Pick<Writer, 'commitOn'> };

export interface MarginFreezer {
  /** Looks at every signed deal when there is time, and from then on at what changes. */
  start(): void;
  /** Resolves when everything noted so far was looked at. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Freezes the margin of a deal as soon as its acceptance is seen by a client that holds the costs, for somebody who may
 * write it. Nobody asks for it and nobody can forget it. It waits while sync is bringing entries in: what was known at the
 * acceptance shall be here before it is frozen.
 */
export function openMarginFreezer(workspace: Freezable, roles: () => readonly Role[]): MarginFreezer {
  const { records } = workspace;
  const waiting = new Set<Id<'deal'>>();
  // Deals whose history was looked at and has nothing to freeze, until something of them changes.
  const inVain = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let stop: (() => void) | undefined;
  let isOpen = false;

  const mayWrite = (): boolean => roles().some((role) => (DECIDERS as readonly Role[]).includes(role));
  const look = async (): Promise<void> => {
    for (const id of [...waiting]) {
      if (!isOpen || !isComplete(workspace) || !mayWrite()) return;
      waiting.delete(id);
      await freeze(workspace, id, inVain);
    }
  };
  const run = (): void => {
    running = running.then(look).catch(failed);
  };
  const everything = (): void => {
    for (const deal of records.all('deal')) if (mayNeedFreeze(records, deal)) waiting.add(deal.id);
    if (waiting.size > 0) run();
  };

  const note = (changed: ReadonlySet<string>): void => {
    if (changed.has(EVERYTHING)) return everything();
    for (const id of dealsIn(records, changed)) {
      inVain.delete(id);
      if (mayNeedFreeze(records, records.get('deal', id))) waiting.add(id);
    }
    if (waiting.size > 0) run();
  };

  return {
    start: () => {
      isOpen = true;
      const goOn = (): void => void (waiting.size > 0 && run());
      const stops = [whenIdle(everything), workspace.subscribe(note), workspace.sync.subscribe(goOn)];
      stop = () => stops.forEach((leave) => leave());
    },
    settled: () => running,
    close: async () => {
      isOpen = false;
      stop?.();
      await running;
    },
  };
}

async function freeze(workspace: Freezable, id: Id<'deal'>, inVain: Set<string>): Promise<void> {
  const { records, writer } = workspace;
  if (inVain.has(id) || !mayNeedFreeze(records, records.get('deal', id))) return;
  const entries = await workspace.history({ deal: id });
  const written = await writer.commitOn('finance', async () => freezeMargin(id, entries, records));
  if (!written.ok && written.error.kind === 'nothing') inVain.add(id);
}

/** This client holds the finance ledger, and nothing is on its way just now. */
function isComplete({ info: { link }, sync }: Freezable): boolean {
  return (link === undefined || ledgersOf(link.roles).includes('finance')) && sync.get().state.kind !== 'syncing';
}

const failed = (cause: unknown): void => console.error('The margin of a deal could not be frozen.', cause);

/** Deals that changed, and deals of plans that did. */
function dealsIn(records: Records, changed: ReadonlySet<string>): readonly Id<'deal'>[] {
  return [...changed].flatMap((topic): readonly Id<'deal'>[] => {
    if (typeOf(topic) === undefined) return [];
    if (isOfType('deal', topic)) return [topic];
    const plan = records.get('costPlan', topic);
    return plan ? [plan.deal] : [];
  });
}
