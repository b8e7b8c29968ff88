import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromOutside } from '#shared/ipc/outside-messages';
import { readCommandLine } from './command-line';
import { Outside } from './outside';

const BODY = '01J8ZC5V3N7Q4R2S6T8W0X1Y3Z';

describe('what is opened outside of the app', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-'));
    writeFileSync(join(folder, 'For Ben.throughline'), '{"format":"throughline"}');
    mkdirSync(join(folder, 'folder.throughline'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const started = (...args: string[]): Outside => {
    const outside = new Outside(() => undefined);
    outside.offer(readCommandLine(args), folder);
    return outside;
  };

  it('a link is given once, to the first window that asks', async () => {
    const outside = started(`throughline://deal/${BODY}`);
    expect(await outside.take()).toEqual({ kind: 'link', record: `deal:${BODY}` });
    expect(await outside.take()).toEqual({ kind: 'nothing' });
  });

  it('a link that leads nowhere is said to, and is not handed on', async () => {
    expect(await started('throughline://settings/data?wipe=1').take()).toEqual({ kind: 'no-link' });
  });

  it('a file is found from the folder in which the app was started', async () => {
    const file = await started('For Ben.throughline').take();
    expect(file).toEqual({ kind: 'file', name: 'For Ben.throughline', bytes: new TextEncoder().encode('{"format":"throughline"}') });
    expect(fromOutside.safeParse(file).success).toBe(true);
  });

  it('a file that is gone, and a folder, are told plainly', async () => {
    expect(await started('gone.throughline').take()).toEqual({
      kind: 'unreadable',
      name: 'gone.throughline',
      why: 'gone',
    });
    expect(await started('folder.throughline').take()).toMatchObject({ kind: 'unreadable', why: 'no file' });
  });

  it('a job of the command line opens nothing', async () => {
    expect(await started('--backup', 'x.throughline').take()).toEqual({ kind: 'nothing' });
  });

  it('whoever opens a thousand links gets eight, in their order, each told', async () => {
    let told = 0;
    const outside = new Outside(() => (told += 1));
    for (let n = 0; n < 1000; n += 1) outside.offerLink(`throughline://deal/${BODY.slice(0, 22)}${String(1000 + n)}`);
    const taken = [];
    for (let item = await outside.take(); item.kind !== 'nothing'; item = await outside.take()) taken.push(item);
    expect([told, taken.length]).toEqual([8, 8]);
    expect(taken[7]).toEqual({ kind: 'link', record: `deal:${BODY.slice(0, 22)}1007` });
  });
});
