import type { BrowserWindow, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, CONTRACT, type Reply, type Request } from '#shared/ipc/contract';
import { REQUEST_PREFIX } from '#shared/ipc/ipc-name';
import { law } from '../test/law';
import { type Handlers, serveBridge } from './bridge';
import { mayUseBridge } from './home-address';

const HOME = 'app://throughline/';
const CHANNELS = Object.keys(CONTRACT) as Channel[];
const REFUSAL: Reply = { ok: false, message: 'The desktop refused this request.' };
const top = { parent: null, url: 'app://throughline/pipeline' } as unknown as WebFrameMain;

/** The bridge as main.ts serves it, with handlers that only tell what reached them. */
function aBridge(window: BrowserWindow | null = {} as BrowserWindow) {
  const served = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => Promise<Reply>>();
  const reached: unknown[] = [];
  const tell = async (request: unknown): Promise<string> => {
    reached.push(request);
    return 'reached';
  };
  const handlers = Object.fromEntries(CHANNELS.map((channel) => [channel, tell])) as unknown as Handlers;
  serveBridge(handlers, {
    ipc: { handle: (name, listener) => void served.set(name, listener) },
    maySpeak: (frame) => mayUseBridge(frame, HOME),
    windowOf: () => window,
    log: { file: '', write: () => undefined },
  });
  const ask = (channel: Channel, raw: unknown, senderFrame: WebFrameMain | null = top): Promise<Reply> | undefined =>
    served.get(REQUEST_PREFIX + channel)?.({ senderFrame } as IpcMainInvokeEvent, raw);
  return { ask, reached };
}

const GARBAGE: readonly unknown[] = [undefined, null, true, 7, Number.NaN, 'text', [], [{}], () => undefined, Symbol('x'), 1n];

const TOKEN = '0123456789abcdef';
const BACKUP = `throughline-${TOKEN}-20261130-090000.throughline-backup`;
const user = { name: 'ada', roles: ['AE'] };
const admin = 'local' as const;

/** One request of each channel that is right, so that only the sender can be wrong. A new channel does not compile without one. */
const VALID: { readonly [C in Channel]: Request<C> } = {
  'files.open': { accept: ['.csv'], multiple: true },
  'files.save': { name: 'plan.csv', bytes: new Uint8Array(1) },
  'link.open': { url: 'https://example.com' },
  'app.info': {},
  'diagnostics.collect': { window: { language: 'en', screen: { width: 1, height: 1, scale: 1 } } },
  'diagnostics.save': {},
  'updates.read': {},
  'updates.choose': { channel: 'stable' },
  'updates.check': {},
  'updates.download': { metered: false },
  'updates.install': {},
  'backups.list': { workspace: TOKEN },
  'backups.begin': { workspace: TOKEN, madeAt: '2026-11-30T09:00:00.000Z', to: 'folder' },
  'backups.append': { writing: TOKEN, bytes: new Uint8Array(1) },
  'backups.readBack': { writing: TOKEN, offset: 0 },
  'backups.keep': { writing: TOKEN },
  'backups.drop': { writing: TOKEN },
  'backups.open': { from: BACKUP },
  'backups.read': { reading: TOKEN, offset: 0 },
  'backups.close': { reading: TOKEN },
  'backups.chooseFolder': {},
  'backups.showFolder': {},
  'backups.job': {},
  'backups.jobDone': { ok: true, message: '' },
  'profile.mark': {},
  'outside.take': {},
  'menu.word': { labels: { 'menu.file': '&Datei' }, available: ['deal.new'] },
  'window.act': { act: 'zoom.in' },
  'vault.wrap': { key: new Uint8Array(32) },
  'vault.unwrap': { wrapped: 'AAAA' },
  'policy.read': {},
  'hub.keepsSecrets': {},
  'hub.connections': {},
  'hub.signIn': { url: 'https://hub.example', user: 'ada', password: 'x' },
  'hub.unlock': { connection: TOKEN, passphrase: 'x' },
  'hub.whoAmI': { connection: TOKEN },
  'hub.signOut': { connection: TOKEN },
  'hub.local': {},
  'hub.host': { running: true, network: false },
  'hub.setUp': { admin, workspace: 'firm', title: 'Firm', user },
  'hub.giveAccess': { admin, workspace: 'firm', user },
  'hub.users': { admin, workspace: 'firm' },
};

/** The channels that want something, each with one of the things that they want. */
const WANTED = CHANNELS.flatMap((channel) => Object.keys(CONTRACT[channel].request.shape).map((field) => [channel, field] as const));

describe.each(CHANNELS)('%s', (channel) => {
  it('refuses whatever is not an object, before its handler sees it', async () => {
    const { ask, reached } = aBridge();
    for (const garbage of GARBAGE) expect(await ask(channel, garbage)).toEqual(REFUSAL);
    expect(reached).toEqual([]);
  });

  it('refuses a frame inside the page, another page, a frame that is gone and a window that is gone', async () => {
    const valid = VALID[channel];
    expect(await aBridge().ask(channel, valid)).toEqual({ ok: true, value: 'reached' });
    const strangers = [
      { parent: top, url: HOME },
      { parent: null, url: 'https://evil.example/' },
      { parent: null, url: 'file:///home/ada/page.html' },
      { parent: null, url: 'app://throughline.evil/' },
      { parent: null, url: 'about:srcdoc' },
      null,
    ] as unknown as (WebFrameMain | null)[];
    for (const stranger of strangers) {
      const { ask, reached } = aBridge();
      expect([await ask(channel, valid, stranger), reached]).toEqual([REFUSAL, []]);
    }
    const closed = aBridge(null);
    expect([await closed.ask(channel, valid), closed.reached]).toEqual([REFUSAL, []]);
  });
});

it.each(WANTED)('%s refuses a %s that is a function, a symbol or an endless structure', async (channel, field) => {
  const { ask, reached } = aBridge();
  const endless: Record<string, unknown> = {};
  endless['itself'] = endless;
  for (const bad of [() => undefined, Symbol('x'), endless]) expect(await ask(channel, { [field]: bad })).toEqual(REFUSAL);
  expect(reached).toEqual([]);
});

law(
  'whatever is sent on any channel, a handler sees nothing but what the contract makes of it',
  fc.asyncProperty(fc.constantFrom(...CHANNELS), fc.anything({ withNullPrototype: true }), async (channel, raw) => {
    const { ask, reached } = aBridge();
    const parsed = CONTRACT[channel].request.safeParse(raw);
    const reply = await ask(channel, raw);
    expect(reply).toEqual(parsed.success ? { ok: true, value: 'reached' } : REFUSAL);
    expect(reached).toEqual(parsed.success ? [parsed.data] : []);
    expect(Object.prototype).not.toHaveProperty('polluted');
  }),
);

law(
  'an object with every name that a channel knows and garbage under each is refused or taken without the garbage',
  fc.asyncProperty(fc.constantFrom(...CHANNELS), fc.dictionary(fc.string(), fc.anything()), fc.anything(), async (channel, more, value) => {
    const fields = Object.keys(CONTRACT[channel].request.shape);
    const { ask, reached } = aBridge();
    await ask(channel, { ...more, ...Object.fromEntries(fields.map((field) => [field, value])) });
    for (const seen of reached) expect(fields).toEqual(expect.arrayContaining(Object.keys(seen as object)));
  }),
);
