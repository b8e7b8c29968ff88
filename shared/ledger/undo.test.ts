import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { settle, type Clash } from './clash';
import { ARCHIVED, fieldsOf, type Entry, type Json } from './entry';
import { aWorld, foldIn, kindOf, logsOf, World, type Device } from './testing/world';
import { planUndo, type UndoPlan } from './undo';

/** One of the values; an archiving is carried out or not. */
function valueFor({ kind, sides }: Clash, which: number): Json {
  if (kind === 'archived') return which % 2 === 0;
  return sides[which % sides.length]?.value ?? null;
}

function carryOut(world: World, device: Device, { command, again }: UndoPlan): [Entry, ...Entry[]] {
  const commands = [command ?? { act: 'none', changes: [] }, ...again];
  return commands.flatMap((one) => world.commit(device, one)) as [Entry, ...Entry[]];
}

describe('undo', () => {
  law(
    'what has just been done is undone completely, and redone completely',
    fc.property(
      aWorld(),
      fc.nat(),
      fc.dictionary(fc.constantFrom('name', 'notes', 'amount', 'rank'), fc.string(), { minKeys: 1 }),
      (world, who, set) => {
        const device = world.devices[who % world.devices.length] as Device;
        const values = () => ({ ...device.fold.get('deal:A')?.values });
        const before = values();
        if (!device.fold.get('deal:A')) return;
        const redacted = device.fold.get('deal:A')?.redacted ?? [];
        if (redacted.length > 0) return;
        const [done] = world.commit(device, { act: 'deal.edit', changes: [{ record: 'deal:A', set }] }) as [Entry];
        const after = values();
        const undo = planUndo([done], device.fold, logsOf(device, done), kindOf);
        expect(undo.rest).toEqual([]);
        const undone = carryOut(world, device, undo);
        for (const field of Object.keys(set)) expect(values()[field] ?? null).toEqual(before[field] ?? null);
        const redo = planUndo(undone, device.fold, logsOf(device, undone[0]), kindOf);
        world.commit(device, redo.command ?? { act: 'none', changes: [] });
        for (const field of Object.keys(set)) expect(values()[field]).toEqual(after[field]);
      },
    ),
  );

  law(
    'an undo touches only fields whose only head is what it undoes, and lists every other',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, who, which) => {
      const device = world.devices[who % world.devices.length] as Device;
      const entries = world.entries.filter(({ id }) => device.held.has(id) && device.fold.effectiveAt(id) !== undefined);
      const entry = entries[which % Math.max(1, entries.length)];
      if (!entry) return;
      const { command, rest } = planUndo([entry], device.fold, logsOf(device, entry), kindOf);
      const touched = new Set((command?.changes ?? []).flatMap(({ record, set }) => Object.keys(set).map((field) => `${record} ${field}`)));
      const archived = new Set((command?.changes ?? []).filter(({ set }) => set[ARCHIVED] === true).map(({ record }) => record));
      const left = new Set(rest.map(({ record, field }) => `${record} ${field}`));
      for (const edit of entry.edits) {
        for (const field of fieldsOf(edit)) {
          const heads = device.fold.heads(edit.record, field);
          const isOurs = heads.length === 1 && heads[0] === entry.id;
          const name = `${edit.record} ${field}`;
          if (!isOurs) expect(left.has(name)).toBe(true);
          if (touched.has(name)) expect(isOurs || archived.has(edit.record)).toBe(true);
        }
      }
    }),
  );

  law(
    'an undone settlement decides nothing: the clash stands again with the same values, and redoing settles it as before',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, who, which) => {
      const device = world.devices[who % world.devices.length] as Device;
      const known = (clash: Clash) => clash.sides.every(({ value }) => value !== undefined);
      const clashes = device.fold.clashes().filter(known);
      const clash = clashes[which % Math.max(1, clashes.length)];
      if (!clash || (device.fold.get(clash.record)?.redacted ?? []).length > 0) return;
      const valuesOf = (one: Clash | undefined) =>
        new Set((one?.sides ?? []).map(({ field, value }) => `${field ?? ''} ${JSON.stringify(value)}`));
      const standing = () => device.fold.clashesOf(clash.record).find(({ field }) => field === clash.field);
      const [settled] = world.commit(device, {
        act: 'ledger.settle',
        changes: [settle(clash, valueFor(clash, which))],
      }) as [Entry];
      expect(standing()).toBeUndefined();
      const after = device.fold.get(clash.record)?.values[clash.field];
      const undone = carryOut(world, device, planUndo([settled], device.fold, logsOf(device, settled), kindOf));
      expect(valuesOf(standing())).toEqual(valuesOf(clash));
      expect(standing()?.shown).toEqual(clash.shown);
      carryOut(world, device, planUndo(undone, device.fold, logsOf(device, undone[0]), kindOf));
      expect(standing()).toBeUndefined();
      expect(device.fold.get(clash.record)?.values[clash.field]).toEqual(after);
    }),
  );

  const twoPeople = () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const edit = (device: Device, set: Record<string, Json>) =>
      world.commit(device, { act: 'deal.edit', deal: 'deal:A', changes: [{ record: 'deal:A', set }] })[0] as Entry;
    return { world, ada, ben, edit };
  };

  test('what a colleague has built on since is left, and named', () => {
    const { ada, ben, edit, world } = twoPeople();
    const mine = edit(ada, { name: 'Wrong name', rank: 'a5' });
    foldIn(ben.fold, ben.held, [mine]);
    const theirs = edit(ben, { name: 'Right name' });
    foldIn(ada.fold, ada.held, [theirs]);
    const { command, rest } = planUndo([mine], ada.fold, logsOf(ada, mine), kindOf);
    expect(rest).toEqual([{ record: 'deal:A', field: 'name', heads: [theirs.id] }]);
    expect(command).toMatchObject({ act: 'ledger.undo', deal: 'deal:A', undoes: [mine.id] });
    if (command) world.commit(ada, command);
    expect(ada.fold.get('deal:A')?.values).toMatchObject({ name: 'Right name', rank: null });
  });

  test('undoing a creation archives the record and keeps its values; redoing brings it back', () => {
    const { ada, world } = twoPeople();
    const [made] = world.commit(ada, { act: 'deal.create', changes: [{ record: 'deal:N', set: { name: 'New deal' } }] }) as [Entry];
    const undo = planUndo([made], ada.fold, logsOf(ada, made), kindOf);
    const [undone] = world.commit(ada, undo.command ?? { act: '', changes: [] }) as [Entry];
    expect(ada.fold.get('deal:N')?.values).toEqual({ name: 'New deal', archived: true });
    const redo = planUndo([undone], ada.fold, logsOf(ada, undone), kindOf);
    world.commit(ada, redo.command ?? { act: '', changes: [] });
    expect(ada.fold.get('deal:N')?.values).toEqual({ name: 'New deal', archived: null });
  });

  test('three entries of one import are undone as one', () => {
    const { ada, edit } = twoPeople();
    const before = ada.fold.get('deal:A')?.values['name'];
    const entries = ['one', 'two', 'three'].map((name) => edit(ada, { name })) as [Entry, Entry, Entry];
    const { command, rest } = planUndo(entries, ada.fold, logsOf(ada, entries[0]), kindOf);
    expect(rest).toEqual([]);
    expect(command?.changes).toMatchObject([{ record: 'deal:A', set: { name: before } }]);
  });
});
