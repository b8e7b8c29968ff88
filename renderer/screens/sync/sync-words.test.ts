import { describe, expect, test } from 'vitest';
import type { SyncFacts, SyncState } from '../../data/sync-state';
import { pillText, spokenState, stateSentence } from './sync-words';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();
const link = { connection: 'c1', url: 'https://crm.halden.example:6984/', user: 'ana', workspace: 'halden', roles: ['AE'] } as const;
const facts = (state: SyncState, waiting = 0): SyncFacts => ({ state, waiting, link, refused: [], sealed: [] });

describe('the pill', () => {
  test('says in few words where the workspace stands', () => {
    expect(pillText({ kind: 'alone' }, NOON)).toBe('On this device');
    expect(pillText({ kind: 'synced', at: NOON }, NOON)).toMatch(/^Synced 12:00/u);
    expect(pillText({ kind: 'waiting', entries: 3, since: NOON }, NOON)).toBe('3 waiting');
    expect(pillText({ kind: 'waiting', entries: 3, since: NOON, paused: 'by-you' }, NOON)).toBe('Paused, 3 waiting');
    expect(pillText({ kind: 'waiting', entries: 0, since: NOON, paused: 'battery' }, NOON)).toBe('Paused');
    expect(pillText({ kind: 'syncing' }, NOON)).toBe('Syncing');
    expect(pillText({ kind: 'offline', since: NOON }, NOON)).toMatch(/^Offline since 12:00/u);
  });

  test('a first load counts up and never says 100% while it goes on', () => {
    expect(pillText({ kind: 'syncing', progress: { done: 999, total: 1000 } }, NOON)).toBe('Syncing 99%');
    expect(pillText({ kind: 'syncing', progress: { done: 1000, total: 1000 } }, NOON)).toBe('Syncing 99%');
    expect(pillText({ kind: 'syncing', progress: { done: 0, total: 0 } }, NOON)).toBe('Syncing');
  });
});

describe('the sentence', () => {
  test('names the server, and says that offline work is kept', () => {
    const offline = stateSentence(facts({ kind: 'offline', since: NOON }, 1), NOON);
    expect(offline).toContain('crm.halden.example:6984 cannot be reached');
    expect(offline).toContain('1 change is kept here');
  });

  test('says why sync waits', () => {
    expect(stateSentence(facts({ kind: 'waiting', entries: 2, since: NOON, paused: 'metered' }, 2), NOON)).toBe(
      'Sync waits: this connection is metered. 2 changes wait to be sent; nothing is lost.',
    );
  });

  test('says what happened and what to do where a person is needed', () => {
    const attention = { kind: 'sign-in', message: 'The server does not know this password any more.', advice: 'Sign in again.' } as const;
    expect(stateSentence(facts({ kind: 'attention', attention }), NOON)).toBe(
      'The server does not know this password any more. Sign in again.',
    );
  });
});

describe('a screen reader', () => {
  test('hears nothing of single changes that come and go', () => {
    const synced = spokenState({ kind: 'synced', at: NOON }, '');
    const waiting = spokenState({ kind: 'waiting', entries: 1, since: NOON }, synced);
    const syncing = spokenState({ kind: 'syncing' }, waiting);
    expect([waiting, syncing, spokenState({ kind: 'synced', at: NOON + 1 }, syncing)]).toEqual([synced, synced, synced]);
  });

  test('hears that the network is gone', () => {
    expect(spokenState({ kind: 'offline', since: NOON }, 'Everything is synced.')).toBe('Offline. Changes are kept on this device.');
  });
});
