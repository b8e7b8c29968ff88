import type { Proposal } from '#shared/records/registry';
import { createRecord, editRecord, together } from '#shared/records/write';
import { ranksBetween } from '#shared/values/rank';
import type { Cast } from './cast';
import { chanceFrom, oneOf } from './chance';
import { isSold, signatureDay, stepDay } from './routine';
import type { Day } from './script';
import { sampleId, type Cue, type Stage } from './stage';

const HOUR = 60;

interface Version {
  readonly version: number;
  readonly written: Day;
  readonly sent: Day;
}

/** The offers of a deal: written, sent, replaced by the next when the price changes, accepted with the signature. */
export function cuesOfProposals(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const versions = versionsOf(cast);
  const cues = versions.flatMap((version, at) => proposalCues(cast, version, versions[at + 1]));
  const last = versions.at(-1);
  const signed = signatureDay(script);
  const lost = stepDay(script, 'lost');
  if (last && signed !== undefined) cues.push(ending(cast, last, signed, 'accepted'));
  else if (last && lost !== undefined) cues.push(ending(cast, last, lost, 'declined'));
  return cues;
}

/** One when the deal reaches its proposal, and one more for every new price after that. */
function versionsOf({ script }: Cast): readonly Version[] {
  const first = stepDay(script, 'proposal');
  if (first === undefined) return [];
  const later = script.prices.map(([day]) => day).filter((day) => day > first + 2);
  return [first, ...later].map((day, at) => ({ version: at + 1, written: day, sent: day + 1 }));
}

function proposalCues(cast: Cast, version: Version, next: Version | undefined): readonly Cue[] {
  const { script, calendar } = cast;
  const id = cast.id('proposal', `v${version.version}`);
  const sending: Cue['tell'] = (stage) => {
    const sent = editRecord(
      'proposal',
      stage.get('proposal', id),
      { status: 'sent', sentAt: calendar.date(version.sent) },
      { act: 'proposal.send' },
    );
    return { ...sent, freezes: true };
  };
  const replaced: readonly Cue[] = next
    ? [
        {
          at: calendar.moment(next.written, 15 * HOUR),
          by: script.ae,
          tell: (stage) => editRecord('proposal', stage.get('proposal', id), { status: 'superseded' }),
        },
      ]
    : [];
  return [
    { at: calendar.moment(version.written, 14 * HOUR + 30), by: script.ae, tell: (stage) => writing(cast, version, stage) },
    { at: calendar.moment(version.sent, 14 * HOUR + 50), by: script.ae, tell: sending },
    ...replaced,
  ];
}

/** A proposal says today's lines in today's words; later versions leave out what was given up. */
function writing(cast: Cast, { version, sent }: Version, stage: Stage) {
  const { script, calendar } = cast;
  const proposal = cast.id('proposal', `v${version}`);
  const head = { deal: cast.deal, version, status: 'draft' as const, terms: TERMS[script.model], validUntil: calendar.date(sent + 45) };
  const offered = script.scope.filter((line) => version === 1 || isSold(line) || line.status === 'optional');
  const ranks = ranksBetween(null, null, offered.length);
  const lines = offered.map((line, at) => {
    const scopeLine = cast.id('scopeLine', line.key);
    const { title, included } = stage.get('scopeLine', scopeLine);
    const values = {
      proposal,
      scopeLine,
      text: `${title}: ${included ?? ''}`,
      hours: line.hours,
      price: cast.money(version === 1 ? (line.asked ?? line.price) : line.price),
      rank: ranks[at] ?? 'a0',
    };
    return createRecord('proposalLine', cast.id('proposalLine', `v${version}/${line.key}`), values, { deal: cast.deal });
  });
  return { ...together('proposal.write', [createRecord('proposal', proposal, head), ...lines]), deal: cast.deal };
}

function ending(cast: Cast, { version }: Version, day: Day, status: 'accepted' | 'declined'): Cue {
  const id = cast.id('proposal', `v${version}`);
  const values: Partial<Pick<Proposal, 'status' | 'acceptedAt'>> =
    status === 'accepted' ? { status, acceptedAt: cast.calendar.date(day) } : { status };
  const tell: Cue['tell'] = (stage) => {
    const ended = editRecord('proposal', stage.get('proposal', id), values, {
      act: status === 'accepted' ? 'proposal.accept' : 'proposal.decline',
    });
    return { ...ended, freezes: true };
  };
  return { at: cast.calendar.moment(day, 15 * HOUR), by: cast.script.ae, tell };
}

const TERMS = {
  fixed: 'Fixed price. Net 30 days. Changes to the scope by written change order only.',
  'T&M': 'By effort, invoiced monthly from approved time sheets. Net 30 days.',
  'capped T&M': 'By effort up to the cap, invoiced monthly from approved time sheets. Hours beyond the cap only after written agreement.',
  milestone:
    'Invoiced per milestone on written acceptance, which may not be withheld for minor defects. Net 30 days. Changes by change order.',
  retainer: 'Monthly fee in advance. Unused hours carry over for one month. Notice of three months to the end of a quarter.',
} as const;

/** Pre-sale work as tickets: each with an owner and something to show for it. */
export function cuesOfPreSale(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  const scopingDay = stepDay(script, 'scoping');
  const proposalDay = stepDay(script, 'proposal');
  const agreedDay = signatureDay(script) ?? stepDay(script, 'negotiation');
  const plan = [
    ['information gathering', `Understand how ${script.department} works today`, script.ae, script.opened + 2, scopingDay],
    ['scoping', 'Write the lines of scope with exclusions and acceptance tests', script.lead, scopingDay, proposalDay],
    [
      'blueprint design',
      'Sketch the target process and walk the users through it',
      script.lead,
      scopingDay === undefined ? undefined : scopingDay + 6,
      proposalDay,
    ],
    [
      'proposal construction',
      'Price the lines and write the proposal',
      script.ae,
      proposalDay === undefined ? undefined : proposalDay - 5,
      agreedDay,
    ],
  ] as const;
  return plan.flatMap(([kind, title, owner, day, done]): readonly Cue[] => {
    if (day === undefined) return [];
    const id = cast.id('ticket', kind);
    const values = {
      deal: cast.deal,
      kind,
      title,
      owner: sampleId('person', owner),
      status: 'in progress' as const,
      due: calendar.date(done ?? day + 18),
    };
    const opened: Cue = { at: calendar.moment(day, 8 * HOUR + 12), by: owner, tell: () => createRecord('ticket', id, values) };
    if (done === undefined || done >= 0) return [opened];
    const outcome = { status: 'done' as const, outcome: oneOf(chanceFrom(`${script.key}/${kind}`), OUTCOMES[kind]) };
    return [
      opened,
      {
        at: calendar.moment(done, 16 * HOUR),
        by: owner,
        tell: (stage) => editRecord('ticket', stage.get('ticket', id), outcome, { act: 'ticket.close' }),
      },
    ];
  });
}

const OUTCOMES = {
  'information gathering': [
    'Written up in the calls and notes of the deal.',
    'We know who decides, what hurts and what it may cost.',
    'Enough to scope. Two questions went on to the scoping ticket.',
  ],
  scoping: [
    'All lines have an owner at the client who will accept them.',
    'Exclusions read out to the client, line by line. None was a surprise.',
    'Lines, exclusions and tests agreed with the users; prices to follow.',
  ],
  'blueprint design': [
    'Walked through with the users; their remarks are in the notes.',
    'Target process on two pages. The users changed the order of three steps.',
    'Drawn with the client at the wall, photographed, agreed.',
  ],
  'proposal construction': [
    'Sent, and agreed line by line.',
    'Priced from the hours of each line; reviewed by a partner.',
    'Sent in time, with the exclusions on page one.',
  ],
} as const;
