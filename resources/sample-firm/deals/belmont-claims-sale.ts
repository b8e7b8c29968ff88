import { approve, call, cares, conceded, forbade, mail, meeting, objected, promised, resolve } from '../beats';
import type { Beat } from '../script';

/** Up to the signature. */
export const belmontClaimsSale: readonly Beat[] = [
  mail(
    'intro',
    -486,
    'osei',
    'owen',
    'Claims intake: a short brief',
    `
Owen,

good to see you in Leadenhall Street. The brief in four lines:

Household and motor claims arrive by post, phone and a form that sends an e-mail. Nine days until a handler opens the file. Alison has told the board it will be three. IT may not touch the policy system this year, we are in the middle of a migration.

If you can do something sensible within that, she will see you next week.

Kwame`,
    [
      cares('three-days', 'Alison has told the board it will be three.', {
        text: 'Three days from loss to a handler',
        rank: 1,
        contact: 'hargreaves',
      }),
      forbade('read-only', 'IT may not touch the policy system this year', {
        text: 'The policy system is read, never written, until its migration ends',
        strength: 'must',
      }),
    ],
  ),
  meeting(
    'discovery',
    -474,
    'owen',
    ['sofia', 'hargreaves', 'osei'],
    'A morning in Claims',
    `
Sat with three handlers. Of 41 letters opened while we were there, 26 needed nothing but a reference number and an appointment.

Alison Hargreaves: "I do not need a clever machine. I need the simple ones to stop waiting behind the difficult ones."

Rules exist, in the heads of two team leaders. They are willing to write them down if somebody helps.`,
    [
      cares('simple', 'I need the simple ones to stop waiting behind the difficult ones.', {
        text: 'Simple claims do not wait behind difficult ones',
        rank: 2,
        contact: 'hargreaves',
      }),
    ],
  ),
  mail(
    'pell',
    -376,
    'pell',
    ['owen', 'osei'],
    'Commercial terms',
    `
Dear Mr Pryce,

Procurement has reviewed your proposal. Our position:

1. Payment 60 days from receipt.
2. A discount of 8 per cent against a two-year framework.
3. Liability up to twice the contract value.

I look forward to your confirmation.

Gregory Pell`,
    [
      objected('terms', 'Payment 60 days from receipt.', {
        text: 'Payment terms of 60 days and unlimited pressure on liability',
        category: 'price',
      }),
      objected('discount', 'A discount of 8 per cent against a two-year framework.', {
        text: 'Eight per cent discount demanded',
        category: 'price',
      }),
    ],
  ),
  mail(
    'pell-reply',
    -371,
    'owen',
    ['pell', 'osei'],
    'Re: Commercial terms',
    `
Dear Mr Pell,

thank you. We can accept 45 days, and liability up to the contract value. We will take the chat out of this phase, which brings the price to 224,000 pounds, and give a further 4,000 for the framework.

I would not know how to explain eight per cent to the people who will do the work.

Kind regards
Owen Pryce`,
    [
      conceded('framework', 'give a further 4,000 for the framework', {
        text: '£4,000 off for a two-year framework',
        value: 4_000,
        givenBy: 'us',
      }),
    ],
  ),
  approve(-369, 'ruth', 'framework'),
  resolve(-366, 'owen', 'discount', 'Chat taken out, £4,000 for the framework.', ['concession', 'framework']),
  resolve(-352, 'owen', 'terms', '45 days and liability up to the contract value, accepted by Gregory Pell.'),
  call(
    'changeable',
    -396,
    'sofia',
    ['hargreaves'],
    'Rules that Claims can change',
    `
Alison asked whether her people can change triage rules without IT. Told her: "Your team leaders will change a rule themselves, in the afternoon, and it works the same evening." She asked me to repeat that. I did.

To be written into the line for triage.`,
    [
      promised('own-rules', 'Your team leaders will change a rule themselves, in the afternoon, and it works the same evening.', {
        text: 'Team leaders change triage rules themselves, effective the same evening',
        kind: 'contractual',
        inSow: true,
      }),
    ],
  ),
];
