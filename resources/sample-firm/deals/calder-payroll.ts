import { call, cares, mail } from '../beats';
import type { DealScript } from '../script';

export const calderPayroll: DealScript = {
  key: 'calder-payroll',
  account: 'calder',
  name: 'Payroll bridge',
  department: 'Finance',
  ae: 'sofia',
  lead: 'jonas',
  buyers: ['dyson', 'iqbal'],
  model: 'fixed',
  currency: 'GBP',
  opened: -68,
  prices: [
    [-68, 30_000],
    [-30, 36_000],
  ],
  closeBy: 36,
  steps: [
    [-51, 'scoping'],
    [-26, 'proposal'],
  ],
  scope: [
    {
      key: 'hours',
      title: 'Hours to payroll',
      included: 'Hours of 700 hourly paid people, three sites, weekly.',
      excluded: 'Salaried staff.',
      test: 'Four weeks in parallel.',
      why: 'Two days a week of typing.',
      hours: 210,
      price: 25_000,
    },
    { key: 'exceptions', title: 'Exceptions', included: 'A list of what a supervisor must confirm.', hours: 90, price: 11_000 },
  ],
  beats: [
    mail(
      'intro',
      -68,
      'dyson',
      'sofia',
      'Clock cards',
      `
Dear Sofia,

small, dull and urgent: 700 people clock in, two people type it into payroll every Monday and Tuesday. One of them is on leave from February. Could this be bridged by then?

Peter Dyson`,
      [cares('february', 'One of them is on leave from February.', { text: 'In place by February', rank: 1 })],
    ),
    call(
      'sites',
      -44,
      'jonas',
      ['iqbal'],
      'Three clocks',
      `
Three sites, three makes of clock, all of them export a file. Site two exports on paper; the new firmware can do a file, costs nothing, nobody has asked for it until now.`,
    ),
    mail(
      'offer',
      -25,
      'sofia',
      ['dyson', 'iqbal'],
      'Payroll bridge: our offer',
      `
Dear Peter,

two lines, 36,000 pounds, four weeks in parallel before you switch. If you order by the middle of next month it is in place by February; later than that we would not promise it.

Sofia Lindqvist`,
    ),
  ],
};
