import { beforeAll, expect, test } from 'vitest';
import { askableSampleFirm, decidedBy, type AskedFirm } from './testing/ask-sample-firm';

let firm: AskedFirm;
beforeAll(() => {
  firm = askableSampleFirm();
}, 60_000);

const HOSPITALS = 'Procurement and stock for four hospitals';
const CLAIMS = 'Claims intake portal';
const CREWS = 'Field work orders';
const SITES = 'Site cost control';
const SHOPS = 'Shop-to-ERP stock visibility';
const DEVICES = 'Complaint handling and device history';
const RECIPES = 'Recipe and batch traceability';

/** Written after the rules were fixed, over deals that no rule was made with: what the rules are worth on claims they were not tried on. */
const HELD_OUT = [
  ['promised', HOSPITALS, 'You would tidy up the article data of the first hospital with us', 'State of the article data'],
  [
    'promised',
    CLAIMS,
    'Our team leads can change the triage rules on their own and it takes effect the same evening',
    'Rules that Claims can change',
  ],
  ['promised', CREWS, 'We pay for the pillot only if the crews want to keep it', 'The crews choose'],
  ['promised', SITES, 'Catalan and Spanish on the tablets right from the start', 'Languages'],
  ['discussed', CLAIMS, 'Payment after 60 days', 'Commercial terms'],
  [
    'discussed',
    SHOPS,
    'Three boutiques go live two weeks earlier for the preview of the autumn collection',
    'Before the autumn collection?',
  ],
  ['discussed', CREWS, 'The drawings come from the export instead of the old system', 'Drawings'],
  ['discussed', HOSPITALS, 'The savings are shown in the first annual report', 'Contract'],
  ['no record', SITES, 'Drone surveys of the building sites', undefined],
  ['no record', CLAIMS, 'Interpreters for deaf customers', undefined],
  ['no record', SHOPS, 'Loyalty points can be redeemed at the till', undefined],
  ['no record', RECIPES, 'Blockchain certificates for every supplier', undefined],
  ['contradicted', RECIPES, 'May contain allergens on recipe level are included', 'Sesame'],
  ['contradicted', SHOPS, 'The corners in department stores show their stock too', 'Stock of all boutiques in one place'],
] as const;

/** Told in words that share little with the record: here a search by words meets its limits. */
const FAR_FROM_THE_WORDS = [
  ['promised', RECIPES, 'You warn us before the budget is used up', 'What happens at the cap'],
  ['promised', CLAIMS, 'Your liability is limited to the contract value', 'Re: Commercial terms'],
  ['promised', DEVICES, 'Backups are kept in our own storage', 'Re: Security review'],
  ['promised', SHOPS, 'Boutiques with version 3 tills see their stock refreshed every night', 'Re: Votre proposition'],
  ['promised', SITES, 'All sites are consolidated by the fifth of each month', 'Consolidation'],
  ['promised', RECIPES, 'Mocked recalls are possible in both directions', 'Mock recall'],
  ['discussed', SHOPS, 'Make-up shows its lots and expiry dates', 'Vendor of the tills'],
  ['discussed', SITES, 'The consolidation is thrown in for the price of 7,000 less', 'Last point'],
  ['no record', HOSPITALS, 'A robot carries the material to the wards', undefined],
  ['no record', CREWS, 'Weather warnings on the tablet', undefined],
  ['contradicted', HOSPITALS, 'Nurses are identified when they take something from the cabinet', 'Works council: conditions'],
  ['contradicted', SHOPS, 'Customs papers for Swiss transfers', 'Transfers'],
] as const;

type Prepared = readonly [verdict: string, deal: string, claim: string, moment: string | undefined];

async function foundFor([, deal, claim]: Prepared): Promise<readonly [verdict: string, moment: string | undefined]> {
  const answer = await firm.ask(claim, deal);
  return [answer.verdict, decidedBy(answer, firm.records)];
}

test.each(HELD_OUT)('held out: %s, of %s: “%s”', async (...prepared) => {
  const [verdict, , , moment] = prepared;
  expect(await foundFor(prepared)).toEqual([verdict, moment]);
});

test('far from the words of the record five of twelve are found, and nothing is taken for promised or contradicted that was not', async () => {
  const found = await Promise.all(FAR_FROM_THE_WORDS.map(foundFor));
  const isRight = found.map(([verdict, moment], at) => verdict === FAR_FROM_THE_WORDS[at]?.[0] && moment === FAR_FROM_THE_WORDS[at]?.[3]);
  const wrong = found.flatMap(([verdict], at) => (isRight[at] ? [] : [verdict]));
  expect(isRight.filter(Boolean).length).toBeGreaterThanOrEqual(5);
  expect(wrong.filter((verdict) => verdict !== 'no record' && verdict !== 'discussed')).toEqual([]);
});
