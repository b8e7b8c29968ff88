// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserPlatform } from './browser-platform';

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

  it('says which version it is', async () => {
    expect(await browserPlatform.info()).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });
});
