import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Entry, LedgerItem } from './entry';
import { foldAll } from './fold';
import { fieldHistory } from './history';
import { redactEntry, redaction, redactItems } from './redact';
import { aWorld, foldIn, kindOf, World, type Device } from './testing/world';
import { verifyChain } from './verify-chain';

const records = (items: Iterable<LedgerItem>) =>
  new Map(
    [...foldAll(items, kindOf).records()].map((record) => [
      record.id,
      { values: record.values, redacted: record.redacted, clashing: record.clashing, merged: record.merged },
    ]),
  );

describe('redaction', () => {
  law(
    'whoever gets the erased form and whoever erases later come to the same records, before or after the redaction arrives',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, which, order) => {
      const device = world.devices[0] as Device;
      foldIn(device.fold, device.held, world.items);
      const entries = world.entries.filter(({ edits }) => edits.length > 0);
      const target = entries[which % entries.length] as Entry;
      const record = target.edits[0]?.record ?? 'deal:A';
      const [act] = world.commit(device, redaction([{ entry: target.id, record }], 'asked to be forgotten')) as [Entry];
      const others = world.items.filter(({ id }) => id !== target.id && id !== act.id);
      const erased = redactEntry(target, new Set([record]));
      const expected = records([...others, target, act]);
      const forms: readonly (readonly LedgerItem[])[] = [
        [act, target],
        [target, act],
        [erased, act],
        [act, erased],
        [erased, act, target],
      ];
      const form = forms[order % forms.length] ?? [];
      expect(records(order % 2 === 0 ? [...others, ...form] : [...form, ...others])).toEqual(expected);
      foldIn(device.fold, device.held, [target]);
      expect(device.fold.redactions()).toContainEqual({ entry: target.id, record });
    }),
  );

  law(
    'an erased value is nowhere in a pull, bundle or backup, and the chain still verifies',
    fc.property(aWorld(), fc.nat(), (world, which) => {
      const device = world.devices[0] as Device;
      foldIn(device.fold, device.held, world.items);
      const [said] = world.commit(device, {
        act: 'contact.edit',
        changes: [{ record: 'contact:X', set: { phone: 'SECRET', [`note ${which}`]: 'SECRET' } }],
      }) as [Entry];
      world.commit(device, redaction([{ entry: said.id, record: 'contact:X' }], 'asked to be forgotten'));
      const kept = redactItems(world.items);
      expect(JSON.stringify(kept)).not.toContain('SECRET');
      expect(verifyChain(kept, device.fold.have())).toEqual([]);
      expect(device.fold.get('contact:X')).toMatchObject({ values: {}, redacted: [`phone`, `note ${which}`].toSorted() });
    }),
  );

  test('an erased value is never replaced by an older one, and history says that it was there', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'old name' } }] });
    const [said] = world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'Ada’s illness' } }] }) as [Entry];
    world.commit(ada, redaction([{ entry: said.id, record: 'deal:A' }], 'asked to be forgotten'));
    expect(ada.fold.get('deal:A')?.values).not.toHaveProperty('name');
    expect(ada.fold.get('deal:A')?.redacted).toEqual(['name']);
    const [newest, older] = fieldHistory(ada.held.values(), 'deal:A', 'name');
    expect(newest).not.toHaveProperty('value');
    expect(older?.value).toBe('old name');
  });

  test('an erased form that no redaction names takes nothing from who holds the entry in full', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const [said] = world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'kept' } }] }) as [Entry];
    const forged = redactEntry(said, new Set(['deal:A']));
    foldIn(ada.fold, ada.held, [forged]);
    expect(ada.fold.get('deal:A')?.values['name']).toBe('kept');
    foldIn(ben.fold, ben.held, [forged]);
    expect(ben.fold.get('deal:A')?.redacted).toEqual(['name']);
    foldIn(ben.fold, ben.held, [said]);
    expect(ben.fold.get('deal:A')?.values['name']).toBe('kept');
  });
});
