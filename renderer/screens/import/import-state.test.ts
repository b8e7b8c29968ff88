import { describe, expect, it } from 'vitest';
import { withFiles } from './import-state';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('the chosen files', () => {
  it('take the same file only once', () => {
    expect(withFiles([file('deals.csv', 'a')], [file('deals.csv', 'a')])).toHaveLength(1);
  });

  it('keep two files of one name apart, because a plan goes by names', () => {
    const names = withFiles(
      [file('deals.csv', 'a')],
      [file('deals.csv', 'b'), file('deals.csv', 'c'), file('notes', 'd'), file('notes', 'e')],
    );
    expect(names.map(({ name }) => name)).toEqual(['deals.csv', 'deals (2).csv', 'deals (3).csv', 'notes', 'notes (2)']);
  });
});
