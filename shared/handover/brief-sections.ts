import { isOpenCommitment } from '../promise/commitment';
import { needsApproval } from '../promise/concession';
import { linesThatTouch } from '../promise/constraint';
import { standing } from '../promise/decision';
import { isOpenObjection } from '../promise/objection';
import { ranked } from '../promise/priority';
import { isSignedDeal } from '../deal/phase';
import { BUYING_ROLES } from '../records/account';
import type { Commitment, Constraint, Contact, Deal, Objection, ScopeLine } from '../records/registry';
import { recordTitle } from '../records/title';
import { workaroundsOf } from '../scope/constraint-check';
import { scopeLinesOf } from '../scope/live-line';
import {
  contactName,
  day,
  from,
  item,
  listed,
  personName,
  point,
  saying,
  type BriefItem,
  type BriefPoint,
  type BriefSource,
} from './brief-item';
import { t } from '../values/texts';

/** Why they bought, in the words of whoever sold it: a paragraph each. */
export function whyTheyBought(deal: Deal): readonly BriefItem[] {
  const paragraphs = (deal.whyTheyBought ?? '').split(/\n+/u).filter((words) => words.trim());
  return paragraphs.map((text) => item({ record: deal.id, text }));
}

/** Whoever buys, wants, forbids or objects; who decides about money first. */
export function peopleOf(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const { records } = source;
  const named = [
    ...records.of('priority', 'deal', deal.id).map(({ contact }) => contact),
    ...records.of('objection', 'deal', deal.id).map(({ raisedBy }) => raisedBy),
    ...records.of('constraint', 'deal', deal.id).map(({ by }) => by),
  ];
  return [...new Set([...deal.buyers, ...named])]
    .map((id) => records.get('contact', id))
    .filter((contact): contact is Contact => contact !== undefined)
    .sort((a, b) => roleOrder(a) - roleOrder(b) || a.name.localeCompare(b.name, 'en'))
    .map((contact) => personItem(source, deal, contact));
}

const roleOrder = ({ buyingRole }: Contact): number => (buyingRole ? BUYING_ROLES.indexOf(buyingRole) : BUYING_ROLES.length);

const STANCES = { for: t('for us'), neutral: 'neutral', against: t('against us'), unknown: undefined } as const;

function personItem({ records }: BriefSource, deal: Deal, contact: Contact): BriefItem {
  const wishes = ranked(records.of('priority', 'contact', contact.id).filter((one) => one.deal === deal.id));
  const objections = records.of('objection', 'raisedBy', contact.id).filter((one) => one.deal === deal.id);
  const points = [
    ...wishes.map((wish) =>
      point(
        wish.id,
        t('Wants: {{text}}{{value}}', {
          text: stopped(wish.text),
          value: wish.rank === undefined ? '' : t(' No. {{rank}} of all.', { rank: wish.rank }),
        }),
        from(wish.sourceMoment),
      ),
    ),
    ...objections.map(objectionPoint),
  ];
  const { title, buyingRole, stance = 'unknown' } = contact;
  return item({ record: contact.id, lead: contact.name, text: listed([title, buyingRole, STANCES[stance]]), points });
}

function objectionPoint(objection: Objection): BriefPoint {
  const isOpen = isOpenObjection(objection);
  const outcome = isOpen ? t('Still open.') : t('Resolved: {{resolution}}', { resolution: objection.resolution ?? '' });
  return point(objection.id, t('Objected: {{stopped}} {{outcome}}', { stopped: stopped(recordTitle(objection)), outcome }), {
    ...from(objection.sourceMoment),
    ...(isOpen ? { open: true } : {}),
  });
}

/** What is to be delivered: first the whole, then its lines, the dearest first. */
export function whatWasSold(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const isSold = ({ status }: ScopeLine): boolean => status === 'in' || status === 'done' || (status === 'proposed' && !isSignedDeal(deal));
  const lines = scopeLinesOf(source.records, deal.id).filter(isSold);
  const dearest = lines.toSorted((a, b) => (b.price?.amount ?? 0) - (a.price?.amount ?? 0));
  return [wholeItem(source, deal, lines), ...dearest.map((line) => lineItem(source, line))];
}

function wholeItem(source: BriefSource, deal: Deal, lines: readonly ScopeLine[]): BriefItem {
  const { phrasing } = source;
  const value = deal.amount ? phrasing.money(deal.amount) : t('an amount that nobody has set');
  const signed = isSignedDeal(deal)
    ? t('Signed{{value}} for {{value2}}', {
        value: deal.signedAt ? t(' on {{signedAt}}', { signedAt: phrasing.date(deal.signedAt) }) : '',
        value2: value,
      })
    : t('Not signed yet: {{value}}', { value });
  const hours = lines.reduce((sum, { plannedHours = 0 }) => sum + plannedHours, 0);
  const many = t('{{length}} {{value}} of scope, {{hours}} hours', {
    length: phrasing.number(lines.length),
    value: lines.length === 1 ? t('line') : t('lines'),
    hours: phrasing.number(hours),
  });
  return item({ record: deal.id, text: `${listed([signed, deal.billingModel && BILLED[deal.billingModel]])}. ${many}.`, points: [] });
}

const BILLED = {
  fixed: t('a fixed price'),
  'T&M': t('by time and material'),
  'capped T&M': t('by time and material up to a cap'),
  milestone: t('billed by milestone'),
  retainer: t('as a retainer'),
} as const;

function lineItem({ phrasing }: BriefSource, line: ScopeLine): BriefItem {
  const { plannedHours, price, excluded, included } = line;
  return item({
    record: line.id,
    lead: recordTitle(line),
    text: included,
    ...saying([plannedHours === undefined ? undefined : `${phrasing.number(plannedHours)} h`, price && phrasing.money(price)]),
    ...from(line.sourceMoment),
    points: excluded?.trim() ? [point(line.id, t('Not included: {{excluded}}', { excluded }))] : [],
  });
}

/** Every promise that binds us or bound us: what is undecided first, what is kept last. What was refused is left out. */
export function whatWasPromised(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const promises = source.records.of('commitment', 'deal', deal.id).filter(({ decision }) => decision !== 'not ours');
  return promises.toSorted((a, b) => urgency(a) - urgency(b)).map((promise) => promiseItem(source, promise));
}

function urgency(promise: Commitment): number {
  if (isOpenCommitment(promise)) return 0;
  return promise.fulfilment === 'open' ? 1 : promise.fulfilment === 'broken' ? 2 : 3;
}

function promiseItem(source: BriefSource, promise: Commitment): BriefItem {
  const { madeBy, madeTo, channel, madeAt, inSow, fulfilment, decision, kind } = promise;
  const to = contactName(source, madeTo);
  const by = personName(source, madeBy);
  const isOpen = isOpenCommitment(promise);
  const stands = fulfilment === 'open' ? (isOpen ? 'undecided' : decision) : fulfilment;
  return item({
    record: promise.id,
    text: promise.text,
    quote: promise.quote,
    ...saying([by && to ? t('{{by}} to {{to}}', { by, to }) : (by ?? (to && t('to {{to}}', { to }))), channel, day(source, madeAt)]),
    state: listed([stands, kind === 'courtesy' ? t('a courtesy') : undefined, inSow ? undefined : t('not in the SOW')]),
    ...from(promise.sourceMoment),
    ...(isOpen ? { open: true } : {}),
    points: [],
  });
}

/** What either side gave up, and what was taken out of the scope or is done for nothing. */
export function whatWasGivenAway(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const concessions = source.records.of('concession', 'deal', deal.id).map((concession) => {
    const { givenBy, value, givenAt } = concession;
    const isOpen = needsApproval(concession);
    return item({
      record: concession.id,
      text: concession.text,
      quote: concession.quote,
      ...saying([givenBy === 'us' ? t('given by us') : t('given by them'), value && source.phrasing.money(value), day(source, givenAt)]),
      ...(isOpen ? { state: t('not approved'), open: true } : {}),
      ...from(concession.sourceMoment),
    });
  });
  const lines = scopeLinesOf(source.records, deal.id).filter(({ status }) => status === 'negotiated away' || status === 'courtesy');
  const leftOut = lines.map((line) =>
    item({
      record: line.id,
      lead: recordTitle(line),
      text: line.decidedWhy ?? line.why,
      ...saying([personName(source, line.decidedBy), line.price && source.phrasing.money(line.price), day(source, line.decidedAt)]),
      state: line.status === 'courtesy' ? t('done for nothing') : t('negotiated away'),
      ...from(line.sourceMoment),
    }),
  );
  return [...concessions, ...leftOut];
}

/** What the client rules out, with the way round it for each line that meets it; then what was decided. */
export function constraintsAndDecisions(source: BriefSource, deal: Deal): readonly BriefItem[] {
  const { records } = source;
  const constraints = records
    .of('constraint', 'deal', deal.id)
    .toSorted((a, b) => Number(a.strength !== 'must') - Number(b.strength !== 'must'));
  const decisions = records.of('decision', 'deal', deal.id).filter((one) => standing(one, records).id === one.id);
  return [
    ...constraints.map((constraint) => constraintItem(source, constraint)),
    ...decisions.map((decision) =>
      item({
        record: decision.id,
        lead: t('Decided'),
        text: decision.text,
        ...saying([decision.decidedBy, day(source, decision.decidedAt)]),
        ...from(decision.sourceMoment),
        points: decision.why ? [point(decision.id, t('Because {{why}}', { why: lower(decision.why) }))] : [],
      }),
    ),
  ];
}

function constraintItem(source: BriefSource, constraint: Constraint): BriefItem {
  const { records } = source;
  const points = linesThatTouch(constraint, records).flatMap((line) => {
    const ways = workaroundsOf(records, line, constraint);
    const title = `“${recordTitle(line)}”`;
    if (ways.length)
      return ways.map((way) =>
        point(way.id, t('The way round it for {{title}}: {{text}}', { title, text: way.text }), from(way.sourceMoment)),
      );
    return constraint.strength === 'must'
      ? [point(line.id, t('No way round it is promised for {{title}}', { title }), { open: true })]
      : [];
  });
  return item({
    record: constraint.id,
    text: constraint.text,
    quote: constraint.quote,
    ...saying([contactName(source, constraint.by)]),
    state: constraint.strength === 'must' ? 'must' : 'preferred',
    ...from(constraint.sourceMoment),
    ...(points.some(({ open }) => open) ? { open: true } : {}),
    points,
  });
}

/** With a full stop, unless it ends in one already. */
const stopped = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const lower = (text: string): string => (/^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
