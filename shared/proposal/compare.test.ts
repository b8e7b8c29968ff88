import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareProposals } from './compare';
import { nextVersion } from './draft';
import { editOffer, leaveOut, offerLine } from './lifecycle';
import { linesOf } from './offer-line';
import { aFirm, lineOf, sent } from './testing/a-firm';
import { eur, type OfferRecords } from './testing/offer-records';

function twoVersions(firm: OfferRecords) {
  const first = sent(firm);
  const id = firm.id('proposal');
  firm.do(nextVersion(firm.records, first, { id, lineId: () => firm.id('proposalLine'), validUntil: '2026-12-31' }));
  return { first, second: firm.get('proposal', id) };
}

describe('two versions held against each other', () => {
  test('show what was added, left out, re-priced and re-worded, with €84,000 against €57,500', () => {
    const firm = aFirm({ 'scopeLine:edi': { deal: 'deal:erp', title: 'EDI', status: 'proposed', price: eur(2_500), rank: 'a5' } });
    const { first, second } = twoVersions(aFirmWithout(firm));
    firm.do(editOffer(second, lineOf(firm, second, 'scopeLine:core'), { price: eur(55_000), text: 'Core, without returns' }));
    firm.do(leaveOut(second, lineOf(firm, second, 'scopeLine:data')));
    firm.do({ act: 'any.edit', changes: [{ record: 'scopeLine:edi', set: { status: 'proposed' } }] });
    firm.do(offerLine(firm.records, second, firm.get('scopeLine', 'scopeLine:edi'), firm.id('proposalLine')));
    firm.do({ act: 'any.edit', changes: [{ record: second.id, set: { terms: 'Net 14 days.' } }] });
    const compared = compareProposals(firm.records, first, firm.get('proposal', second.id));
    expect(compared.lines.map((line) => [line.kind, 'changed' in line ? line.changed : ''])).toEqual([
      ['changed', ['text', 'price']],
      ['removed', ''],
      ['same', []],
      ['same', []],
      ['added', ''],
    ]);
    expect(compared.terms).toEqual([{ field: 'terms', before: 'Net 30 days.', after: 'Net 14 days.' }]);
    expect(compared).toMatchObject({ before: eur(84_000), after: eur(57_500), difference: eur(-26_500) });
  });

  /** The line was given up while the first version was written. */
  const aFirmWithout = (firm: OfferRecords): OfferRecords => {
    firm.do({ act: 'any.edit', changes: [{ record: 'scopeLine:edi', set: { status: 'negotiated away' } }] });
    return firm;
  };

  test('every line of both stands in the comparison exactly once, whatever was left out; a version equals itself', () => {
    fc.assert(
      fc.property(fc.subarray(['scopeLine:core', 'scopeLine:data', 'scopeLine:training', 'scopeLine:walk']), (gone) => {
        const firm = aFirm();
        const { first, second } = twoVersions(firm);
        for (const line of gone) firm.do(leaveOut(second, lineOf(firm, second, line)));
        const ids = (proposal: typeof first) => linesOf(firm.records, proposal.id).map(({ id }) => id);
        const { lines } = compareProposals(firm.records, first, second);
        expect(lines.flatMap((line) => ('before' in line ? [line.before.id] : []))).toEqual(ids(first));
        expect(lines.flatMap((line) => ('after' in line ? [line.after.id] : []))).toEqual(ids(second));
        expect(compareProposals(firm.records, second, second).lines.every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
