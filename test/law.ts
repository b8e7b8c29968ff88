import fc, { type IAsyncProperty, type IProperty } from 'fast-check';
import { test } from 'vitest';

/** Every law is tried on at least this many random cases in `npm test`. */
export const LAW_RUNS = 1_000;

/**
 * One seed for the whole run, the same for everybody: what `npm test` says of a commit is true of the commit and not of
 * the hour. New cases are hunted with `npm run laws`; what it finds becomes a test by name.
 */
export const LAW_SEED = Number(process.env['LAW_SEED'] ?? 20_261_201);

let announced = false;

/** A law: a sentence that holds in every case. A case that breaks it is reported with its seed and made as small as it gets. */
export function law<T>(sentence: string, property: IProperty<T> | IAsyncProperty<T>, runs: number = LAW_RUNS): void {
  if (!announced) console.info(`laws: ${runs} runs each, seed ${LAW_SEED} (LAW_SEED=${LAW_SEED} repeats them)`);
  announced = true;
  // What is not asynchronous may be waited for all the same.
  test(sentence, () => fc.assert(property as IAsyncProperty<T>, { numRuns: runs, seed: LAW_SEED }), 180_000);
}
