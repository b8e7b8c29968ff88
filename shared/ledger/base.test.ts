import { expect, test } from 'vitest';
import { baseOf } from './base';
import type { Entry, Json } from './entry';
import { foldIn, World, type Device } from './testing/world';

const [field, record] = ['name', 'deal:A'] as const;

function threePeople() {
  const world = new World(3, []);
  const [ada, ben, cem] = world.devices as [Device, Device, Device];
  const edit = (device: Device, value: Json) =>
    world.commit(device, { act: 'deal.edit', changes: [{ record, set: { [field]: value } }] })[0] as Entry;
  const base = (...heads: Entry[]) =>
    baseOf(
      world.entries,
      record,
      field,
      heads.map(({ id }) => id),
    );
  return { ada, ben, cem, edit, base };
}

test('three who edited the same name apart started from the name that all had seen', () => {
  const { ada, ben, cem, edit, base } = threePeople();
  const seen = edit(ada, 'Billing');
  for (const { fold, held } of [ben, cem]) foldIn(fold, held, [seen]);
  const heads = [edit(ada, 'A'), edit(ben, 'B'), edit(cem, 'C')];
  expect(base(...heads)).toMatchObject({ tag: 'one', version: { value: 'Billing', entry: { id: seen.id } } });
});

test('who edited twice is as far from the start as who edited once', () => {
  const { ada, ben, edit, base } = threePeople();
  const theirs = edit(ben, 'B');
  edit(ada, 'A1');
  const last = edit(ada, 'A2');
  expect(base(last, theirs)).toMatchObject({ tag: 'one', version: { value: 'Billing renewal' } });
});
