import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '#shared/ledger/command';
import { recordsFrom } from '#shared/records/records-from';
import { openMemoryWorkspace } from './memory-workspace';
import type { OpenWorkspace } from './open-workspace';

const account = (n: number) => `account:01J000000000000000000000A${n}` as const;
const deal = (n: number) => `deal:01J000000000000000000000D${n}` as const;
const contact = (n: number) => `contact:01J000000000000000000000C${n}` as const;

const small = fc.integer({ min: 0, max: 3 });
/** Creations, edits, moves, memberships and archivings of a handful of records. */
const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    fc.record({ n: small, to: small }).map(({ n, to }) => change(deal(n), { name: `Deal ${n}`, phase: 'discovery', account: account(to) })),
    fc.record({ n: small }).map(({ n }) => change(account(n), { name: `Account ${n}` })),
    fc
      .record({ n: small, c: small, on: fc.boolean() })
      .map(({ n, c, on }) => change(deal(n), { name: `Deal ${n}`, phase: 'scoping', [`buyers/${contact(c)}`]: on ? true : null })),
    fc
      .record({ n: small, away: fc.boolean() })
      .map(({ n, away }) => change(deal(n), { name: `Deal ${n}`, phase: 'discovery', archived: away ? true : null })),
  ),
  { minLength: 1, maxLength: 25 },
);

const change = (record: Command['changes'][number]['record'], set: Command['changes'][number]['set']): Command => ({
  act: 'test.change',
  changes: [{ record, set }],
});

/** All that can be asked of these records. */
function answers(records: Pick<OpenWorkspace['records'], 'all' | 'of' | 'get'>): unknown {
  const ids = [0, 1, 2, 3];
  return {
    deals: records.all('deal'),
    accounts: records.all('account'),
    byAccount: ids.map((n) => records.of('deal', 'account', account(n))),
    byBuyer: ids.map((n) => records.of('deal', 'buyers', contact(n))),
    each: ids.map((n) => records.get('deal', deal(n))),
  };
}

test('lists and indexes that are mended command by command are what they would be if made anew', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      const workspace = await openMemoryWorkspace();
      answers(workspace.records);
      for (const command of all) {
        const done = await workspace.commit(command);
        if (!done.ok) throw new Error(done.error.message);
        expect(answers(workspace.records)).toEqual(answers(recordsFrom(workspace.ledgers.team.fold.records())));
      }
      await workspace.close();
    }),
    { numRuns: 100 },
  );
});

test('a list keeps its reference until one of its records changes', async () => {
  const workspace = await openMemoryWorkspace({
    commands: [change(account(1), { name: 'One' }), change(deal(1), { name: 'D', phase: 'discovery' })],
  });
  const deals = workspace.records.all('deal');
  const accounts = workspace.records.all('account');
  await workspace.commit(change(account(1), { name: 'Two' }));
  expect(workspace.records.all('deal')).toBe(deals);
  expect(workspace.records.all('account')).not.toBe(accounts);
});
