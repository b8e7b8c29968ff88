import { expect, it } from 'vitest';
import { Lanes } from './lanes';

const later = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

it('lets readers in together, writers one by one, and nobody beside who needs to be alone', async () => {
  const lanes = new Lanes();
  const told: string[] = [];
  const [reader, writer, loner] = [later(), later(), later()];
  const work =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async (): Promise<void> => {
      told.push(`${name} in`);
      await until;
      told.push(`${name} out`);
    };
  const all = [
    lanes.read(work('reader', reader.promise)),
    lanes.write(work('writer', writer.promise)),
    lanes.write(work('second writer')),
    lanes.alone(work('loner', loner.promise)),
    lanes.write(work('third writer')),
  ];
  await Promise.resolve();
  writer.resolve();
  await all[2];
  expect(told).toEqual(['reader in', 'writer in', 'writer out', 'second writer in', 'second writer out']);
  const late = lanes.read(work('late reader'));
  reader.resolve();
  loner.resolve();
  await Promise.all([...all, late]);
  expect(told.slice(5)).toEqual(
    ['reader out', 'loner in', 'loner out', 'late reader in', 'late reader out', 'third writer in', 'third writer out'].toSorted(
      (a, b) => told.indexOf(a) - told.indexOf(b),
    ),
  );
  expect(told.indexOf('loner out') - told.indexOf('loner in')).toBe(1);
});

it('goes on after work that failed', async () => {
  const lanes = new Lanes();
  await expect(lanes.write(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  await expect(lanes.alone(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  await expect(lanes.write(() => Promise.resolve(1))).resolves.toBe(1);
});

it('tells whoever comes after the end that it is over', async () => {
  const lanes = new Lanes();
  await lanes.close(() => Promise.resolve(), new Error('closed'));
  await expect(lanes.read(() => Promise.resolve(1))).rejects.toThrow('closed');
  await expect(lanes.write(() => Promise.resolve(1))).rejects.toThrow('closed');
  await expect(lanes.alone(() => Promise.resolve(1))).rejects.toThrow('closed');
});
