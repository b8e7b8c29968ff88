import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { type Channel, CONTRACT, type Reply } from '#shared/ipc/contract';
import { REQUEST_PREFIX } from '#shared/ipc/ipc-name';
import { type Handlers, serveBridge } from './bridge';

const window = {} as BrowserWindow;
const event = { senderFrame: { url: 'app://throughline/', parent: null } } as unknown as IpcMainInvokeEvent;

/** Nothing here asks a server, or for an update. */
const unasked = Object.fromEntries(
  (Object.keys(CONTRACT) as Channel[]).map((channel) => [channel, () => Promise.reject(new Error('Not here.'))]),
) as unknown as Handlers;

/** A bridge whose save always fails, and the lines that it logged. */
function aBridge(maySpeak = true) {
  const served = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => Promise<Reply>>();
  const lines: string[] = [];
  const handlers: Handlers = {
    ...unasked,
    'files.open': async () => [],
    'files.save': () => Promise.reject(new Error('plan.csv could not be written: the disk is full')),
    'link.open': async ({ url }) => (url.startsWith('https:') ? 'opened' : 'refused'),
    'app.info': async () => ({ version: '1', runtime: 'Electron', system: 'linux', logFile: '/log' }),
  };
  serveBridge(handlers, {
    ipc: { handle: (name, listener) => void served.set(name, listener) },
    maySpeak: () => maySpeak,
    windowOf: () => window,
    log: { file: '', write: (level, what) => void lines.push(`${level} ${what}`) },
  });
  const ask = (channel: Channel, raw: unknown): Promise<Reply> | undefined => served.get(REQUEST_PREFIX + channel)?.(event, raw);
  return { served, lines, ask };
}

describe('the bridge', () => {
  it('serves every request of the contract and no other', () => {
    expect([...aBridge().served.keys()].sort()).toEqual(
      Object.keys(CONTRACT)
        .map((channel) => REQUEST_PREFIX + channel)
        .sort(),
    );
  });

  it('answers a request that fits', async () => {
    expect(await aBridge().ask('link.open', { url: 'https://example.com' })).toEqual({ ok: true, value: 'opened' });
  });

  it('refuses a sender that is not the app, and arguments that do not fit, and logs both', async () => {
    const refusal = { ok: false, message: 'The desktop refused this request.' };
    const stranger = aBridge(false);
    expect(await stranger.ask('app.info', {})).toEqual(refusal);
    const { ask, lines } = aBridge();
    expect(await ask('link.open', { url: 7 })).toEqual(refusal);
    expect(await ask('files.save', { name: '../.bashrc', bytes: new Uint8Array(1) })).toEqual(refusal);
    expect(await ask('files.open', { accept: ['*'], multiple: true })).toEqual(refusal);
    expect([...stranger.lines, ...lines]).toEqual([
      'warning refused app.info',
      'warning refused link.open',
      'warning refused files.save',
      'warning refused files.open',
    ]);
  });

  it('says why something failed in the words of its cause', async () => {
    const reply = await aBridge().ask('files.save', { name: 'plan.csv', bytes: new Uint8Array(1) });
    expect(reply).toEqual({ ok: false, message: 'plan.csv could not be written: the disk is full' });
  });
});
