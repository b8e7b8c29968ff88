import { call, cares, mail, meeting, promised } from '../beats';
import type { DealScript } from '../script';

export const nordwindEdi: DealScript = {
  key: 'nordwind-edi',
  account: 'nordwind',
  name: 'Carrier EDI gateway',
  department: 'IT',
  ae: 'ada',
  lead: 'luca',
  pm: 'clara',
  buyers: ['kowalski', 'thiel'],
  model: 'fixed',
  currency: 'EUR',
  opened: -706,
  prices: [
    [-706, 50_000],
    [-664, 64_000],
  ],
  closeBy: -640,
  steps: [
    [-690, 'scoping'],
    [-661, 'proposal'],
    [-648, 'negotiation'],
    [-634, 'kickoff'],
    [-620, 'requirements'],
    [-596, 'design'],
    [-570, 'build'],
    [-512, 'deploy'],
    [-488, 'warranty'],
    [-300, 'closed'],
  ],
  signed: 64_000,
  plannedEnd: -488,
  why: 'Eleven carriers, eleven connections, and one person who understood them. Piotr Kowalski wanted one gateway before that person left.',
  scope: [
    {
      key: 'gateway',
      title: 'Gateway and monitoring',
      included: 'One gateway for eleven carriers, alarms by mail.',
      excluded: 'Contracts with carriers.',
      test: 'A broken connection raises an alarm within ten minutes.',
      why: 'A carrier was silent for three days and nobody noticed.',
      hours: 240,
      price: 29_000,
      status: 'done',
    },
    {
      key: 'mappings',
      title: 'Mappings of eleven carriers',
      included: 'Order, status and invoice messages.',
      test: 'A week in parallel without a difference.',
      hours: 230,
      price: 27_000,
      status: 'done',
    },
    {
      key: 'handbook',
      title: 'Handbook and training',
      included: 'For two people of IT.',
      hours: 60,
      price: 8_000,
      role: 'consultant',
      status: 'done',
    },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -572, fee: 19_200, reached: -571, by: 'kowalski' },
    { key: 'live', title: 'All carriers live', due: -495, fee: 38_400, reached: -490, by: 'kowalski' },
    { key: 'end', title: 'End of warranty', due: -305, fee: 6_400, reached: -303, by: 'kowalski' },
  ],
  team: ['luca', 'jonas'],
  effort: 1.02,
  beats: [
    mail(
      'intro',
      -706,
      'kowalski',
      'ada',
      'EDI: one person, eleven carriers',
      `
Hello,

our EDI consists of eleven connections that one colleague has written over fifteen years. He retires next summer. I am looking for a firm that replaces this by something two people can run, with a fixed price and without a platform that costs more than the problem.

Piotr Kowalski, IT Architect`,
      [cares('two-people', 'something two people can run', { text: 'Two people of IT can run it', rank: 1 })],
    ),
    call(
      'pricing',
      -655,
      'ada',
      ['kowalski'],
      'Fixed price',
      `
Piotr accepts 64,000 if the mappings are tested in parallel for a week before each switch. That is sensible; Luca had planned it anyway.`,
      [
        promised('parallel', 'the mappings are tested in parallel for a week before each switch', {
          text: 'A week in parallel before each carrier is switched',
          inSow: true,
          kind: 'contractual',
        }),
      ],
    ),
    meeting(
      'handover',
      -492,
      'clara',
      ['kowalski', 'luca'],
      'Acceptance',
      `
All eleven carriers live, the last one since Thursday. Piotr's two people have switched off the old connections themselves. He signed on the spot and asked what else we do.`,
    ),
    mail(
      'thanks',
      -299,
      'kowalski',
      ['clara', 'ada'],
      'End of warranty',
      `
Clara, Ada,

six months, two alarms, both were the carrier. I have told Jan Thiel to talk to you about orders.

Piotr`,
    ),
  ],
};
