import { isOpenCommitment } from '../promise/commitment';
import { isOpenObjection } from '../promise/objection';
import type { Deal, Ticket } from '../records/registry';
import { recordTitle } from '../records/title';
import { addDays, compareDates } from '../values/calendar';
import { from, item, personName, saying, type BriefItem, type BriefSource } from './brief-item';
import { openQuestions } from './questions';
import { GAP_KINDS, gapTitle, isBeforeHandover, isUnderWay, readiness, type Gap } from './readiness';
import { t } from '../values/texts';

/** What nobody knows or has decided yet: questions, promises, objections, and what is missing in the record. */
export function openUnknowns(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const { records } = source;
  const gaps = readiness(records, deal);
  return [
    ...openQuestions(records, deal.id).map((question) =>
      item({
        record: question.id,
        lead: t('Asked'),
        text: question.text,
        ...saying([personName(source, question.to), question.due && t('by {{due}}', { due: source.phrasing.date(question.due) })]),
        open: true,
      }),
    ),
    ...(deal.whyTheyBought?.trim() ? [] : [item({ record: deal.id, text: t('Nobody has written down why they bought.'), open: true })]),
    ...records
      .of('commitment', 'deal', deal.id)
      .filter(isOpenCommitment)
      .map((promise) =>
        item({ record: promise.id, lead: t('Undecided promise'), text: promise.text, ...from(promise.sourceMoment), open: true }),
      ),
    ...records
      .of('objection', 'deal', deal.id)
      .filter(isOpenObjection)
      .map((one) =>
        item({ record: one.id, lead: t('Objection without an answer'), text: one.text, ...from(one.sourceMoment), open: true }),
      ),
    ...GAP_KINDS.filter((kind) => kind !== 'open question').flatMap((kind) => gapItem(gaps.filter((gap) => gap.kind === kind))),
  ];
}

const NAMED = 3;

function gapItem(gaps: readonly Gap[]): readonly BriefItem[] {
  const [first] = gaps;
  if (!first) return [];
  const names = gaps.slice(0, NAMED).map(({ text }) => text);
  const rest = gaps.length - names.length;
  const text = `${names.join('; ')}${rest ? `; and ${rest} more` : ''}`;
  return [item({ record: first.about[0], lead: gapTitle(first.kind, gaps.length), text, open: true })];
}

/** Days that are looked ahead from the kick-off. */
export const FIRST_DAYS = 14;

/** From the kick-off, or the signature where no day is set: the day itself, what is due within two weeks, and the first milestone. */
export function firstTwoWeeks(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const { records } = source;
  const start = deal.kickoffAt ?? deal.signedAt;
  const milestones = records.of('milestone', 'deal', deal.id).toSorted((a, b) => byDue(a, b));
  const within = <T extends { readonly due?: string }>(all: readonly T[]): readonly T[] =>
    start === undefined ? [] : all.filter(({ due }) => due !== undefined && compareDates(due, addDays(start, FIRST_DAYS)) <= 0);
  const near = within(milestones);
  const tickets = within(records.of('ticket', 'deal', deal.id).filter(isUnderWay)).toSorted(byDue);
  return [
    kickoffItem(source, deal),
    ...(near.length ? near : milestones.slice(0, 1)).map((milestone) =>
      item({
        record: milestone.id,
        lead: near.length ? t('Milestone') : t('First milestone'),
        text: milestone.title,
        ...saying([milestone.due && source.phrasing.date(milestone.due), milestone.fee && source.phrasing.money(milestone.fee)]),
      }),
    ),
    ...tickets.map((ticket) => ticketItem(source, ticket)),
  ];
}

function kickoffItem(source: BriefSource, deal: Deal): BriefItem {
  if (deal.kickoffAt)
    return item({ record: deal.id, text: t('Kick-off on {{kickoffAt}}.', { kickoffAt: source.phrasing.date(deal.kickoffAt) }) });
  return item({ record: deal.id, text: t('No day for the kick-off is set.'), ...(isBeforeHandover(deal) ? { open: true } : {}) });
}

function ticketItem(source: BriefSource, ticket: Ticket): BriefItem {
  const promise = source.records.get('commitment', ticket.commitment);
  const cause = promise ? t('for the promise “{{promise}}”', { promise: recordTitle(promise) }) : undefined;
  return item({
    record: ticket.id,
    lead: ticket.title,
    text: '',
    ...saying([
      personName(source, ticket.owner) ?? t('nobody yet'),
      ticket.due && t('due {{due}}', { due: source.phrasing.date(ticket.due) }),
      cause,
    ]),
    ...(ticket.owner ? {} : { open: true }),
  });
}

const byDue = (a: { readonly due?: string }, b: { readonly due?: string }): number => compareDates(a.due ?? '9999', b.due ?? '9999');
