import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntries, type ChainTip } from '../ledger/chain';
import type { Entry } from '../ledger/entry';
import { Fold } from '../ledger/fold';
import { sha256Hex } from '../ledger/hash';
import { kindOf } from '../records/registry';
import { fromBase64, toBase64 } from './base64';
import { readWorkspaceFile, writeWorkspaceFile, type WorkspaceLine } from './bundle';
import { decodeText } from './decode-text';
import { verifyWorkspaceFile } from './verify-bundle';

const DEVICES = ['00000000000000aa', '00000000000000bb'];

/** A small firm: two devices, three entries each. */
function chains(): { readonly fold: Fold; readonly entries: readonly Entry[] } {
  const fold = new Fold(kindOf);
  const entries: Entry[] = [];
  let chance = 1;
  const random = (count: number) => Uint8Array.from({ length: count }, () => (chance = (chance * 31 + 7) % 251));
  for (const device of DEVICES) {
    let tip: ChainTip | undefined;
    for (let n = 0; n < 3; n += 1) {
      const command = {
        act: 'deal.edit',
        changes: [
          {
            record: `deal:${device}${n}` as const,
            set: { name: `Größe ${n} — “x”\n`, 'buyers/contact:1': true, amount: { amount: n, currency: 'EUR' } },
          },
        ],
      };
      const made = appendEntries(tip, command, { device, by: 'person:ana', now: 1_700_000_000_000 + n, random, fold });
      if (!made.ok) throw new Error(made.error.message);
      fold.add(made.value.entries);
      entries.push(...made.value.entries);
      tip = made.value.tip;
    }
  }
  return { fold, entries };
}

const bytes = Uint8Array.from([0, 1, 2, 250, 255]);

async function workspaceText(): Promise<string> {
  const { fold, entries } = chains();
  const pieces: string[] = [];
  const files = [{ id: `file:${sha256Hex(bytes)}` as const, name: 'mail.eml', type: 'message/rfc822', bytes }];
  for await (const piece of writeWorkspaceFile({ name: 'Firm', ledgers: [{ ledger: 'team', have: fold.have(), items: entries }], files }))
    pieces.push(piece);
  return pieces.join('');
}

const lines = async (text: string): Promise<readonly WorkspaceLine[]> => {
  const read: WorkspaceLine[] = [];
  for await (const line of readWorkspaceFile([text])) read.push(line);
  return read;
};

describe('a workspace file', () => {
  it('gives back every entry and file that went in, and its chains hold', async () => {
    const text = await workspaceText();
    const read = await lines(text);
    expect(read.map(({ kind }) => kind)).toEqual(['header', ...Array<string>(6).fill('item'), 'file', 'seal']);
    expect(read.flatMap((line) => (line.kind === 'item' ? [line.raw] : []))).toEqual(chains().entries);
    expect(read.flatMap((line) => (line.kind === 'file' ? [line.file.bytes] : []))).toEqual([bytes]);
    expect(await verifyWorkspaceFile([text])).toEqual({ ok: true, name: 'Firm', entries: 6, leftOut: 0, devices: 2, files: 1 });
  });

  it('is the same in whatever pieces it is read', async () => {
    const text = await workspaceText();
    const pieces = [...text].map((_, at) => text.slice(at * 7, at * 7 + 7));
    expect(await verifyWorkspaceFile(pieces)).toMatchObject({ ok: true });
  });

  it('with one byte altered anywhere does not verify', async () => {
    const raw = new TextEncoder().encode(await workspaceText());
    await fc.assert(
      fc.asyncProperty(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = raw.slice();
        altered[at] = (altered[at] ?? 0) ^ by;
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(altered);
        expect(await verifyWorkspaceFile([text])).toMatchObject({ ok: false, line: expect.any(Number), reason: expect.any(String) });
      }),
      { numRuns: 1_000 },
    );
  });

  it('names the entry in which a byte was altered', async () => {
    const text = await workspaceText();
    const [, , third] = chains().entries;
    const altered = text.replace('Größe 2', 'Größe 7');
    expect(await verifyWorkspaceFile([altered])).toEqual({
      ok: false,
      line: 4,
      entry: third?.id,
      reason: 'the content does not match the id',
    });
  });

  it('names the entry after one that was dropped, and the tip of a chain that was cut', async () => {
    const all = (await workspaceText()).split('\n');
    const { entries } = chains();
    const without = (line: number) => all.filter((_, index) => index !== line - 1).join('\n');
    expect(await verifyWorkspaceFile([without(3)])).toMatchObject({ ok: false, entry: entries[2]?.id });
    expect(await verifyWorkspaceFile([without(4)])).toMatchObject({
      ok: false,
      entry: entries[2]?.id,
      reason: 'the last entry of its chain is not there',
    });
    expect(await verifyWorkspaceFile([without(8)])).toMatchObject({ ok: false, reason: expect.stringContaining('the seal does not hold') });
    expect(await verifyWorkspaceFile([without(9)])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('the end of the file is missing'),
    });
  });

  it('names an entry that was put in twice, or that no chain of the header has', async () => {
    const text = await workspaceText();
    const all = text.split('\n');
    expect(await verifyWorkspaceFile([[...all.slice(0, 3), ...all.slice(2)].join('\n')])).toMatchObject({
      ok: false,
      line: 4,
      reason: 'it stands on line 3 already',
    });
    const header = (all[0] ?? '').replace(/"00000000000000bb":\{"tips":\[\{[^}]*\}\]\}/, '"00000000000000cc":{"tips":[]}');
    expect(await verifyWorkspaceFile([[header, ...all.slice(1)].join('\n')])).toMatchObject({
      ok: false,
      line: 5,
      reason: 'it is in no chain that the header names',
    });
  });

  it('that is empty, or no workspace file at all, says so', async () => {
    expect(await verifyWorkspaceFile([''])).toEqual({ ok: false, line: 1, reason: 'the file is empty' });
    expect(await verifyWorkspaceFile(['hello\n'])).toEqual({ ok: false, line: 1, reason: 'it is not a line of a workspace file' });
  });

  it('is read to its end, however damaged, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (junk) => {
        expect((await verifyWorkspaceFile([decodeText(junk).text])).ok).toBe(false);
      }),
    );
  });
});

describe('base 64', () => {
  it('gives back all bytes, and refuses every other text of the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
        const text = toBase64(content);
        expect(text).toBe(Buffer.from(content).toString('base64'));
        expect(fromBase64(text)).toEqual({ ok: true, value: content });
      }),
    );
    for (const text of ['A', 'AB==', 'AAB=', '=AAA', 'AA=A', 'A A=', 'AAA\u00e9']) expect(fromBase64(text).ok).toBe(false);
  });
});
