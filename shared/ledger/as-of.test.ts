import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { arrivedAfter, asOf } from './as-of';
import { instantOfAt } from './clock';
import { isEntry, type Entry, type RecordId } from './entry';
import { foldAll } from './fold';
import { redactItems } from './redact';
import { effectiveTimes, fieldHistory } from './history';
import { foldable, referenceFold } from './testing/reference-fold';
import { aWorld, foldIn, kindOf, logOf, World, type Device } from './testing/world';
import { withdrawnAmong, withoutWithdrawn } from './withdrawn';

const valuesOf = (records: Iterable<{ readonly id: RecordId; readonly values: object }>) =>
  new Map([...records].map(({ id, values }) => [id, values]));

describe('law 8, as-of', () => {
  law(
    'an instant is the fold of the entries up to it by effective time',
    fc.property(aWorld(), fc.nat(), (world, which) => {
      const entries = foldable(world.items);
      const times = effectiveTimes(entries);
      const moment = instantOfAt(times.get(entries[which % entries.length]?.id ?? '') ?? '');
      const then = entries.filter(({ id }) => instantOfAt(times.get(id) ?? '') <= moment);
      const shown = asOf(world.items, moment, kindOf, foldAll(world.items, kindOf));
      const expected = referenceFold(redactItems(then, foldAll(world.items, kindOf).redactions()), kindOf);
      expect(valuesOf(shown.records())).toEqual(new Map([...expected].map(([id, { values }]) => [id, values])));
    }),
  );

  law(
    'no moment shows a value without the value that it replaced having been there before',
    fc.property(aWorld(), fc.nat(), (world, which) => {
      const entries = foldable(world.items);
      const times = effectiveTimes(entries);
      const { edits = [], id } = entries[which % Math.max(1, entries.length)] ?? {};
      for (const seen of edits.flatMap(({ over }) => Object.values(over ?? {}).flat())) {
        if (times.has(seen) && id) expect((times.get(seen) ?? '') <= (times.get(id) ?? '')).toBe(true);
      }
    }),
  );

  law(
    'what was frozen never changes: neither by what arrives later nor by what happens later',
    fc.property(aWorld(10), aWorld(6), fc.nat(), (world, _other, who) => {
      const device = world.devices[who % world.devices.length] as Device;
      const [act] = world.commit(device, {
        act: 'deal.win',
        freezes: true,
        changes: [{ record: 'deal:A', set: { phase: 'kickoff' } }],
      }) as [Entry];
      const erases = world.entries.some(({ redacts }) => redacts !== undefined);
      // What its author takes back is not there at any moment.
      const withdrawn = withdrawnAmong(world.items);
      const atSignature = valuesOf(foldAll(withoutWithdrawn([...device.held.values()], withdrawn), kindOf).records());
      const late = world.devices.find((one) => one !== device) as Device;
      late.skew = -90 * 86_400_000;
      world.commit(late, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'an older offline edit' } }] });
      foldIn(device.fold, device.held, world.items);
      // Series parts that arrive later complete nothing that was signed; redactions erase whatever moment is shown.
      if (!erases) expect(valuesOf(asOf(device.held.values(), act, kindOf).records())).toEqual(atSignature);
      expect(asOf(device.held.values(), act, kindOf).get('deal:A')?.values['name']).not.toBe('an older offline edit');
    }),
  );

  law(
    'the entries of one record, read with the whole at hand, show it as the whole ledger would at any moment',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, who, which) => {
      const device = world.devices[who % world.devices.length] as Device;
      const [act] = world.commit(device, {
        act: 'deal.win',
        freezes: true,
        changes: [{ record: 'deal:A', set: { phase: 'kickoff' } }],
      }) as [Entry];
      const whole = foldAll(world.items, kindOf);
      const moments = [act, ...world.entries.map(({ at }) => instantOfAt(at))];
      const moment = moments[which % moments.length] as string | Entry;
      // A series that an instant cuts in two is shown by its parts here, and not at all where the whole is folded.
      if (typeof moment === 'string' && world.entries.some(({ series }) => series)) return;
      const shown = asOf(logOf(world.items, 'deal:A'), moment, kindOf, whole).get('deal:A');
      const partial = world.entries.some(({ id, series }) => series && (!whole.isFolded(id) || typeof moment !== 'string'));
      if (!partial) expect(shown?.values).toEqual(asOf(world.items, moment, kindOf).get('deal:A')?.values);
    }),
  );

  test('an offline edit from before the signature that arrives after it is listed, and not in the deal as signed', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const [offline] = world.commit(ben, {
      act: 'deal.edit',
      changes: [{ record: 'deal:A', set: { amount: { amount: 9, currency: 'EUR' } } }],
    }) as [Entry];
    const [act] = world.commit(ada, { act: 'deal.win', freezes: true, changes: [{ record: 'deal:A', set: { phase: 'kickoff' } }] }) as [
      Entry,
    ];
    foldIn(ada.fold, ada.held, [offline]);
    const dealLog = logOf(ada.held.values(), 'deal:A');
    expect(asOf(dealLog, act, kindOf, ada.fold).get('deal:A')?.values).toMatchObject({ amount: { amount: 1 }, phase: 'kickoff' });
    expect(ada.fold.get('deal:A')?.values).toMatchObject({ amount: { amount: 9 }, phase: 'kickoff' });
    expect(arrivedAfter(dealLog, act, ada.fold)).toEqual([offline]);
  });

  test('the entries of one deal are enough: chains that run through other deals do not hide any of them', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    for (const name of ['a', 'b', 'c']) {
      world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name } }] });
      world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:B', set: { name } }] });
    }
    const [act] = world.commit(ada, { act: 'deal.win', freezes: true, changes: [{ record: 'deal:A', set: { phase: 'kickoff' } }] }) as [
      Entry,
    ];
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'after' } }] });
    const dealLog = logOf(ada.held.values(), 'deal:A');
    expect(asOf(dealLog, act, kindOf).get('deal:A')?.values).toMatchObject({ name: 'c', phase: 'kickoff' });
    expect(asOf(dealLog, act, kindOf, ada.fold).get('deal:A')?.values).toMatchObject({ name: 'c', phase: 'kickoff' });
  });
});

describe('history of a field', () => {
  law(
    'every version that was ever set is there once, newest first, and the only head stands on top of what it replaced',
    fc.property(aWorld(), (world) => {
      const versions = fieldHistory(world.items, 'deal:A', 'name');
      const setters = world.entries.filter(({ edits }) =>
        edits.some((edit) => edit.record === 'deal:A' && ('set' in edit ? 'name' in edit.set : edit.fields.includes('name'))),
      );
      expect(new Set(versions.map(({ entry }) => entry.id))).toEqual(new Set(setters.map(({ id }) => id)));
      const place = new Map(versions.map(({ entry }, at) => [entry.id, at]));
      for (const { entry, at, over } of versions) {
        const older = over.filter((id) => id !== entry.id && place.has(id)).map((id) => versions[place.get(id) ?? 0]);
        for (const version of older) expect((version?.at ?? '') <= at).toBe(true);
      }
    }),
  );

  test('a field’s history names who, when and what it replaced', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.edit', why: 'client asked', changes: [{ record: 'deal:A', set: { name: 'Billing renewal 2027' } }] });
    const [newest, oldest] = fieldHistory([...ada.held.values()].filter(isEntry), 'deal:A', 'name');
    expect(newest).toMatchObject({
      value: 'Billing renewal 2027',
      entry: { by: 'person:P0', why: 'client asked' },
      over: [oldest?.entry.id],
    });
    expect(oldest).toMatchObject({ value: 'Billing renewal', over: [] });
  });
});
