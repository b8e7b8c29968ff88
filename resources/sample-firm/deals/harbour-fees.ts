import { call, cares, mail } from '../beats';
import type { DealScript } from '../script';

export const harbourFees: DealScript = {
  key: 'harbour-fees',
  account: 'harbour',
  name: 'Fee forecasting',
  department: 'Finance',
  ae: 'julien',
  lead: 'priya',
  buyers: ['quinn', 'finch'],
  model: 'fixed',
  currency: 'EUR',
  opened: -45,
  prices: [[-45, 48_000]],
  closeBy: 74,
  steps: [[-22, 'scoping']],
  scope: [
    {
      key: 'forecast',
      title: 'Fees of the next twelve months',
      included: 'By stage and probability, from the projects as they are.',
      excluded: 'Cash planning.',
      hours: 250,
      price: 30_000,
    },
    {
      key: 'pack',
      title: 'Pages for the first Thursday',
      included: 'Four pages for the partners, made in ten minutes.',
      hours: 150,
      price: 18_000,
    },
  ],
  beats: [
    mail(
      'intro',
      -45,
      'quinn',
      'julien',
      'First Thursday',
      `
Hi Julien,

before each partners' meeting I spend two days on four pages. Now that hours and stages are in one place it should take ten minutes. What would it cost to get there?

Aoife Quinn`,
      [cares('ten-minutes', 'I spend two days on four pages', { text: 'Pages for the partners in ten minutes', rank: 1 })],
    ),
    call(
      'probability',
      -16,
      'priya',
      ['quinn'],
      'What is probable',
      `
Aoife's rule of thumb: a stage with planning permission is certain, one without is worth half. The partners argue about the half every month. Priya will propose to use their own last five years.`,
    ),
  ],
};
