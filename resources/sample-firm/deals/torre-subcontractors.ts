import { call, cares, mail, objected } from '../beats';
import type { DealScript } from '../script';

export const torreSubcontractors: DealScript = {
  key: 'torre-subcontractors',
  account: 'torre',
  name: 'Subcontractor portal',
  department: 'Purchasing',
  ae: 'julien',
  lead: 'elise',
  buyers: ['soler', 'ferrer'],
  model: 'fixed',
  currency: 'EUR',
  opened: -89,
  prices: [
    [-89, 65_000],
    [-39, 76_000],
  ],
  closeBy: 30,
  steps: [
    [-68, 'scoping'],
    [-34, 'proposal'],
  ],
  scope: [
    {
      key: 'documents',
      title: 'Documents of subcontractors',
      included: 'Insurance, training, social security; reminders before they expire.',
      excluded: 'Checking their contents.',
      test: 'No crew enters a site with an expired document for a month.',
      why: 'A fine of € 18,000 in May.',
      hours: 260,
      price: 31_000,
    },
    {
      key: 'certificates',
      title: 'Monthly certificates',
      included: 'Quantities claimed, agreed and certified, with photos.',
      test: 'The certificates of one month on three sites.',
      hours: 270,
      price: 33_000,
    },
    {
      key: 'access',
      title: 'Access list for the gate',
      included: 'A list for the guard, every morning.',
      hours: 95,
      price: 12_000,
      role: 'consultant',
    },
  ],
  beats: [
    mail(
      'intro',
      -89,
      'soler',
      'julien',
      'Subcontractors and their papers',
      `
Hola Julien,

in May we paid 18,000 euros because an electrician worked without valid insurance. We have 340 subcontractors and their papers are with my assistant, who is very good and very tired.

Anna Soler`,
      [cares('papers', 'an electrician worked without valid insurance', { text: 'Nobody works without valid papers', rank: 1 })],
    ),
    call(
      'gate',
      -60,
      'elise',
      ['soler'],
      'Who stops them at the gate',
      `
Anna: the papers are one thing, the gate another. The guards have a list from last month. If the list is right every morning, the rest follows.`,
    ),
    mail(
      'compare',
      -15,
      'soler',
      ['julien', 'elise'],
      'Another offer',
      `
Hola Julien,

I should tell you that we have another offer, for a standard portal, 900 euros a month. Jordi prefers yours because of the certificates, Montserrat looks at the price. Help me to help you.

Anna`,
      [objected('standard', 'a standard portal, 900 euros a month', { text: 'A standard portal is cheaper', category: 'price' })],
    ),
  ],
};
