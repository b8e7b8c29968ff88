// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserPlatform } from './browser-platform';
import { loadPolicy } from './policy';

describe('the platform in a browser', () => {
  afterEach(() => vi.restoreAllMocks());

  it('opens https links in a new tab that knows nothing of us, and nothing else', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    expect(await browserPlatform.openExternal('https://example.com/a')).toBe('opened');
    expect(await browserPlatform.openExternal('javascript:alert(1)')).toBe('refused');
    expect(open.mock.calls).toEqual([['https://example.com/a', '_blank', 'noopener,noreferrer']]);
  });

  it('reads the files that a person picks, and none when they cancel', async () => {
    const clicks = vi.spyOn(HTMLInputElement.prototype, 'click');
    clicks.mockImplementationOnce(function (this: HTMLInputElement) {
      Object.defineProperty(this, 'files', { value: [new File(['ab'], 'deals.csv')] });
      this.dispatchEvent(new Event('change'));
    });
    expect(await browserPlatform.openFiles({ accept: ['.csv'], multiple: true })).toEqual([
      { name: 'deals.csv', bytes: new Uint8Array([97, 98]) },
    ]);
    clicks.mockImplementationOnce(function (this: HTMLInputElement) {
      this.dispatchEvent(new Event('cancel'));
    });
    expect(await browserPlatform.openFiles({ accept: [], multiple: false })).toEqual([]);
  });

  it('asks its shell about servers over HTTP, and takes only answers that fit', async () => {
    const asked: unknown[] = [];
    const answers: unknown[] = [
      { ok: true, value: [] },
      { ok: false, message: 'The hub did not start.' },
      { ok: true, value: 'perhaps' },
    ];
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      asked.push([path, init.method, init.body]);
      const answer = answers.shift();
      return new Response(answer ? JSON.stringify(answer) : '<h1>Not found</h1>');
    });
    const { hub } = browserPlatform;
    expect(await hub.connections()).toEqual([]);
    await expect(hub.host({ running: true, network: false })).rejects.toThrow('The hub did not start.');
    await expect(hub.keepsSecrets()).rejects.toThrow('Invalid');
    await expect(hub.whoAmI('0123456789abcdef')).rejects.toThrow('Start it again with: npm start');
    expect(asked).toEqual([
      ['/call/hub.connections', 'POST', '{}'],
      ['/call/hub.host', 'POST', '{"running":true,"network":false}'],
      ['/call/hub.keepsSecrets', 'POST', '{}'],
      ['/call/hub.whoAmI', 'POST', '{"connection":"0123456789abcdef"}'],
    ]);
    vi.unstubAllGlobals();
  });

  it('saves no file and opens no page that the organisation does not allow, but what helps to find a fault', async () => {
    const answer = { ok: true, value: { policy: { exportAllowed: false, allowedHosts: ['hub.firm.example'] }, source: '/etc/x.json' } };
    vi.stubGlobal('fetch', async () => Response.json(answer));
    await loadPolicy(browserPlatform);
    const [open, click] = [vi.spyOn(window, 'open'), vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()];
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    const file = { name: 'a.csv', type: 'text/csv', content: new Blob(['a']) };
    await expect(browserPlatform.saveFile(file)).rejects.toThrow('Your organisation has switched off saving');
    expect(await browserPlatform.openExternal('https://example.com')).toBe('refused');
    expect([open.mock.calls, click.mock.calls]).toEqual([[], []]);
    const text = await browserPlatform.collectDiagnostics({ language: 'en', screen: { width: 1, height: 1, scale: 1 } });
    expect(JSON.parse(text)).toMatchObject({ policy: { source: '/etc/x.json', exportAllowed: false }, window: { language: 'en' } });
    expect([await browserPlatform.saveDiagnostics(), click.mock.calls.length]).toEqual(['saved', 1]);
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, value: { policy: {} } }));
    await loadPolicy(browserPlatform);
    expect(await browserPlatform.saveFile(file)).toBe('saved');
    vi.unstubAllGlobals();
  });

  it('says which version it is', async () => {
    expect(await browserPlatform.info()).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });
});
