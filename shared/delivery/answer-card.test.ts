import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { CLIENT_LANGUAGES } from '../records/account';
import { PHASES } from '../records/deal';
import { answerCard, answerHtml, answerText, type AnswerFacts } from './answer-card';
import { answerWords } from './answer-words';

const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const FACTS: AnswerFacts = {
  deal: 'Order-to-cash',
  phase: 'build',
  complete: 0.5333,
  next: { title: 'Go-live', due: '2026-12-15' },
  hasMilestones: true,
  incidents: [{ title: 'Invoices print twice', severity: 'high', openedAt: '2026-11-12' }],
  money: { billed: eur(60_000), ready: eur(20_000), pending: eur(50_000), later: eur(30_000) },
  asOf: '2026-11-22',
  today: '2026-11-22',
};
const textIn = (language: 'English' | 'German', facts: Partial<AnswerFacts> = {}) =>
  answerText(answerCard({ ...FACTS, ...facts }, answerWords(language).words));

describe('an answer to the client', () => {
  test('in English says status, next milestone, incidents, and what is invoiced and still to be', () => {
    expect(textIn('English')).toBe(`Order-to-cash: where we stand

Status: Build; 53% of the work is done
Next milestone: Go-live, on 15 December 2026
Open incidents: 1
  - Invoices print twice (high, open since 12 November 2026)
Invoiced so far: €60,000.00
Still to be invoiced: €50,000.00, of which €20,000.00 can be invoiced now and €30,000.00 later

As of 22 November 2026. All sums are net of tax.`);
  });

  test('in German writes dates and sums as they are written there', () => {
    const text = textIn('German').replaceAll('\u00a0', ' ');
    expect(text).toContain('Status: Umsetzung; 53 % der Arbeit sind erledigt');
    expect(text).toContain('Nächster Meilenstein: Go-live, am 15. Dezember 2026');
    expect(text).toContain('Noch zu berechnen: 50.000,00 €, davon jetzt abrechenbar 20.000,00 € und später 30.000,00 €');
    expect(text).toContain('Stand: 22. November 2026. Alle Beträge ohne Umsatzsteuer.');
  });

  test('says plainly that a milestone was due, that all are reached, and that nothing is broken', () => {
    expect(textIn('English', { next: { title: 'Go-live', due: '2026-11-20' } })).toContain('Go-live, was due on 20 November 2026');
    expect(textIn('English', { next: undefined })).toContain('All milestones are reached');
    expect(textIn('English', { next: undefined, hasMilestones: false })).not.toContain('ilestone');
    expect(textIn('English', { incidents: [] })).toContain('Open incidents: None');
  });

  test('of open T&M names what can be invoiced and guesses no total; without money it names no sum', () => {
    const open = textIn('English', { money: { billed: eur(60_000), ready: eur(20_000), pending: undefined, later: undefined } });
    expect(open).toContain('Can be invoiced now: €20,000.00');
    expect(open).not.toContain('Still to be invoiced');
    expect(textIn('English', { money: undefined })).not.toMatch(/€|net of tax/u);
  });

  test('in a language that we have no words for is English, and says that it is not theirs', () => {
    expect(answerWords('Polish')).toMatchObject({ isTheirs: false, words: { locale: 'en-GB' } });
    expect(['English', 'German', 'French', undefined].map((one) => answerWords(one as 'English').isTheirs)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('as HTML cannot carry markup of a title', () => {
    const card = answerCard({ ...FACTS, deal: '<img src=x onerror=alert(1)> & Co' }, answerWords('English').words);
    expect(answerHtml(card)).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; Co');
    expect(answerHtml(card)).not.toContain('<img');
  });

  const facts = fc.record({
    phase: fc.constantFrom(...PHASES),
    complete: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    deal: fc.string({ minLength: 1 }),
  });
  law(
    'rich and plain text say the same words in every language',
    fc.property(facts, fc.constantFrom(...CLIENT_LANGUAGES), (some, language) => {
      const card = answerCard({ ...FACTS, ...some, deal: some.deal.replace(/[&<>"\s-]/gu, 'x') }, answerWords(language).words);
      const wordsOf = (text: string) => text.replaceAll(/\s|-/gu, '');
      return wordsOf(answerHtml(card).replaceAll(/<[^>]+>/gu, '')) === wordsOf(answerText(card));
    }),
  );
});
