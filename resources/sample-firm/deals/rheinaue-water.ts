import { cares, mail, note } from '../beats';
import type { DealScript } from '../script';

export const rheinaueWater: DealScript = {
  key: 'rheinaue-water',
  account: 'rheinaue',
  name: 'Water quality reporting',
  department: 'Water works',
  ae: 'sofia',
  lead: 'priya',
  buyers: ['krause'],
  model: 'T&M',
  currency: 'EUR',
  opened: -19,
  prices: [[-19, 60_000]],
  closeBy: 110,
  steps: [],
  scope: [],
  beats: [
    mail(
      'intro',
      -19,
      'krause',
      'sofia',
      'Water samples',
      `
Dear Ms Lindqvist,

besides the big programme: our laboratory sends 2,400 water samples a year to the health office, as a spreadsheet. From next year the office wants them in its own format, with the sampling point as a coordinate. Is this something for you, quickly and without the programme office?

Torsten Krause`,
      [cares('quick', 'quickly and without the programme office', { text: 'Quick, and outside of the programme', rank: 1 })],
    ),
    note(
      'tender-limit',
      -15,
      'sofia',
      'Below the limit?',
      `
Everything above € 215,000 is tendered, and they may see this as part of the platform. Asked Selin whether a separate order is allowed. She wants to ask their lawyer.`,
    ),
  ],
};
