import type { Entry, Json, RecordId } from '../ledger/entry';
import { declarationOf, typeOf } from './registry';
import { PRE_SALE_TICKETS } from './ticket';
import { nounOf, shorten } from './title';
import { numberText, titleOf, valueText, type Wording } from './value-text';

/** What a sentence may speak of: the first record of the entry and the values that were set on it. */
export interface Telling {
  readonly entry: Entry;
  readonly subject: RecordId;
  readonly title: string;
  readonly value: (field: string) => Json | undefined;
  readonly was: (field: string) => Json | undefined;
  readonly wording: Wording;
}

type Sentence = (telling: Telling) => string | undefined;

const words = (telling: Telling, field: string, value = telling.value(field)): string => {
  const type = typeOf(telling.subject);
  return valueText(type && declarationOf(type, field), value, telling.wording);
};

/** ` before words after`, or nothing where the field was not set. */
const part = (telling: Telling, before: string, field: string): string => {
  const told = words(telling, field);
  return told ? `${before}${told}` : '';
};

/** "resolved the objection “Too dear”". */
const did =
  (verb: string, noun?: string): Sentence =>
  ({ subject, title }) =>
    `${verb} the ${noun ?? nounOf(subject)} “${title}”`;

/** As `did`, followed by the reason in `field`. */
const didBecause =
  (verb: string, field: string): Sentence =>
  (telling) =>
    `${verb} the ${nounOf(telling.subject)} “${telling.title}”${part(telling, ': ', field)}`;

/** "noted the commitment “…” from the call “…”". */
const noted: Sentence = (telling) => {
  const source = telling.value('sourceMoment');
  if (typeof source !== 'string') return `noted the ${nounOf(telling.subject)} “${telling.title}”`;
  const moment = telling.wording.records.get('moment', source);
  return `noted the ${nounOf(telling.subject)} “${telling.title}” from the ${moment?.kind ?? 'moment'} “${titleOf(source, telling.wording.records)}”`;
};

const arrived: Sentence = (telling) => {
  const kind = telling.value('kind');
  if (kind === 'e-mail') return `filed the e-mail “${telling.title}”`;
  if (kind === 'note') return `wrote the note “${telling.title}”`;
  return kind === 'file' ? `filed “${telling.title}”` : `logged the ${words(telling, 'kind') || 'moment'} “${telling.title}”`;
};

/** The sentence of each business act, by its verb. Acts that are not here are told by what they changed. */
export const ACT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'setting.describeFirm': () => 'changed what documents say of the firm',
  'deal.create': ({ title }) => `opened the deal “${title}”`,
  'deal.win': (telling) => `won the deal${part(telling, ' for ', 'amount')}${part(telling, ', signed on ', 'signedAt')}`,
  'deal.lose': (telling) => `lost the deal${part(telling, ': ', 'lostReason')}`,
  'deal.advance': (telling) =>
    `moved the deal${part({ ...telling, value: telling.was }, ' from ', 'phase')}${part(telling, ' to ', 'phase')}`,
  'deal.hold': ({ entry }) => `put the deal on hold${entry.why ? `: ${entry.why}` : ''}`,
  'deal.resume': (telling) => `took the deal up again${part(telling, ' in ', 'phase')}`,
  'deal.reopen': (telling) => `reopened the deal${part(telling, ' in ', 'phase')}`,
  'deal.agreeScope': (telling) => `took ${count(telling, 'scope line')} into the contract`,
  'deal.split': splitInto,
  'deal.sendAfter': (telling) => `sent ${count(telling, 'record')} after a split to the deal that they belong to`,
  'scopeLine.estimate': (telling) => `estimated anew what remains on ${count(telling, 'scope line')}`,
  'scopeLine.create': ({ title }) => `wrote the scope line “${title}”`,
  'scopeLine.paste': (telling) => `pasted ${count(telling, 'scope line', added(telling))}`,
  'scopeLine.move': ({ title, entry }) => (entry.edits.length === 1 ? `moved the scope line “${title}”` : 'put the scope lines in order'),
  'scopeLine.negotiateAway': ({ title }) => `recorded that “${title}” was negotiated away`,
  'scopeLine.giveAsCourtesy': ({ title }) => `made “${title}” a courtesy`,
  'scopeLine.bringBack': (telling) => `brought the scope line “${telling.title}” back${part(telling, ' as ', 'status')}`,
  'scopeLine.finish': did('finished'),
  'scopeLine.fromPromise': ({ title }) => `made a scope line of the promise “${title}”`,
  'commitment.workAround': (telling) => {
    const constraint = telling.value('worksAround');
    return `linked “${telling.title}” as the way round “${typeof constraint === 'string' ? titleOf(constraint, telling.wording.records) : '…'}”`;
  },
  'commitment.unlink': ({ title }) => `recorded that “${title}” is no way round anything any more`,
  'commitment.cover': (telling) => `put the commitment “${telling.title}”${part(telling, ' under ', 'scopeLine')}`,
  'commitment.callCourtesy': ({ title }) => `called the commitment “${title}” a courtesy`,
  'moment.create': arrived,
  'moment.file': (telling) => `filed “${telling.title}” under ${words(telling, 'deal') || 'no deal'}`,
  'commitment.note': noted,
  'objection.note': noted,
  'concession.note': noted,
  'constraint.note': noted,
  'priority.note': noted,
  'decision.note': noted,
  'scopeLine.note': noted,
  'commitment.decide': (telling) => `decided “${words(telling, 'decision')}” on the commitment “${telling.title}”`,
  'commitment.keep': did('kept'),
  'commitment.break': did('recorded as broken'),
  'commitment.reopen': did('reopened'),
  'objection.resolve': didBecause('resolved', 'resolution'),
  'objection.reopen': did('reopened'),
  'concession.approve': (telling) => `approved the concession “${telling.title}”`,
  'decision.supersede': (telling) => {
    const old = telling.value('supersedes');
    return `replaced the decision “${typeof old === 'string' ? titleOf(old, telling.wording.records) : '…'}” by “${telling.title}”`;
  },
  'evidence.overrule': (telling) =>
    `decided that “${shorten(words(telling, 'claim') || telling.title)}” counts as ${words(telling, 'verdict') || 'decided'}`,
  'externalFigure.keep': (telling) => `noted ${words(telling, 'field') || 'a figure'} of another system${part(telling, ' as of ', 'asOf')}`,
  'reconciliation.setTolerance': () => 'changed how far figures of two systems may stand apart',
  'setting.changeSynonyms': () => 'changed words that mean the same in evidence search',
  'proposal.write': (telling) => `wrote ${lower(telling.title)} with ${count(telling, 'line', telling.entry.edits.length - 1)}`,
  'proposal.send': (telling) => `sent ${lower(telling.title)}${part(telling, ' for ', 'total')}`,
  'proposal.accept': (telling) => accepted(telling),
  'proposal.decline': (telling) => `recorded that the client declined ${lower(telling.title)}${part(telling, ': ', 'declinedWhy')}`,
  'proposal.discard': ({ title }) => `put ${lower(title)} away unsent`,
  'proposal.takeOverScope': (telling) => `brought ${count(telling, 'line')} of the proposal up to what the scope says`,
  'proposal.giveDiscount': ({ title }) => `gave a discount that waits for approval: “${title}”`,
  'proposal.withdrawDiscount': ({ title }) => `took out the discount “${title}”`,
  'proposalLine.offer': ({ title }) => `put “${title}” into the proposal`,
  'proposalLine.leaveOut': ({ title }) => `left “${title}” out of the proposal`,
  'changeOrder.create': (telling) => `noted the request “${telling.title}”${part(telling, ' from ', 'requestedBy')}`,
  'changeOrder.submit': (telling) =>
    `submitted the change order “${telling.title}”${part(telling, ' for ', 'price')}${part(telling, ', revision ', 'revision')}`,
  'changeOrder.revise': (telling) =>
    `revised the change order “${telling.title}”${part(telling, ' to ', 'price')}${part(telling, ', revision ', 'revision')}`,
  'changeOrder.withdraw': ({ title, entry }) => `took the change order “${title}” back from the client${entry.why ? `: ${entry.why}` : ''}`,
  'changeOrder.bill': (telling) => {
    const added = telling.entry.edits.filter((edit) => 'set' in edit && 'changeOrder' in edit.set).length;
    const packages = added > 0 ? `, ${added} work package${added === 1 ? '' : 's'}` : '';
    return `approved the change order “${telling.title}” for billing${part(telling, ' at ', 'price')}${packages}${part(telling, ': ', 'decidedWhy')}`;
  },
  'changeOrder.absorb': (telling) =>
    `absorbed the change order “${telling.title}”${part(telling, ' of ', 'absorbed')}${part(telling, ': ', 'decidedWhy')}`,
  'changeOrder.reject': didBecause('rejected', 'decidedWhy'),
  'changeOrder.reopen': ({ title, entry }) => `took back the decision on the change order “${title}”${entry.why ? `: ${entry.why}` : ''}`,
  'milestone.reach': (telling) => `recorded the milestone “${telling.title}” as reached${part(telling, ' on ', 'reachedAt')}`,
  'milestone.accept': (telling) =>
    `recorded that ${words(telling, 'acceptedBy') || 'the client'} accepted the milestone “${telling.title}”${part(telling, ' on ', 'acceptedAt')}`,
  'milestone.unreach': ({ title, entry }) => `took back that the milestone “${title}” is reached${entry.why ? `: ${entry.why}` : ''}`,
  'milestone.plan': (telling) =>
    telling.entry.edits.length === 1 && telling.value('due') !== undefined && telling.value('title') === undefined
      ? `planned the milestone “${telling.title}”${part(telling, ' for ', 'due')}`
      : `planned ${count(telling, 'milestone')}`,
  'milestone.slip': (telling) => milestoneSlip(telling),
  'scopeLine.stateRemaining': (telling) => remainingStated(telling),
  'ticket.join': (telling) => `put two reports of one incident together${part(telling, ': ', 'outcome')}`,
  'invoice.issue': (telling) => `issued ${words(telling, 'kind') || 'invoice'} ${telling.title}`,
  'payment.book': (telling) => `booked a payment of ${words(telling, 'amount')} on ${words(telling, 'invoice')}`,
  'payment.takeBack': () => 'took back a payment that was booked wrongly',
  'invoice.credit': (telling) => `issued credit note ${telling.title}${part(telling, ' for ', 'credits')}${because(telling)}`,
  'invoice.renumber': (telling) => `gave an invoice the number ${telling.title}`,
  'expense.note': (telling) => `noted a cost of ${words(telling, 'cost')}: ${telling.title}`,
  'expense.correct': (telling) => `corrected the cost “${telling.title}”`,
  'expense.remove': (telling) => `took the cost “${telling.title}” away`,
  'expense.writeOff': (telling) => `gave up ${words(telling, 'cost')}${part(telling, ' of ', 'invoice')}: ${telling.title}`,
  'costRate.set': (telling) => `set a cost rate${part(telling, ' from ', 'from')}`,
  'costRate.remove': () => 'took a cost rate away',
  'marginFreeze.freeze': () => 'froze the margin that the deal was signed with',
  'costPlan.plan': () => 'planned what work will cost',
  'ticket.create': (telling) => {
    const kind = words(telling, 'kind') || 'ticket';
    return `opened ${isPreSale(kind) ? `a ticket of ${kind}` : withArticle(kind)}: “${telling.title}”`;
  },
  'ticket.plan': (telling) => `opened ${count(telling, 'work package')}`,
  'ticket.layOut': (telling) => `laid out ${count(telling, 'ticket')} from the template “${words(telling, 'template')}”`,
  'ticket.assign': (telling) => {
    const owner = words(telling, 'owner');
    return owner ? `gave the ticket “${telling.title}” to ${owner}` : `took the ticket “${telling.title}” off its owner`;
  },
  'ticket.move': (telling) => {
    const to = telling.value('status');
    return `${(typeof to === 'string' && MOVED[to]) || 'moved'} the ticket “${telling.title}”`;
  },
  'ticket.show': shows,
  'ticket.close': closed,
  'ticket.drop': didBecause('dropped', 'outcome'),
  'ticket.reopen': ({ title, entry }) => `reopened the ticket “${title}”${entry.why ? `: ${entry.why}` : ''}`,
  'timeEntry.log': logged,
  'timeEntry.correct': (telling) => `corrected hours${part(telling, ' of ', 'date')}`,
  'timeEntry.remove': () => 'took logged hours away',
  'timeEntry.approve': (telling) => `approved ${counted(telling, 'time entry', 'time entries')}`,
  'timeEntry.reopen': (telling) => `reopened ${counted(telling, 'approved time entry', 'approved time entries')}`,
  'setting.setBillRate': () => 'changed what an hour is billed at',
  'setting.editTemplate': (telling) => `changed the ticket template “${templateName(telling)}”`,
  'setting.changeSignal': signalSetting,
  'visit.note': () => 'opened the deal',
  'setting.resetTemplate': () => 'went back to our words in a ticket template',
  'setting.putTemplateAway': (telling) => `put the ticket template “${templateName(telling)}” away`,
  'setting.bringTemplateBack': () => 'offered a ticket template again',
  'question.create': (telling) => `asked ${words(telling, 'to') || 'a colleague'}: “${telling.title}”`,
  'question.ask': (telling) => `asked ${words(telling, 'to') || 'a colleague'}${part(telling, ' by ', 'due')}: “${telling.title}”`,
  'brief.read': (telling) => `read the section “${words(telling, 'section')}” of the brief`,
  'question.reassign': (telling) => `gave the question “${telling.title}”${part(telling, ' to ', 'to')}${part(telling, ' until ', 'due')}`,
  'question.reopen': ({ title, entry }) => `asked “${title}” again${entry.why ? `: ${entry.why}` : ''}`,
  'question.sweep': (telling) =>
    `asked ${words(telling, 'to') || 'a colleague'} what only they know: ${count(telling, 'question')}${part(telling, ', by ', 'due')}`,
  'question.takeBack': did('took back'),
  'pulse.create': (telling) => `noted the client’s mood as ${words(telling, 'mood')}${part(telling, ': ', 'note')}`,
  'question.answer': (telling) => `answered “${telling.title}”${part(telling, ': ', 'answer')}`,
  'blueprint.create': (telling) => `began the blueprint “${telling.title}”`,
  'blueprint.review': did('reviewed'),
  'blueprint.approve': did('approved'),
  'blueprint.reopen': ({ title, entry }) => `took the blueprint “${title}” back to draft${entry.why ? `: ${entry.why}` : ''}`,
  'blueprint.draw': (telling) => `drew ${drawnParts(telling)} in a blueprint`,
  'blueprint.move': (telling) => `moved ${drawnParts(telling)} of a blueprint`,
  'blueprint.align': (telling) => `aligned ${drawnParts(telling)} of a blueprint`,
  'blueprint.layOut': (telling) => `laid out ${drawnParts(telling)} of a blueprint`,
  'blueprint.paste': (telling) => `pasted ${drawnParts(telling)} into a blueprint`,
  'blueprint.remove': (telling) => `removed ${drawnParts(telling)} from a blueprint`,
  'blueprint.bringBack': (telling) => `brought ${drawnParts(telling)} back into a blueprint`,
  'blueprintNode.link': (telling) => `linked the blueprint node “${telling.title}” to ${words(telling, 'scopeLine') || 'no scope line'}`,
  'blueprintSection.create': (telling) => `added the section “${telling.title}” to a blueprint`,
  'blueprintSection.write': did('wrote in'),
  'blueprintSection.move': did('moved'),
  'ledger.settle': (telling) => settled(telling),
  'ledger.withdraw': () => 'withdrew an entry that the server had refused',
  'ledger.redact': ({ entry }) => `redacted ${entry.redacts?.length === 1 ? 'an edit' : `${entry.redacts?.length ?? 0} edits`}`,
  'person.giveAccess': ({ title }) => `gave ${title} access`,
  'person.removeAccess': ({ title }) => `took the access of ${title} away`,
  'person.join': ({ title }) => `joined the workspace as ${title}`,
};

/** "recorded that the client accepted proposal 2: signed for €312,000 on 12 Nov 2026, 6 work packages". */
function accepted(telling: Telling): string {
  const { entry, title, wording } = telling;
  const edits = entry.edits.flatMap((edit) => ('set' in edit ? [edit] : []));
  const signed = edits.find(({ record }) => record === entry.deal)?.set;
  const value = signed && valueText(declarationOf('deal', 'amount'), signed['amount'], wording);
  const packages = edits.filter(({ record, set }) => record.startsWith('scopeLine:') && set['status'] === 'in').length;
  const sold = packages > 0 ? `, ${packages} ${packages === 1 ? 'line' : 'lines'} of scope sold` : '';
  return `recorded that the client accepted ${lower(title)}${value ? `: signed for ${value}` : ''}${part(telling, ' on ', 'acceptedAt')}${sold}`;
}

/** "split the deal “Platform”: “Portal” for €120,000 is a deal of its own, 41 records moved"; of the finance ledger, only its costs. */
function splitInto(telling: Telling): string {
  const { entry, wording } = telling;
  const edits = entry.edits.flatMap((edit) => ('set' in edit ? [edit] : []));
  const made = edits.filter(({ set }) => 'splitFrom' in set);
  const deal = entry.deal ? `the deal “${titleOf(entry.deal, wording.records)}”` : 'a deal';
  if (made.length === 0) return `divided the costs of ${deal} among its parts`;
  const parts = made.map(({ set }) => {
    const value = valueText(declarationOf('deal', 'amount'), set['amount'], wording);
    return `“${typeof set['name'] === 'string' ? set['name'] : '…'}”${value ? ` for ${value}` : ''}`;
  });
  const moved = edits.filter(({ record, set }) => !record.startsWith('deal:') && 'deal' in set).length;
  return `split ${deal}: ${parts.join(' and ')} became ${made.length === 1 ? 'a deal of its own' : 'deals of their own'}, ${moved} record${moved === 1 ? '' : 's'} moved`;
}

const isPreSale = (kind: string): boolean => (PRE_SALE_TICKETS as readonly string[]).includes(kind);

const MOVED: Readonly<Record<string, string>> = { open: 'laid down', 'in progress': 'started', waiting: 'put on wait' };

/** "closed the ticket “…” with the proposal “…”: agreed line by line". */
function closed(telling: Telling): string {
  const shown = shownWords(telling);
  return `closed the ticket “${telling.title}”${shown ? ` with ${shown}` : ''}${part(telling, ': ', 'outcome')}`;
}

function shows(telling: Telling): string {
  const shown = shownWords(telling);
  return shown ? `linked ${shown} to the ticket “${telling.title}”` : `took back what the ticket “${telling.title}” had to show`;
}

/** "the proposal “Proposal 2” and 4 scope lines": what an entry says that a ticket has to show. */
function shownWords(telling: Telling): string {
  const set = telling.entry.edits.flatMap((edit) => ('set' in edit && edit.record === telling.subject ? Object.entries(edit.set) : []));
  const lines = set.filter(([field, to]) => field.startsWith('deliverableLines/') && to === true).length;
  const one = telling.value('deliverable');
  const named = typeof one === 'string' ? [`the ${nounOf(one)} “${titleOf(one, telling.wording.records)}”`] : [];
  return [...named, ...(lines > 0 ? [`${lines} scope line${lines === 1 ? '' : 's'}`] : [])].join(' and ');
}

/** "logged 1.5 h on “…”"; of a whole sheet only how much. */
function logged(telling: Telling): string {
  const { entry, wording } = telling;
  const hours = entry.edits.reduce(
    (sum, edit) => sum + ('set' in edit && typeof edit.set['hours'] === 'number' ? edit.set['hours'] : 0),
    0,
  );
  const on = telling.value('ticket');
  const where = entry.edits.length === 1 && typeof on === 'string' ? ` on “${titleOf(on, wording.records)}”` : '';
  return `logged ${numberText(Math.round(hours * 100) / 100, wording.locale)} h${where}`;
}

/** "set the reconstruction hours of the signals to 6", "switched the signal of escalations off". */
function signalSetting({ subject, value, wording }: Telling): string {
  const key = value('key') ?? wording.records.get('firmSetting', subject)?.key;
  const name = (typeof key === 'string' ? key : '').replace('signal.', '').replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  const to = value('value');
  if (typeof to === 'boolean') return `switched the signal of ${name} ${to ? 'on' : 'off'}`;
  return `set the ${name} of the signals to ${typeof to === 'number' ? numberText(to, wording.locale) : 'what they usually are'}`;
}

/** The name in the value of a setting that holds a template. */
function templateName({ value, title }: Telling): string {
  const name = (value('value') as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : title;
}

function milestoneSlip(telling: Telling): string {
  const days = `${words(telling, 'from')} to ${words(telling, 'to')}`;
  const milestone = telling.value('milestone');
  const title = typeof milestone === 'string' ? titleOf(milestone, telling.wording.records) : telling.title;
  return `moved the milestone “${shorten(title)}” from ${days}${part(telling, ': ', 'cause')}`;
}

/** "said that 12 h are left on “…”"; where only the day changed, that the figure still holds. */
function remainingStated(telling: Telling): string {
  const hours = telling.value('remainingHours');
  if (typeof hours !== 'number') return `confirmed what is left to do on “${telling.title}”`;
  return `said that ${numberText(hours, telling.wording.locale)} h are left on “${telling.title}”`;
}

/** "settled Amount as €40,000", "settled 12 values that clashed". */
function settled({ entry, title, subject, wording }: Telling): string {
  const values = entry.edits.flatMap((edit) => ('set' in edit ? Object.entries(edit.set).map(([field, to]) => ({ edit, field, to })) : []));
  const [only, ...others] = values;
  if (!only || others.length > 0) return `settled ${values.length} values that clashed`;
  const type = typeOf(subject);
  const declared = type && declarationOf(type, only.field);
  if (only.field === 'archived') return `settled that the ${nounOf(subject)} “${title}” is ${only.to === true ? 'archived' : 'kept'}`;
  const isLong = declared?.kind === 'text' && declared.multiline;
  const value = isLong || only.field.includes('/') ? '' : shorten(valueText(declared, only.to, wording), 60);
  const owner = subject === entry.deal ? '' : ` of the ${nounOf(subject)} “${title}”`;
  return `settled ${declared?.label ?? only.field}${owner}${value ? ` as ${value}` : ''}`;
}

const because = ({ entry: { why } }: Telling): string => (why ? `: ${why}` : '');

/** How many edits begin a record with a title: others may make room for it. */
const added = ({ entry }: Telling): number => entry.edits.filter((edit) => 'set' in edit && 'title' in edit.set).length;

/** "1 line", "6 lines". */
const count = ({ entry }: Telling, noun: string, of = entry.edits.length): string => `${of} ${noun}${of === 1 ? '' : 's'}`;
/** As `count` of all edits, for a noun whose plural has a form of its own. */
const counted = ({ entry: { edits } }: Telling, one: string, many: string): string => `${edits.length} ${edits.length === 1 ? one : many}`;

/** "a node", "3 nodes and 2 connections". */
function drawnParts({ entry }: Telling): string {
  const nodes = entry.edits.filter(({ record }) => record.startsWith('blueprintNode:')).length;
  const edges = entry.edits.filter(({ record }) => record.startsWith('blueprintEdge:')).length;
  const several = (of: number, noun: string): string[] => (of === 0 ? [] : [of === 1 ? `a ${noun}` : `${of} ${noun}s`]);
  const sections = entry.edits.filter(({ record }) => record.startsWith('blueprintSection:')).length;
  return [...several(nodes, 'node'), ...several(edges, 'connection'), ...several(sections, 'section')].join(' and ') || 'nothing';
}

const withArticle = (noun: string): string => (/^[aeiou]/u.test(noun) ? `an ${noun}` : `a ${noun}`);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
