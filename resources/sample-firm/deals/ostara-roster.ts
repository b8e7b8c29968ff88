import { answer, ask, call, cares, mail, promised } from '../beats';
import type { DealScript } from '../script';

export const ostaraRoster: DealScript = {
  key: 'ostara-roster',
  account: 'ostara',
  name: 'Roster interface to payroll',
  department: 'Human Resources',
  ae: 'ada',
  lead: 'luca',
  pm: 'clara',
  buyers: ['koch', 'yilmaz'],
  model: 'fixed',
  currency: 'EUR',
  opened: -121,
  prices: [
    [-121, 45_000],
    [-80, 52_000],
  ],
  closeBy: -20,
  steps: [
    [-104, 'scoping'],
    [-72, 'proposal'],
    [-44, 'negotiation'],
    [-13, 'kickoff'],
  ],
  signed: 52_000,
  plannedEnd: 95,
  why: 'Supplements for night and Sunday work are typed by hand for 1,900 people. A third of the complaints to HR are about them.',
  scope: [
    {
      key: 'supplements',
      title: 'Supplements from the roster',
      included: 'Night, Sunday and standby supplements for two collective agreements.',
      excluded: 'Doctors on call.',
      test: 'The supplements of a closed month agree for a hundred sampled people.',
      why: 'A third of the complaints to HR.',
      hours: 230,
      price: 28_000,
    },
    {
      key: 'absences',
      title: 'Absences',
      included: 'Sick leave and holidays, both ways.',
      test: 'No absence is typed twice in a month.',
      hours: 120,
      price: 14_500,
    },
    {
      key: 'checks',
      title: 'Checks before the run',
      included: 'A list of what looks wrong, before payroll runs.',
      hours: 78,
      price: 9_500,
      role: 'consultant',
    },
  ],
  milestones: [
    { key: 'month', title: 'First month in parallel', due: 40, fee: 26_000 },
    { key: 'live', title: 'Live for all hospitals', due: 88, fee: 26_000 },
  ],
  team: ['luca', 'priya'],
  progress: 0.02,
  beats: [
    mail(
      'intro',
      -121,
      'koch',
      'ada',
      'A smaller matter',
      `
Dear Ms Brandt,

while your colleagues are busy with Mr Moser, might I ask about something smaller? Four people in my department type night and Sunday supplements from printed rosters into payroll, for 1,900 employees. They make mistakes, because people do.

Would you look at it? Please keep it apart from the purchasing project; we have our own budget.

Anneliese Koch`,
      [
        cares('own-budget', 'Please keep it apart from the purchasing project; we have our own budget.', {
          text: 'Kept apart from the purchasing project',
          rank: 2,
        }),
      ],
    ),
    call(
      'agreements',
      -95,
      'luca',
      ['koch', 'yilmaz'],
      'Two collective agreements',
      `
Two agreements with different hours for the night. Doctors on call follow a third one, which HR wants to renegotiate; they are excluded until then.

Derya asked whether the interface would send names to us. Luca: "No personal data leaves your network; we test with numbers instead of names." She will hold us to it.`,
      [
        promised('no-names', 'No personal data leaves your network; we test with numbers instead of names.', {
          text: 'Tests are run without personal data leaving the network',
          madeTo: 'yilmaz',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    mail(
      'ok',
      -14,
      'koch',
      ['ada', 'clara'],
      'Order',
      `
Dear Ms Brandt,

the order is in the post. My four ladies ask when they can stop typing; I told them Easter. Please do not make a liar of me.

Anneliese Koch`,
      [cares('easter', 'I told them Easter.', { text: 'Typing ends by Easter', rank: 1 })],
    ),
    ask('doctors', -9, 'clara', 'luca', -3, 'Are doctors on call really out? The HR list of Monday has them in.', [
      'scopeLine',
      'supplements',
    ]),
    answer(
      -5,
      'luca',
      'doctors',
      'They are out until the third agreement is renegotiated. I have told Ms Koch; the list is from before that.',
    ),
    ask(
      'easter-promise',
      -4,
      'clara',
      'ada',
      3,
      'Ms Koch told her people that typing ends at Easter, and our last milestone is after it. Did we say Easter?',
      ['priority', 'easter'],
    ),
    ask(
      'why-checks',
      -4,
      'clara',
      'luca',
      2,
      'What does HR want the list of checks for: to stop the run, or to correct afterwards?',
      ['scopeLine', 'checks'],
      'why',
    ),
  ],
};
