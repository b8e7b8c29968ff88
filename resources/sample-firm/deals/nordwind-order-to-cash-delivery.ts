import {
  answer,
  ask,
  change,
  chat,
  close,
  decide,
  edit,
  editLine,
  figure,
  hours,
  keep,
  mail,
  meeting,
  planCost,
  promised,
  pulse,
  settle,
  settled,
  slip,
  stint,
  ticket,
} from '../beats';
import type { Beat } from '../script';

/** After the signature. */
export const nordwindOrderToCashDelivery: readonly Beat[] = [
  meeting(
    'kickoff',
    -234,
    'clara',
    ['ada', 'luca', 'thiel', 'kowalski'],
    'Kickoff',
    `
Introduced the team: Luca leads, Hannah for receivables and close, Priya for migration. Jan Thiel runs it for Nordwind; Piotr Kowalski signs off interfaces.

Went through the lines of scope one by one and through what was said in the sale. Piotr reminded us of the archive for the drop files: he had understood a yes. Luca remembered "we look at it". Nobody has it in writing.

Weekly status on Tuesdays, steering group every six weeks.`,
    [
      promised('archive', 'Piotr reminded us of the archive for the drop files: he had understood a yes.', {
        text: 'Archive of the nightly files for ten years',
        madeBy: 'luca',
        madeTo: 'kowalski',
        channel: 'call',
        kind: 'assumption',
        madeAt: -351,
      }),
    ],
  ),
  hours(-231, 'clara', 3.5, 'reconstruction', 'Went through the mails of the sale to find what was said about the archive'),
  hours(-230, 'luca', 1.5, 'reconstruction', 'Call notes on the billing reader, checked with Ada'),
  ask(
    'archive',
    -229,
    'clara',
    'ada',
    -225,
    'Did we promise Piotr to archive the drop files for ten years? I find only "look at it" in your notes.',
    ['commitment', 'archive'],
  ),
  answer(
    -226,
    'ada',
    'archive',
    'No promise. On the call Luca agreed to look at it. Piotr will have wished it into a yes; I would offer the archive as a small change order.',
  ),
  decide(-224, 'clara', 'archive', 'honour billed', 'Not promised and not in the SOW, but sensible: offered as a change order.'),
  decide(-224, 'clara', 'file-drop', 'honour free', 'Promised by Luca on the call, and the whole design rests on it.'),
  change(
    'archive',
    -217,
    'clara',
    'Ten-year archive of the nightly files',
    7_800,
    64,
    'kowalski',
    'archive-mail',
    'an archive with ten years of retention',
  ),
  mail(
    'archive-mail',
    -218,
    'kowalski',
    ['clara', 'luca'],
    'Archive for the drop files',
    `
Hi Clara,

legal has confirmed: for anything that leads to an invoice we need an archive with ten years of retention, searchable by order number. I had assumed this was part of the hand-over. If it is not, please send me a figure, I have some room in the IT budget.

Piotr`,
  ),
  settle(-214, 'clara', 'archive', 'submitted', 'Offered to IT, who asked for it.'),
  planCost(-213, 'clara', 'archive', 64),
  settle(-203, 'clara', 'archive', 'billed', 'Ordered from the IT budget by Piotr Kowalski.'),
  ...stint(-198, 'jonas', 64, { order: 'archive' }, 'Archive with ten years of retention'),
  meeting(
    'steering-1',
    -196,
    'clara',
    ['owen', 'weber', 'thiel'],
    'Steering group 1',
    `
Requirements on plan. Mrs Weber asked for the list of people whose work changes, for the works council.

Decided that telephone orders go into the same queue as the others, against the wish of the telephone team to keep their screen. Jan will explain it to them himself.`,
    [
      settled('one-queue', 'Decided that telephone orders go into the same queue as the others', {
        text: 'Telephone orders go into the same queue',
        options: 'Keep the telephone screen · one queue for all',
        why: 'Two screens would mean two sets of checks, and the errors come from the telephone.',
        decidedBy: 'Katrin Weber, Jan Thiel',
      }),
    ],
  ),
  ticket(
    'schema',
    -160,
    'luca',
    'Order schema of the portal is late',
    {
      kind: 'incident',
      owner: 'luca',
      severity: 'high',
      detail: 'The portal team promised the order schema for the end of requirements. We have a draft without surcharges.',
      scopeLine: 'orders',
    },
    -150,
  ),
  mail(
    'schema-late',
    -158,
    'luca',
    ['thiel', 'kowalski', 'clara'],
    'Order schema of the portal',
    `
Hi Jan, hi Piotr,

we are three weeks past the date for the portal's order schema, and the draft lacks the surcharge block. We can start with EDI and telephone and leave the portal for later, but the pilot date then moves by about nine working days. It would help a lot to have the schema by Friday next week.

Luca`,
  ),
  close(-139, 'luca', 'schema', 'Schema received complete; the pilot moved by nine working days, agreed with Jan Thiel.'),
  slip(-137, 'clara', 'orders-live', -33, 'The portal team delivered the order schema three weeks late.', 'client'),
  mail(
    'delay',
    -137,
    'clara',
    ['weber', 'thiel'],
    'Pilot of order capture moves by nine working days',
    `
Dear Ms Weber,

as you asked to hear it early: the pilot of order capture moves by nine working days. The cause is the order schema of the portal, which came three weeks late. The date of go-live does not move; Luca and Hannah have exchanged two work packages so that billing and receivables start earlier.

Clara Nowak`,
  ),
  mail(
    'delay-ok',
    -136,
    'weber',
    'clara',
    'Re: Pilot of order capture moves by nine working days',
    `
Dear Ms Nowak,

thank you. That is how I like to be told.

K. Weber`,
  ),
  editLine(
    -121,
    'luca',
    'billing',
    {
      assumptions:
        'The billing system reads a fixed-format file from a folder at 02:30, as it does for the subsidiary in Poland. Corrections are sent as cancellation and new item.',
    },
    'Piotr’s team confirmed that the reader takes no corrections.',
  ),
  chat(
    'corrections',
    -120,
    'luca',
    ['kowalski'],
    'Chat: corrections in the drop file',
    `
Piotr Kowalski: tested it. the reader takes new items only. a correction has to be a cancellation plus a new item, otherwise it goes to the error list
Luca Bianchi: ok, that is how Poland does it?
Piotr Kowalski: yes. accounting is used to it
Luca Bianchi: then we do the same. I will note it under the assumptions of the line
Piotr Kowalski: 👍`,
    [
      settled('cancel-new', 'a correction has to be a cancellation plus a new item', {
        text: 'Corrections are sent as cancellation and new item',
        options: 'Extend the reader · cancellation and new item',
        why: 'The reader is certified and may not be changed; Poland works the same way.',
        decidedBy: 'Piotr Kowalski, Luca Bianchi',
      }),
    ],
  ),
  ticket(
    'friday-volume',
    -61,
    'clara',
    'Queue slows down on Friday afternoons',
    {
      kind: 'incident',
      owner: 'priya',
      severity: 'medium',
      detail: 'With more than 600 orders waiting, the queue takes eight seconds to open.',
      scopeLine: 'orders',
    },
    -50,
  ),
  close(-52, 'priya', 'friday-volume', 'Index added, opening takes under one second with 2,000 orders.'),
  hours(-57, 'priya', 6, 'rework', 'Queue slow on Fridays: index and paging', 'friday-volume'),
  mail(
    'toll',
    -47,
    'thiel',
    'clara',
    'Toll tables for Austria',
    `
Hi Clara,

sorry to come with this now: Austria changes its toll classes in spring, and our people would like to load the new tables themselves instead of sending them to you. Can tariffs and surcharges get an import for toll tables? I know that it was not on the list.

Jan`,
  ),
  change(
    'toll',
    -45,
    'clara',
    'Import of toll tables by the client',
    9_600,
    78,
    'thiel',
    'toll',
    'Can tariffs and surcharges get an import for toll tables?',
  ),
  figure(-6, 'CRM', 'signed value', 312_000, 'deals-export.csv'),
  figure(-5, 'finance', 'signed value', 319_800, 'contracts.xlsx'),
  figure(-5, 'project tool', 'signed value', 312_000, 'projects.csv'),
  figure(-5, 'project tool', 'planned hours', 2_690, 'projects.csv'),
  figure(-5, 'finance', 'planned hours', 2_512, 'contracts.xlsx'),
  settle(-38, 'clara', 'toll', 'submitted', 'Priced and sent to Jan Thiel; he needs Katrin Weber’s signature.'),
  meeting(
    'steering-4',
    -29,
    'clara',
    ['owen', 'weber', 'thiel', 'kowalski'],
    'Steering group 4',
    `
Order capture has been in pilot for four days with the two largest customers. Error rate 0.4 per cent, all of them missing references.

Mrs Weber asked whether the nightly hand-over will be ready for the parallel close. Luca: first full night with test data next week. She asked to see a failed night, on purpose, with the repeat before seven, before she accepts. Agreed.

The toll import: she will decide with the budget of next quarter.`,
    [
      promised('failed-night', 'She asked to see a failed night, on purpose, with the repeat before seven, before she accepts. Agreed.', {
        text: 'Show a failed night with its repeat before acceptance',
        madeBy: 'luca',
        madeTo: 'weber',
        kind: 'courtesy',
      }),
    ],
  ),
  edit(-24, 'clara', { plannedEnd: 64 }),
  pulse(-22, 'clara', 'mixed', 'The pilot runs well. Mrs Weber is nervous about the first night of the hand-over.'),
  ticket(
    'drop-test',
    -17,
    'clara',
    'First night of the file drop failed at 02:30',
    {
      kind: 'incident',
      owner: 'luca',
      severity: 'high',
      detail: 'The file was there, the reader refused it: 14 orders without cost centre. Repeat at 05:10 went through.',
      scopeLine: 'billing',
      commitment: 'file-drop',
    },
    -10,
  ),
  mail(
    'drop-test-mail',
    -16,
    'luca',
    ['kowalski', 'thiel', 'clara'],
    'First night of the file drop',
    `
Hi Piotr, hi Jan,

the first night with the full volume: 1,872 orders, 14 of them without a cost centre, so the reader refused the file. Our repeat at 05:10 sent the other 1,858, and your shift lead had a message at 05:12.

From tonight on, orders without a cost centre stop in our queue and not in billing. The fourteen are listed below for your team.

Luca`,
  ),
  close(-11, 'luca', 'drop-test', 'Orders without cost centre now stop in the queue. Five nights in a row without a refusal.'),
  mail(
    'weber-nights',
    -9,
    'weber',
    ['clara', 'ada'],
    'Five nights',
    `
Dear Ms Nowak,

five nights without a refusal, and the one that failed was repaired before anybody here had coffee. I have told the auditors how it works, and they had no questions. Please plan the acceptance of the hand-over.

Katrin Weber`,
  ),
  keep(-8, 'clara', 'file-drop'),
  ticket(
    'accept-billing',
    -7,
    'clara',
    'Prepare the acceptance of the billing hand-over',
    { kind: 'question', owner: 'clara', scopeLine: 'billing' },
    5,
  ),
];
