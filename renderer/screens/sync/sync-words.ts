import { clockText, countText, numberText } from '../../components/text-of';
import { hostOf } from '../../components/server-link';
import type { SyncFacts, SyncState } from '../../data/sync-state';
import { t } from '#shared/values/texts';

/** What the pill in the top bar says: two or three words. `now` in milliseconds since 1970. */
export function pillText(state: SyncState, now: number): string {
  switch (state.kind) {
    case 'alone':
      return t('On this device');
    case 'synced':
      return t('Synced {{at}}', { at: clockText(state.at, now) });
    case 'waiting':
      if (state.paused) return state.entries === 0 ? t('Paused') : t('Paused, {{entries}} waiting', { entries: numberText(state.entries) });
      return t('{{entries}} waiting', { entries: numberText(state.entries) });
    case 'syncing':
      return state.progress && state.progress.total > 0 ? t('Syncing {{progress}}', { progress: percentOf(state.progress) }) : t('Syncing');
    case 'offline':
      return t('Offline since {{since}}', { since: clockText(state.since, now) });
    case 'attention':
      return t('Needs attention');
  }
}

/** The same in a sentence or two, for the popover: what is the case, and what it means for the person. */
export function stateSentence({ state, waiting, link }: SyncFacts, now: number): string {
  switch (state.kind) {
    case 'alone':
      return t('This workspace is on this device alone. Nobody else sees it.');
    case 'synced':
      return t('Everything here is also on {{url}}, and the other way round. Compared at {{at}}.', {
        url: hostOf(link?.url),
        at: clockText(state.at, now),
      });
    case 'waiting':
      return waitingSentence(state);
    case 'syncing':
      return state.progress && state.progress.total > 0
        ? t('{{done}} of {{total}} have arrived. You can work meanwhile.', {
            done: numberText(state.progress.done),
            total: numberText(state.progress.total),
          })
        : t('Sending and fetching what is new. You can work meanwhile.');
    case 'offline':
      return t('{{url}} cannot be reached since {{since}}. Go on working: {{waiting}}', {
        url: hostOf(link?.url),
        since: clockText(state.since, now),
        waiting: keptSentence(waiting),
      });
    case 'attention':
      return `${state.attention.message} ${state.attention.advice}`;
  }
}

const PAUSES = {
  'by-you': t('You paused sync.'),
  metered: t('Sync waits: this connection is metered.'),
  battery: t('Sync waits: this computer runs on battery.'),
} as const;

function waitingSentence({ entries, paused }: Extract<SyncState, { readonly kind: 'waiting' }>): string {
  const kept =
    entries === 0
      ? t('Nothing waits to be sent.')
      : `${countText(entries, t('change waits'), t('changes wait'))} to be sent; nothing is lost.`;
  return paused ? `${PAUSES[paused]} ${kept}` : kept;
}

function keptSentence(waiting: number): string {
  return waiting === 0
    ? t('what you do is kept here and sent later.')
    : t('{{waiting}} kept here and sent as soon as it answers.', { waiting: countText(waiting, t('change is'), t('changes are')) });
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
      return t('Everything is synced.');
    case 'offline':
      return t('Offline. Changes are kept on this device.');
    case 'attention':
      return t('Sync needs attention. {{message}}', { message: state.attention.message });
    case 'waiting':
      return state.paused ? t('Sync is paused.') : before;
    case 'syncing':
      return before;
  }
}

function percentOf({ done, total }: { readonly done: number; readonly total: number }): string {
  return `${Math.min(99, Math.floor((100 * done) / total))}%`;
}
