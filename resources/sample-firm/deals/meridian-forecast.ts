import { cares, mail } from '../beats';
import type { DealScript } from '../script';

export const meridianForecast: DealScript = {
  key: 'meridian-forecast',
  account: 'meridian',
  name: 'Demand forecasting for consumables',
  department: 'Supply chain',
  ae: 'sofia',
  lead: 'priya',
  buyers: ['park'],
  model: 'T&M',
  currency: 'USD',
  opened: -14,
  prices: [[-14, 95_000]],
  closeBy: 160,
  steps: [],
  scope: [],
  beats: [
    mail(
      'intro',
      -14,
      'park',
      'sofia',
      'Tubing sets',
      `
Hi Sofia,

supply chain asked me who could help with forecasting tubing sets. They have a model that somebody built in graduate school and nobody dares to touch. I said that I know people who read before they write. Interested?

Daniel`,
      [
        cares('tubing', 'a model that somebody built in graduate school and nobody dares to touch', {
          text: 'A forecast that its owners understand',
          rank: 1,
        }),
      ],
    ),
  ],
};
