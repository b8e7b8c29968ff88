import { draftProposal, nextVersion, takeOverScope } from '#shared/proposal/draft';
import type { Reading } from '#shared/proposal/held-back';
import { declineProposal, sendProposal } from '#shared/proposal/lifecycle';
import type { Id } from '#shared/records/define-record';
import { editRecord } from '#shared/records/write';
import type { Cast } from './cast';
import { cuesOfMilestones } from './milestones';
import type { Day, DealScript } from './script';
import { signatureDay, stepDay } from './steps';
import type { Cue, Stage } from './stage';

const HOUR = 60;

interface Version {
  readonly version: number;
  readonly written: Day;
  readonly sent: Day;
}

/** The offers of a deal: written, sent, superseded by the next when the price changes, accepted as its signature. */
export function cuesOfProposals(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const versions = versionsOf(script);
  const cues = versions.flatMap((version, at) => proposalCues(cast, version, versions[at - 1]));
  const last = versions.at(-1);
  if (last) cues.push(...cuesOfMilestones(cast, last.written));
  const lost = stepDay(script, 'lost');
  if (last && lost !== undefined && signatureDay(script) === undefined) cues.push(declining(cast, last, lost));
  return cues;
}

/** The last that was sent: the one that the client accepts, where they do. */
export function lastSent(cast: Cast): Id<'proposal'> {
  return idOf(cast, versionsOf(cast.script).at(-1)?.version ?? 1);
}

/** What somebody who acts on an offer has before them. Nobody in the story is offline, so nothing is undecided. */
export const readingOf = (cast: Cast, stage: Stage, day: Day): Reading => ({
  records: stage.recordsOf(cast.deal),
  today: cast.calendar.date(day),
  undecided: () => [],
});

/** One when the deal reaches its proposal, and one more for every new price after that. */
function versionsOf(script: DealScript): readonly Version[] {
  const first = stepDay(script, 'proposal');
  if (first === undefined) return [];
  const later = script.prices.map(([day]) => day).filter((day) => day > first + 2);
  return [first, ...later].map((day, at) => ({ version: at + 1, written: day, sent: day + 1 }));
}

const idOf = (cast: Cast, version: number): Id<'proposal'> => cast.id('proposal', `v${version}`);

/** Each says today's lines in today's words and prices; what was given up is in no later version. */
function proposalCues(cast: Cast, version: Version, previous: Version | undefined): readonly Cue[] {
  const { calendar, script } = cast;
  const id = idOf(cast, version.version);
  const sending: Cue['tell'] = (stage) => sendProposal(stage.get('proposal', id), readingOf(cast, stage, version.sent));
  const updating: Cue['tell'] = (stage) => takeOverScope(stage.recordsOf(cast.deal), stage.get('proposal', id));
  return [
    { at: calendar.moment(version.written, 14 * HOUR + 30), by: script.ae, tell: (stage) => writing(cast, stage, version, previous) },
    ...(previous ? [{ at: calendar.moment(version.written, 14 * HOUR + 40), by: script.ae, tell: updating }] : introducing(cast, version)),
    { at: calendar.moment(version.sent, 14 * HOUR + 50), by: script.ae, tell: sending },
  ];
}

function writing(cast: Cast, stage: Stage, { version, sent }: Version, previous: Version | undefined) {
  const records = stage.recordsOf(cast.deal);
  const draft = {
    id: idOf(cast, version),
    lineId: (from: string) => cast.id('proposalLine', `v${version}/${from}`),
    validUntil: cast.calendar.date(sent + 45),
    terms: TERMS[cast.script.model],
  };
  return previous
    ? nextVersion(records, stage.get('proposal', idOf(cast, previous.version)), draft)
    : draftProposal(records, stage.get('deal', cast.deal), draft);
}

/** The first version says why; those after it say so again. */
function introducing(cast: Cast, { version, written }: Version): readonly Cue[] {
  const { script, calendar } = cast;
  const { background } = script;
  if (background === undefined) return [];
  const proposal = idOf(cast, version);
  const tell: Cue['tell'] = (stage) => editRecord('proposal', stage.get('proposal', proposal), { background });
  return [{ at: calendar.moment(written, 14 * HOUR + 40), by: script.ae, tell }];
}

function declining(cast: Cast, { version }: Version, day: Day): Cue {
  const why = cast.script.lostBecause ?? 'They decided for somebody else.';
  const tell: Cue['tell'] = (stage) => declineProposal(stage.get('proposal', idOf(cast, version)), { why });
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
