import type { Command } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import { isOpenDeal } from '../deal/phase';
import type { CalendarDateText, Id } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { Commitment, Deal, Moment, Question, ScopeLine } from '../records/registry';
import { recordTitle } from '../records/title';
import { together } from '../records/write';
import { scopeLinesOf } from '../scope/live-line';
import { err, ok, type Result } from '../values/result';
import { askQuestion, isOpenQuestion, type Asked } from './questions';
import { isToBeDone } from './readiness';
import { t } from '../values/texts';

/** Something of a deal that, as far as the record shows, only one person knows: what to ask them before they leave. */
export interface OnlyTheyKnow {
  /** The same gap has the same key; a question that asks for it carries it (`sweep`). */
  readonly key: string;
  readonly deal: Id<'deal'>;
  readonly about: NonNullable<Question['about']>;
  readonly question: string;
  readonly fills?: Asked['fills'];
}

/** Who wrote a record, where somebody has looked it up. Undefined: not known. */
export type AuthorOf = (record: RecordId) => RecordId | undefined;

/**
 * What a person takes with them when they leave: for each open deal that they sold or spoke for, promises of theirs that
 * are undecided or stand on nobody's words, lines without a why that they wrote, calls and meetings of theirs without a
 * text, registers of their own deals that are empty, and deals on which nobody else of ours has spoken to the client.
 */
export function whatOnlyTheyKnow(records: Records, person: Id<'person'>, authorOf: AuthorOf = () => undefined): readonly OnlyTheyKnow[] {
  const asked: Sweep = { records, isThem: sameAs(records, person), authorOf };
  return records
    .all('deal')
    .filter(isOpenDeal)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((deal) => ofDeal(asked, deal));
}

/** Records whose author decides whether they belong into somebody's sweep: open lines without a why. */
export const authorsWanted = (records: Records): readonly Id<'scopeLine'>[] =>
  records
    .all('deal')
    .filter(isOpenDeal)
    .flatMap((deal) => linesWithoutWhy(records, deal).map(({ id }) => id));

interface Sweep {
  readonly records: Records;
  readonly isThem: (id: RecordId | undefined) => boolean;
  readonly authorOf: AuthorOf;
}

function sameAs(records: Records, person: Id<'person'>): Sweep['isThem'] {
  const self = joinedPerson(records, person)?.id ?? person;
  return (id) => id !== undefined && (joinedPerson(records, id)?.id ?? id) === self;
}

function ofDeal(sweep: Sweep, deal: Deal): readonly OnlyTheyKnow[] {
  const { records, isThem } = sweep;
  const isTheirs = isThem(deal.ae);
  return [
    ...records
      .of('commitment', 'deal', deal.id)
      .filter(({ madeBy, fulfilment }) => isThem(madeBy) && fulfilment === 'open')
      .flatMap(ofPromise),
    ...linesWithoutWhy(records, deal)
      .filter((line) => isTheirs || isThem(sweep.authorOf(line.id)))
      .map(ofLine),
    ...records
      .of('moment', 'deal', deal.id)
      .filter((moment) => moment.people.some(isThem) && isUnwritten(moment))
      .map(ofMoment(deal)),
    ...(isTheirs ? emptyRegisters(records, deal) : []),
    ...aloneWith(sweep, deal),
  ];
}

function ofPromise(promise: Commitment): readonly OnlyTheyKnow[] {
  const { deal, decision, sourceMoment, id } = promise;
  const told = `“${recordTitle(promise)}”`;
  const common = { deal, about: id } as const;
  return [
    ...(sourceMoment
      ? []
      : [{ ...common, key: `no source ${id}`, question: t('You promised {{told}}. To whom, when, and in which words?', { told }) }]),
    ...(decision === 'open'
      ? [
          {
            ...common,
            key: `undecided ${id}`,
            question: t('Nobody has decided about your promise {{told}}. What did both sides understand: is it part of the price?', {
              told,
            }),
          },
        ]
      : []),
  ];
}

const linesWithoutWhy = (records: Records, deal: Deal): readonly ScopeLine[] =>
  scopeLinesOf(records, deal.id).filter((line) => isToBeDone(line) && !line.why?.trim());

const ofLine = (line: ScopeLine): OnlyTheyKnow => ({
  key: `no why ${line.id}`,
  deal: line.deal,
  about: line.id,
  question: t('What does the client want “{{line}}” for?', { line: recordTitle(line) }),
  fills: 'why',
});

/** Spoken, and nobody wrote down what was said. */
const isUnwritten = ({ kind, body, file }: Moment): boolean => (kind === 'call' || kind === 'meeting') && !body?.trim() && !file;

const ofMoment =
  (deal: Deal) =>
  (moment: Moment): OnlyTheyKnow => ({
    key: `no text ${moment.id}`,
    deal: deal.id,
    about: moment.id,
    question: t('What was said in the {{kind}} “{{moment}}” on {{slice}}?', {
      kind: moment.kind,
      moment: recordTitle(moment),
      slice: moment.at.slice(0, 10),
    }),
  });

const REGISTER_QUESTIONS = [
  ['constraint', t('What has the client ruled out, and who said so?')],
  ['priority', t('What does each buyer care about most?')],
  ['objection', t('What spoke against us, who said it, and how was it settled?')],
] as const;

function emptyRegisters(records: Records, deal: Deal): readonly OnlyTheyKnow[] {
  const common = { deal: deal.id, about: deal.id } as const;
  const why = deal.whyTheyBought?.trim()
    ? []
    : [{ ...common, key: `why they bought ${deal.id}`, question: t('Why do they buy, and why from us?'), fills: 'whyTheyBought' } as const];
  const registers = REGISTER_QUESTIONS.filter(
    ([type]) => records.of<'constraint' | 'priority' | 'objection'>(type, 'deal', deal.id).length === 0,
  );
  return [
    ...why,
    ...registers.map(([type, question]) => ({
      ...common,
      key: `no ${type} ${deal.id}`,
      question: t('{{question}} “Nothing” is an answer too.', { question }),
    })),
  ];
}

/** Every moment with the client names them and nobody else of ours. */
function aloneWith({ records, isThem }: Sweep, deal: Deal): readonly OnlyTheyKnow[] {
  const spoken = records
    .of('moment', 'deal', deal.id)
    .filter(({ kind, people, answers }) => !answers && kind !== 'note' && people.length > 0);
  if (spoken.length === 0 || !spoken.every(({ people }) => people.every(isThem))) return [];
  return [
    {
      key: `alone ${deal.id}`,
      deal: deal.id,
      about: deal.id,
      question: t(
        'Only you have spoken with the client here. Whom do they trust, what is agreed and not written down, and who of us should they meet?',
      ),
    },
  ];
}

/** One thing of a sweep, and how far it is. */
export type SweepLine =
  | { readonly state: 'to ask'; readonly deal: Id<'deal'>; readonly item: OnlyTheyKnow }
  | { readonly state: 'asked' | 'answered'; readonly deal: Id<'deal'>; readonly question: Question };

/**
 * The sweep as it stands: what is still to be asked, what they have been asked (by a sweep or otherwise) and what of the
 * sweep they have answered. What was asked is not asked again, also where it was answered and the gap is still there.
 */
export function sweepOf(records: Records, person: Id<'person'>, authorOf?: AuthorOf): readonly SweepLine[] {
  const isThem = sameAs(records, person);
  const theirs = records
    .all('question')
    .filter((question) => isThem(question.to) && (question.sweep !== undefined || isOpenQuestion(question)));
  const asked = new Set(theirs.map(({ sweep }) => sweep));
  return [
    ...theirs.map((question) => ({
      state: isOpenQuestion(question) ? ('asked' as const) : ('answered' as const),
      deal: question.deal,
      question,
    })),
    ...whatOnlyTheyKnow(records, person, authorOf)
      .filter(({ key }) => !asked.has(key))
      .map((item) => ({ state: 'to ask' as const, deal: item.deal, item })),
  ];
}

/** Who asks whom, and by which day. */
export interface Asking {
  readonly to: Id<'person'>;
  readonly by: Id<'person'>;
  /** The day on which it is asked. */
  readonly on?: CalendarDateText;
  readonly due: CalendarDateText;
  readonly newId: () => Id<'question'>;
}

/** Asks for all of it: one act for each deal, so that each deal's history holds its own. To be committed together. */
export function askBeforeLeaving(
  items: readonly OnlyTheyKnow[],
  { newId, ...asking }: Asking,
): Result<readonly Command[], { readonly message: string }> {
  if (items.length === 0) return err({ message: t('Choose at least one thing to ask.') });
  const commands: Command[] = [];
  for (const deal of new Set(items.map((item) => item.deal))) {
    const asked: Command[] = [];
    for (const { key, question, ...rest } of items.filter((item) => item.deal === deal)) {
      const decided = askQuestion(newId(), { ...rest, ...asking, text: question, sweep: key });
      if (!decided.ok) return decided;
      asked.push(decided.value);
    }
    commands.push(together('question.sweep', asked));
  }
  return ok(commands);
}
