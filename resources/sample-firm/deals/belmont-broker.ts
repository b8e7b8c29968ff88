import { call, mail, note, objected } from '../beats';
import type { DealScript } from '../script';

export const belmontBroker: DealScript = {
  key: 'belmont-broker',
  account: 'belmont',
  name: 'Broker commission rules',
  department: 'Finance',
  ae: 'owen',
  lead: 'hannah',
  buyers: ['shah', 'pell'],
  model: 'fixed',
  currency: 'GBP',
  opened: -560,
  prices: [
    [-560, 75_000],
    [-512, 92_000],
  ],
  closeBy: -470,
  steps: [
    [-541, 'scoping'],
    [-508, 'proposal'],
    [-489, 'negotiation'],
    [-463, 'lost'],
  ],
  lostBecause:
    'They extended the licence of their present vendor for three years. Our price was not the reason: nobody in Finance was free to describe the rules, and the vendor did not ask for that.',
  scope: [
    {
      key: 'rules',
      title: 'Commission rules',
      included: 'Sixty rules for 400 brokers.',
      test: 'Last year’s commissions to the penny.',
      hours: 480,
      price: 56_000,
    },
    { key: 'statements', title: 'Statements', included: 'Monthly statement per broker.', hours: 300, price: 36_000 },
  ],
  beats: [
    mail(
      'intro',
      -560,
      'shah',
      'owen',
      'Broker commissions',
      `
Dear Mr Pryce,

we pay 400 brokers by rules that nobody has written down completely. The present system is at the end of its life. Could you tell us what a replacement would take?

Nadia Shah`,
    ),
    call(
      'rules',
      -530,
      'hannah',
      ['shah'],
      'Who knows the rules',
      `
Nadia was open: there is one colleague who knows the rules, and he is on the migration until summer. Without him the lines of scope are guesses. I said that we would not give a fixed price on guesses.`,
      [
        objected('no-time', 'Without him the lines of scope are guesses.', {
          text: 'Nobody at the client has time to describe the rules',
          category: 'people',
        }),
      ],
    ),
    mail(
      'no',
      -464,
      'shah',
      'owen',
      'Decision',
      `
Dear Owen,

we have extended with the present vendor for three years. You were right that we should write the rules down first; they will let us do without it. I would rather have told you in person.

Nadia`,
    ),
    note(
      'lesson',
      -462,
      'owen',
      'What I would do differently',
      `
Offer the writing down of the rules as a small paid step of its own. We asked for a favour where we could have sold four weeks.`,
    ),
  ],
};
