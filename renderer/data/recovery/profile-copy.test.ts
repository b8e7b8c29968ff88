import { expect, test } from 'vitest';
import { openMemoryWorkspace } from '../memory-workspace';
import { onThisProfile } from './profile-copy';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

test('a copied profile folder takes device ids of its own before it writes, and the one that it was copied from keeps its own', async () => {
  const { registered } = await openMemoryWorkspace();
  const marked = { ...registered, mark: 'this folder' };
  expect(onThisProfile(marked, 'this folder', random)).toBe(marked);
  const copy = onThisProfile(marked, 'a copy of it', random);
  expect(copy.devices.team).not.toBe(registered.devices.team);
  expect(copy.devices.finance).not.toBe(registered.devices.finance);
  expect({ ...copy, devices: registered.devices }).toEqual(marked);
});

test('a profile that never had a mark, or a browser that gives none, is taken for the one that it was', async () => {
  const { registered } = await openMemoryWorkspace();
  expect(onThisProfile(registered, 'this folder', random)).toBe(registered);
  expect(onThisProfile({ ...registered, mark: 'this folder' }, undefined, random).devices).toEqual(registered.devices);
});
