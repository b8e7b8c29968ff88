import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import { amountsIn, sameAmount } from './amounts';
import { parseClaim, type Claim } from './claim';
import { periodIn } from './periods';
import { sentencesIn } from './sentences';
import { sameStem } from './stems';
import { restoreSynonyms, setSynonyms, synonymGroups } from './synonyms';
import { knowTerm, type Vocabulary } from './terms';

const TODAY = '2026-11-22';
const weber = { id: 'contact:weber', name: 'Katrin Weber', account: 'account:nord', email: '' };
const nord = { id: 'account:nord', name: 'Nordwind Logistik AG' };
const luca = { id: 'person:luca', name: 'Luca Bianchi', roles: [], active: true };
const records = recordsOf([weber, nord, luca] as unknown as AnyRecord[]);
const claimOf = (text: string): Claim =>
  parseClaim(text, { scope: { kind: 'account', account: 'account:nord' }, records, today: TODAY, language: 'en' });
const termsOf = (text: string): readonly string[] => claimOf(text).terms.map(({ said }) => said);

/** Words as an index knows them, each as often as it is given. */
function vocabularyOf(...words: readonly string[]): Vocabulary {
  const known = [...new Set(words)].sort();
  return {
    size: 100,
    frequency: (word) => words.filter((other) => other === word).length,
    beginningWith: (start) => known.filter((word) => word.startsWith(start)),
  };
}

describe('a claim', () => {
  test('keeps the words that say something, and drops how claims begin', () => {
    expect(termsOf('You promised us that the archive would be searchable')).toEqual(['archive', 'searchable']);
  });

  test('knows the people and firms it names, by any part of their name', () => {
    expect(claimOf('Luca told Mrs Weber of Nordwind about it').who.map(({ id }) => id)).toEqual([
      'person:luca',
      'contact:weber',
      'account:nord',
    ]);
    expect(claimOf('a weber grill').who).toEqual([]);
  });

  test('reads “no extra cost” as one idea that must be there, and “no changes” as a claim of what would not be done', () => {
    const free = claimOf('repeats at no extra cost');
    expect([free.negated, free.terms.map(({ said, key }) => [said, key])]).toEqual([
      false,
      [
        ['repeats', false],
        ['no extra cost', true],
      ],
    ]);
    expect(claimOf('no changes to billing').negated).toBe(true);
    expect(claimOf("you won't touch billing").negated).toBe(true);
  });

  test('says twelve and 12 alike', () => {
    const [twelve] = claimOf('twelve trainings').terms;
    expect(twelve?.key).toBe(true);
    expect([twelve?.own, ...(twelve?.synonyms ?? [])]).toEqual([['twelve'], ['12'], ['zwolf']]);
  });

  test('is never read with more than it says, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const claim = claimOf(text);
        for (const { said } of claim.terms) expect(text).toContain(said);
        expect(claim.terms.length).toBeLessThanOrEqual(24);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time in a claim', () => {
  const period = (text: string) => {
    const found = periodIn(text, TODAY);
    return found && [found.from, found.to];
  };

  test.each([
    ['in March you said', '2026-03-01', '2026-03-31'],
    ['in December you said', '2025-12-01', '2025-12-31'],
    ['on 12 May', '2026-05-12', '2026-05-12'],
    ['on May 12th, 2025', '2025-05-12', '2025-05-12'],
    ['last spring', '2026-03-01', '2026-05-31'],
    ['im März 2025', '2025-03-01', '2025-03-31'],
    ['am 3. Oktober', '2026-10-03', '2026-10-03'],
    ['said on 2026-02-28', '2026-02-28', '2026-02-28'],
    ['am 12.05.2026', '2026-05-12', '2026-05-12'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['last month', '2026-10-01', '2026-10-31'],
  ])('“%s” is from %s to %s', (text, from, to) => {
    expect(period(text)).toEqual([from, to]);
  });

  test.each(['ready by 2026-05-12', 'live before 12.05.2026', 'bis 12.05.2026', 'no date at all', '2026-02-30'])(
    '“%s” says nothing of when it was said',
    (text) => {
      expect(period(text)).toBeUndefined();
    },
  );
});

describe('a sum', () => {
  test.each(['€ 40,000', '40 000 EUR', '40k euros', '40.000 €', 'EUR 40,000.00', '40 thousand euros'])(
    '“%s” is forty thousand euros',
    (text) => {
      expect(amountsIn(`It costs ${text} in all.`).map(({ value, currency }) => [value, currency])).toEqual([[40_000, 'EUR']]);
    },
  );

  test('without a currency it may be any; two currencies are never the same', () => {
    const [plain, pounds, euros] = ['40k', '£40,000', '€40,000'].map((text) => amountsIn(text)[0]);
    expect(plain && pounds && sameAmount(plain, pounds)).toBe(true);
    expect(euros && pounds && sameAmount(euros, pounds)).toBe(false);
  });

  test('years, small numbers and times of day are no sums', () => {
    expect(amountsIn('In 2026 we ran 64 machines at 02:30, 112 of them twice.')).toEqual([]);
  });
});

describe('words of the records that answer a word of the claim', () => {
  const answers = (word: string, vocabulary: Vocabulary) => {
    const [term] = claimOf(word).terms;
    if (!term) throw new Error('No term');
    return knowTerm(term, vocabulary, 'en').patterns.map(({ words, how }) => [words.map((forms) => forms.join('/')).join(' '), how]);
  };

  test('are the word, its other endings, and what the firm says instead', () => {
    expect(answers('migration', vocabularyOf('migration', 'migrate', 'migrated', 'transfer'))).toEqual([
      ['migration', 'exact'],
      ['migrate', 'stem'],
      ['migrated', 'stem'],
      ['transfer', 'synonym'],
    ]);
  });

  test('a slip of one letter from four on, of two from eight on; never the first letter', () => {
    expect(answers('portla', vocabularyOf('portal'))).toEqual([['portal', 'typo']]);
    expect(answers('custmoer', vocabularyOf('costumes', 'customer'))).toEqual([['customer', 'typo']]);
    expect(answers('portal', vocabularyOf('mortal'))).toEqual([]);
    expect(answers('searhcabel', vocabularyOf('searchable'))).toEqual([['searchable', 'typo']]);
    expect(answers('cat', vocabularyOf('car'))).toEqual([]);
  });

  test('a word that is known is no slip of another that is as common', () => {
    const times = (count: number) => Array.from({ length: count }, () => 'portal');
    expect(answers('portal', vocabularyOf(...times(5), 'portsl'))).toEqual([['portal', 'exact']]);
    expect(answers('portal', vocabularyOf(...times(20), 'portsl'))).toEqual([
      ['portal', 'exact'],
      ['portsl', 'typo'],
    ]);
  });

  test('English endings never make one word of two, German ones only of German words', () => {
    expect(sameStem('integrate', 'integration')).toBe(true);
    expect(sameStem('schnittstelle', 'schnittstellen')).toBe(true);
    expect(sameStem('broken', 'broker')).toBe(false);
    expect(sameStem('and', 'andern', 'de')).toBe(false);
  });
});

describe('synonyms of the firm', () => {
  test('a group may be changed, emptied and added; one word alone is refused', () => {
    const first = synonymGroups(records)[0];
    expect(first?.initial).toBe(true);
    expect(setSynonyms('pilot', ['pilot'], records).ok).toBe(false);
    const added = setSynonyms('pilot', ['pilot', 'first site'], records);
    if (!added.ok) throw new Error(added.error.message);
    const [change] = added.value.changes;
    expect(change?.set).toEqual({ key: 'evidence.synonyms.pilot', value: ['pilot', 'first site'] });
  });
});

test('a group of ours that was removed holds no longer, and can be brought back', () => {
  const setting = { id: 'firmSetting:a', key: 'evidence.synonyms.free', value: [] };
  const emptied = recordsOf([setting] as unknown as AnyRecord[]);
  expect(synonymGroups(emptied).some(({ key }) => key === 'free')).toBe(false);
  expect(restoreSynonyms(emptied)?.changes).toEqual([{ record: 'firmSetting:a', set: { value: null } }]);
  expect(restoreSynonyms(records)).toBeUndefined();
});

describe('sentences', () => {
  test('end at a full stop and not at a title, and begin with a list item or a speaker', () => {
    const text = 'Mrs. Weber asked, e.g. about the close.\nWe answered:\n- one\n- two\n\nLuca Bianchi: ok\nPiotr: yes. Done';
    expect(sentencesIn(text).map((one) => one.text.replace(/\s+/gu, ' '))).toEqual([
      'Mrs. Weber asked, e.g. about the close.',
      'We answered:',
      '- one',
      '- two',
      'Luca Bianchi: ok',
      'Piotr: yes.',
      'Done',
    ]);
  });

  test('stand where they say, and nothing but white space is between them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('We will.', ' ', '\n', '\n\n', 'Mr. X', '- a', 'Dr.', '"Yes."', 'no', '1) b')), (parts) => {
        const text = parts.join('');
        const sentences = sentencesIn(text);
        let from = 0;
        for (const { start, end, text: words } of sentences) {
          expect(text.slice(start, end)).toBe(words);
          expect(text.slice(from, start).trim()).toBe('');
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
