import { clockText, countText, numberText } from '../../components/text-of';
import { hostOf } from '../../components/server-link';
import type { SyncFacts, SyncState } from '../../data/sync-state';

/** What the pill in the top bar says: two or three words. `now` in milliseconds since 1970. */
export function pillText(state: SyncState, now: number): string {
  switch (state.kind) {
    case 'alone':
      return 'On this device';
    case 'synced':
      return `Synced ${clockText(state.at, now)}`;
    case 'waiting':
      if (state.paused) return state.entries === 0 ? 'Paused' : `Paused, ${numberText(state.entries)} waiting`;
      return `${numberText(state.entries)} waiting`;
    case 'syncing':
      return state.progress && state.progress.total > 0 ? `Syncing ${percentOf(state.progress)}` : 'Syncing';
    case 'offline':
      return `Offline since ${clockText(state.since, now)}`;
    case 'attention':
      return 'Needs attention';
  }
}

/** The same in a sentence or two, for the popover: what is the case, and what it means for the person. */
export function stateSentence({ state, waiting, link }: SyncFacts, now: number): string {
  switch (state.kind) {
    case 'alone':
      return 'This workspace is on this device alone. Nobody else sees it.';
    case 'synced':
      return `Everything here is also on ${hostOf(link?.url)}, and the other way round. Compared at ${clockText(state.at, now)}.`;
    case 'waiting':
      return waitingSentence(state);
    case 'syncing':
      return state.progress && state.progress.total > 0
        ? `${numberText(state.progress.done)} of ${numberText(state.progress.total)} have arrived. You can work meanwhile.`
        : 'Sending and fetching what is new. You can work meanwhile.';
    case 'offline':
      return `${hostOf(link?.url)} cannot be reached since ${clockText(state.since, now)}. Go on working: ${keptSentence(waiting)}`;
    case 'attention':
      return `${state.attention.message} ${state.attention.advice}`;
  }
}

const PAUSES = {
  'by-you': 'You paused sync.',
  metered: 'Sync waits: this connection is metered.',
  battery: 'Sync waits: this computer runs on battery.',
} as const;

function waitingSentence({ entries, paused }: Extract<SyncState, { readonly kind: 'waiting' }>): string {
  const kept =
    entries === 0 ? 'Nothing waits to be sent.' : `${countText(entries, 'change waits', 'changes wait')} to be sent; nothing is lost.`;
  return paused ? `${PAUSES[paused]} ${kept}` : kept;
}

function keptSentence(waiting: number): string {
  return waiting === 0
    ? 'what you do is kept here and sent later.'
    : `${countText(waiting, 'change is', 'changes are')} kept here and sent as soon as it answers.`;
}

/**
 * What a screen reader is told of the state. Comings and goings of single changes are not told: `before` is repeated
 * for them, so the live region stays still.
 */
export function spokenState(state: SyncState, before: string): string {
  switch (state.kind) {
    case 'alone':
      return '';
    case 'synced':
      return 'Everything is synced.';
    case 'offline':
      return 'Offline. Changes are kept on this device.';
    case 'attention':
      return `Sync needs attention. ${state.attention.message}`;
    case 'waiting':
      return state.paused ? 'Sync is paused.' : before;
    case 'syncing':
      return before;
  }
}

function percentOf({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${Math.min(99, Math.floor((100 * done) / total))}%`;
}
