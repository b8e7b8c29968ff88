import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { isEntry, isRedacted, seqOf, type Entry, type EntryId, type Json, type LedgerItem, type RecordId } from './entry';
import { Fold, foldAll } from './fold';
import { aWorld, foldIn, kindOf, logsOf, World, type Device } from './testing/world';
import { verifyChain } from './verify-chain';
import { withdrawal } from './withdraw';
import { stubOf, withdrawnAmong, withoutWithdrawn } from './withdrawn';

describe('withdrawal', () => {
  const shown = (fold: Fold) => ({
    records: valuesOf(fold),
    clashes: fold.clashes(),
    have: fold.have(),
    withdrawn: fold.withdrawals().toSorted(),
  });
  const valuesOf = (fold: Fold) => new Map([...fold.records()].map(({ id, values }) => [id, values]));

  law(
    'who holds the content of a withdrawn entry, who got it late and who got a stub come to the same records and have',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, who, which) => {
      const device = world.devices[who % world.devices.length] as Device;
      foldIn(device.fold, device.held, world.items);
      const refused = world.commit(device, {
        act: 'deal.edit',
        changes: [{ record: 'deal:A', set: { name: 'refused', [`n${which % 3}`]: 'refused' } }],
      })[0] as Entry;
      if (which % 2 === 0) world.commit(device, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'built on it' } }] });
      const [act] = world.commit(device, withdrawal([refused], device.fold, logsOf(device, refused), kindOf)) as [Entry];
      const author = shown(device.fold);
      expect(device.held.get(refused.id)).toEqual(stubOf(refused));
      expect(JSON.stringify(device.fold.get('deal:A')?.values)).not.toContain('refused');
      const rest = world.items.filter(({ id }) => id !== refused.id && id !== act.id);
      const forms: readonly (readonly LedgerItem[])[] = [
        [refused, act],
        [act, refused],
        [stubOf(refused), act],
        [act, stubOf(refused), refused],
      ];
      for (const form of forms) {
        expect(shown(foldAll([...rest, ...form], kindOf))).toEqual(author);
        const late = new Fold(kindOf);
        const held = new Map<EntryId, LedgerItem>();
        for (const batch of [rest, ...form.map((item) => [item])]) foldIn(late, held, batch);
        expect(shown(late)).toEqual(author);
        expect(held.get(refused.id)).toEqual(stubOf(refused));
      }
    }),
  );

  law(
    'whatever arrives, withdrawn content is nowhere in what is kept, and every chain still verifies',
    fc.property(aWorld(), (world) => {
      const kept = withoutWithdrawn(world.items);
      const withdrawn = withdrawnAmong(world.items);
      for (const item of kept)
        if (withdrawn.has(item.id)) expect(item).toEqual({ id: item.id, prev: item.prev, hash: expect.any(String) as string });
      expect(verifyChain(kept, foldAll(world.items, kindOf).have())).toEqual([]);
      expect(foldAll(kept, kindOf).have()).toEqual(foldAll(world.items, kindOf).have());
    }),
  );

  const story = (field: string, ...values: readonly Json[]) => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const entries = values.map(
      (value) => world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:W', set: { [field]: value } }] })[0] as Entry,
    );
    return { world, ada, ben, entries: entries as [Entry, ...Entry[]] };
  };

  test('what a refused edit had replaced shows again, and nobody has edited it anew', () => {
    const { world, ada, entries } = story('name', 'before', 'refused');
    const [before, refused] = entries as [Entry, Entry];
    const [act] = world.commit(ada, withdrawal([refused], ada.fold, logsOf(ada, refused), kindOf)) as [Entry];
    expect(act.edits).toEqual([]);
    expect(ada.fold.get('deal:W')?.values['name']).toBe('before');
    expect(ada.fold.heads('deal:W', 'name')).toEqual([before.id]);
  });

  test('what was built on a refused edit stays, without a clash that nobody made', () => {
    const { world, ada, entries } = story('name', 'before', 'refused', 'built on it');
    const refused = entries[1] as Entry;
    world.commit(ada, withdrawal([refused], ada.fold, logsOf(ada, refused), kindOf));
    expect(ada.fold.get('deal:W')?.values['name']).toBe('built on it');
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('a field that the author may not write is not stated again', () => {
    const { world, ada, entries } = story('amount', 1, 2, 3);
    const refused = entries[1] as Entry;
    const command = withdrawal([refused], ada.fold, logsOf(ada, refused), kindOf, () => false);
    expect(command.changes).toEqual([]);
    world.commit(ada, command);
    expect(ada.fold.clashes()).toMatchObject([{ field: 'amount', sides: [{ value: 3 }, { value: 1 }] }]);
  });

  test('an edit that somebody else made meanwhile is not contested by taking back one’s own', () => {
    const { world, ada, ben, entries } = story('name', 'before', 'refused');
    const [before, refused] = entries as [Entry, Entry];
    foldIn(ben.fold, ben.held, [before]);
    world.commit(ben, { act: 'deal.edit', changes: [{ record: 'deal:W', set: { name: 'by Ben' } }] });
    world.commit(ada, withdrawal([refused], ada.fold, logsOf(ada, refused), kindOf));
    foldIn(ada.fold, ada.held, [...ben.held.values()]);
    expect(ada.fold.get('deal:W')?.values['name']).toBe('by Ben');
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('a refused withdrawal is withdrawn in turn, and what it took back stays taken back', () => {
    const { world, ada, entries } = story('name', 'before', 'refused');
    const refused = entries[1] as Entry;
    const [first] = world.commit(ada, withdrawal([refused], ada.fold, logsOf(ada, refused), kindOf)) as [Entry];
    const [second] = world.commit(ada, withdrawal([first], ada.fold, logsOf(ada, first), kindOf)) as [Entry];
    expect(second.withdraws).toEqual([first.id, refused.id]);
    const fold = foldAll([...withoutWithdrawn(world.items)], kindOf);
    expect(fold.get('deal:W')?.values['name']).toBe('before');
    expect(fold.have()).toEqual(ada.fold.have());
    expect(fold.have()[ada.id]?.tips).toMatchObject([{ seq: seqOf(second.id) }]);
  });

  test('a series of which a part is withdrawn shows in none of its parts', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    const changes = Array.from({ length: 600 }, (_, at) => ({ record: `contact:${at}` as RecordId, set: { name: 'x' } }));
    const [one, two] = world.commit(ada, { act: 'import.csv', changes }) as [Entry, Entry];
    world.commit(ada, { act: 'ledger.withdraw', withdraws: [two.id], changes: [] });
    expect(ada.fold.get('contact:0')).toBeUndefined();
    expect(foldAll([one, two, ...world.items], kindOf).get('contact:0')).toBeUndefined();
  });

  test('no entry takes back one that comes after it', () => {
    const { world, ada, entries } = story('name', 'first');
    const later = world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:W', set: { name: 'later' } }] })[0] as Entry;
    const forged = { ...entries[0], withdraws: [later.id] };
    expect(withoutWithdrawn([forged, later])).toEqual([forged, later]);
  });

  test('nobody can withdraw what another device wrote: its stub stays a gap', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const [hers] = world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'hers' } }] }) as [Entry];
    world.commit(ben, { act: 'ledger.withdraw', withdraws: [hers.id], changes: [] });
    const [first] = [...ada.held.values()].filter(isEntry);
    const fold = foldAll([first as Entry, stubOf(hers), ...ben.held.values()], kindOf);
    expect(fold.have()[ada.id]?.tips.map(({ seq }) => seq)).toEqual([1]);
    expect(hers.edits.some(isRedacted)).toBe(false);
  });
});
