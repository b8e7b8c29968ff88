import { approve, call, cares, conceded, forbade, mail, note, objected, resolve } from '../beats';
import type { DealScript } from '../script';

export const calderRebates: DealScript = {
  key: 'calder-rebates',
  account: 'calder',
  name: 'Retailer rebates',
  department: 'Commercial',
  ae: 'ada',
  lead: 'sofia',
  buyers: ['brennan', 'dyson'],
  model: 'fixed',
  currency: 'GBP',
  opened: -104,
  prices: [
    [-104, 80_000],
    [-52, 98_000],
    [-14, 94_000],
  ],
  closeBy: 12,
  steps: [
    [-85, 'scoping'],
    [-48, 'proposal'],
    [-22, 'negotiation'],
  ],
  scope: [
    {
      key: 'agreements',
      title: 'Agreements',
      included: 'Rebates, promotions and bonuses of nine retailers, with their periods.',
      excluded: 'Contracts as documents.',
      test: 'Last year’s agreements are entered by Commercial without help.',
      why: 'They are in 61 mails.',
      hours: 270,
      asked: 37_000,
      price: 33_000,
    },
    {
      key: 'accruals',
      title: 'Accruals',
      included: 'Monthly accrual per retailer and product.',
      test: 'The accruals of two closed quarters within one per cent.',
      why: 'Finance guesses, and guesses high.',
      hours: 250,
      price: 31_000,
    },
    {
      key: 'claims',
      title: 'Claims of retailers',
      included: 'A claim is matched with its agreement, differences are shown.',
      test: 'Twenty old claims, with what was overpaid.',
      why: 'They believe that 2 per cent are paid twice.',
      hours: 250,
      price: 30_000,
    },
  ],
  beats: [
    mail(
      'intro',
      -104,
      'brennan',
      'ada',
      'Rebates',
      `
Ada,

Joanne is not the only one with a problem. We give nine retailers money in fourteen ways, and it lives in my sent items. Peter accrues by the moon. If Technical gets a system, I get one as well.

Mike Brennan`,
      [cares('sent-items', 'it lives in my sent items', { text: 'Agreements out of his mailbox', rank: 1 })],
    ),
    call(
      'double',
      -77,
      'sofia',
      ['brennan', 'dyson'],
      'What is paid twice',
      `
Peter Dyson has sampled 40 claims: one was paid twice, three had no agreement that anybody could find. He thinks two per cent of eleven million.

Mike is less keen on the claims part: "I do not want my buyers to be told that I can suddenly count." He wants it to be shown to Finance only.`,
      [
        forbade('finance-only', 'He wants it to be shown to Finance only.', {
          text: 'Differences of claims are visible to Finance only',
          strength: 'prefer',
          by: 'brennan',
        }),
        objected('count', 'I do not want my buyers to be told that I can suddenly count.', {
          text: 'Afraid of the retailers’ reaction',
          raisedBy: 'brennan',
          category: 'risk',
        }),
      ],
    ),
    resolve(-46, 'sofia', 'count', 'Differences go to Finance, who speak to the retailer’s accounts department as they do today.'),
    mail(
      'price',
      -20,
      'brennan',
      'ada',
      'Re: Rebates: our proposal',
      `
Ada,

98. Peter says the payback is under a year, so I cannot even complain about it. But the budget is shared with Joanne's scanners. Make it 94 and I sign in the first week of the quarter.

Mike`,
      [objected('shared', "the budget is shared with Joanne's scanners", { text: 'Shares a budget with Technical', category: 'price' })],
    ),
    note(
      'ninety-four',
      -14,
      'ada',
      '94 for Calder',
      `
Four thousand for a second department at the same client and no new travel. Asked Owen.`,
      [
        conceded('four', 'Four thousand for a second department at the same client and no new travel.', {
          text: '£4,000 off, second department of the same client',
          value: 4_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-13, 'owen', 'four'),
  ],
};
