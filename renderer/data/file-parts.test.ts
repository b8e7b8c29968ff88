import { describe, expect, it } from 'vitest';
import { writeWorkspaceFile } from '#shared/exchange/bundle';
import { appendEntries } from '#shared/ledger/chain';
import { Fold } from '#shared/ledger/fold';
import { unpackPage } from '#shared/ledger/page';
import { kindOf } from '#shared/records/registry';
import { partsOfFile, type FilePart } from './file-parts';

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const piece of pieces) got.push(piece);
  return got;
}

/** A firm of one entry, with words of one, two, three and four bytes. */
async function workspaceText(): Promise<string> {
  const fold = new Fold(kindOf);
  const command = { act: 'deal.create', changes: [{ record: 'deal:a' as const, set: { name: 'Größe “x” 🚢' } }] };
  const made = appendEntries(undefined, command, {
    device: '00000000000000aa',
    by: 'person:ana',
    now: 0,
    random: (n) => new Uint8Array(n),
    fold,
  });
  if (!made.ok) throw new Error(made.error.message);
  fold.add(made.value.entries);
  const ledgers = [{ ledger: 'team' as const, have: fold.have(), items: made.value.entries }];
  return (await all(writeWorkspaceFile({ name: 'Firm', ledgers, files: [] }))).join('');
}

const partsOf = (text: string): Promise<FilePart[]> => all(partsOfFile(new Blob([text])));
const refusedOf = (parts: readonly FilePart[]) => parts.flatMap((part) => (part.kind === 'end' ? part.refused : []));

describe('reading a workspace file', () => {
  it('gives pages that hold by their own ids, and finds the seal whole', async () => {
    const parts = await partsOf(await workspaceText());
    const pages = parts.flatMap((part) => (part.kind === 'pages' ? part.pages : []));
    expect(pages.map(({ id, entries }) => unpackPage({ id, text: entries }).ok)).toEqual([true]);
    expect(refusedOf(parts)).toEqual([]);
  });

  it('says that the file was altered where only its name was', async () => {
    const text = await workspaceText();
    expect(refusedOf(await partsOf(text.replace('"Firm"', '"Form"')))).toEqual([
      { line: 3, reason: 'the file was altered after it was written' },
    ]);
  });

  it('says that the end is missing where the seal was cut off', async () => {
    const text = await workspaceText();
    expect(refusedOf(await partsOf(text.slice(0, text.indexOf('{"seal"'))))).toEqual([
      { line: 0, reason: 'the end of the file is missing' },
    ]);
  });
});
