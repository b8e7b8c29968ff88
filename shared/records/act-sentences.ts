import { t } from '../values/texts';
import {
  MOVED,
  accepted,
  added,
  because,
  closed,
  countOf,
  counted,
  drawnParts,
  logged,
  lower,
  milestoneSlip,
  part,
  remainingStated,
  settled,
  shows,
  signalSetting,
  splitInto,
  templateName,
  ticketOf,
  words,
  type Telling,
} from './act-words';
import { nounOf, shorten } from './title';
import { titleOf } from './value-text';

type Sentence = (telling: Telling) => string | undefined;

/** "resolved the objection “Too dear”". */
const did =
  (verb: string, noun?: string): Sentence =>
  ({ subject, title }) =>
    t('{{verb}} the {{noun}} “{{title}}”', { verb, noun: noun ?? nounOf(subject), title });

/** As `did`, followed by the reason in `field`. */
const didBecause =
  (verb: string, field: string): Sentence =>
  (telling) =>
    t('{{verb}} the {{noun}} “{{title}}”', { verb, noun: nounOf(telling.subject), title: telling.title }) + part(telling, ': ', field);

/** "noted the commitment “…” from the call “…”". */
const noted: Sentence = (telling) => {
  const source = telling.value('sourceMoment');
  if (typeof source !== 'string') return t('noted the {{noun}} “{{title}}”', { noun: nounOf(telling.subject), title: telling.title });
  const moment = telling.wording.records.get('moment', source);
  return t('noted the {{noun}} “{{title}}” from the {{kind}} “{{moment}}”', {
    noun: nounOf(telling.subject),
    title: telling.title,
    kind: t(moment?.kind ?? 'moment'),
    moment: titleOf(source, telling.wording.records),
  });
};

const arrived: Sentence = (telling) => {
  const kind = telling.value('kind');
  if (kind === 'e-mail') return t('filed the e-mail “{{title}}”', { title: telling.title });
  if (kind === 'note') return t('wrote the note “{{title}}”', { title: telling.title });
  return kind === 'file'
    ? t('filed “{{title}}”', { title: telling.title })
    : t('logged the {{kind}} “{{title}}”', { kind: words(telling, 'kind') || t('moment'), title: telling.title });
};

/** The sentence of each business act, by its verb. Acts that are not here are told by what they changed. */
export const ACT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'setting.describeFirm': () => t('changed what documents say of the firm'),
  'deal.create': ({ title }) => t('opened the deal “{{title}}”', { title }),
  'deal.win': (telling) =>
    t('won the deal{{amount}}{{signedAt}}', {
      amount: part(telling, t(' for '), 'amount'),
      signedAt: part(telling, t(', signed on '), 'signedAt'),
    }),
  'deal.lose': (telling) => t('lost the deal{{lostReason}}', { lostReason: part(telling, ': ', 'lostReason') }),
  'deal.advance': (telling) =>
    t('moved the deal{{was}}{{phase}}', {
      was: part({ ...telling, value: telling.was }, t(' from '), 'phase'),
      phase: part(telling, t(' to '), 'phase'),
    }),
  'deal.hold': ({ entry }) => t('put the deal on hold{{why}}', { why: because(entry) }),
  'deal.resume': (telling) => t('took the deal up again{{phase}}', { phase: part(telling, t(' in '), 'phase') }),
  'deal.reopen': (telling) => t('reopened the deal{{phase}}', { phase: part(telling, t(' in '), 'phase') }),
  'deal.agreeScope': (telling) => t('took {{what}} into the contract', { what: counted(telling, 'scope line', 'scope lines') }),
  'deal.split': splitInto,
  'deal.sendAfter': (telling) =>
    t('sent {{what}} after a split to the deal that they belong to', { what: counted(telling, 'record', 'records') }),
  'scopeLine.estimate': (telling) => t('estimated anew what remains on {{what}}', { what: counted(telling, 'scope line', 'scope lines') }),
  'scopeLine.create': ({ title }) => t('wrote the scope line “{{title}}”', { title }),
  'scopeLine.paste': (telling) => t('pasted {{what}}', { what: countOf(added(telling), 'scope line', 'scope lines') }),
  'scopeLine.move': ({ title, entry }) =>
    entry.edits.length === 1 ? t('moved the scope line “{{title}}”', { title }) : t('put the scope lines in order'),
  'scopeLine.negotiateAway': ({ title }) => t('recorded that “{{title}}” was negotiated away', { title }),
  'scopeLine.giveAsCourtesy': ({ title }) => t('made “{{title}}” a courtesy', { title }),
  'scopeLine.bringBack': (telling) =>
    t('brought the scope line “{{title}}” back{{status}}', { title: telling.title, status: part(telling, t(' as '), 'status') }),
  'scopeLine.finish': did(t('finished')),
  'scopeLine.fromPromise': ({ title }) => t('made a scope line of the promise “{{title}}”', { title }),
  'commitment.workAround': (telling) => {
    const constraint = telling.value('worksAround');
    return t('linked “{{title}}” as the way round “{{constraint}}”', {
      title: telling.title,
      constraint: typeof constraint === 'string' ? titleOf(constraint, telling.wording.records) : '…',
    });
  },
  'commitment.unlink': ({ title }) => t('recorded that “{{title}}” is no way round anything any more', { title }),
  'commitment.cover': (telling) =>
    t('put the commitment “{{title}}”{{scopeLine}}', { title: telling.title, scopeLine: part(telling, t(' under '), 'scopeLine') }),
  'commitment.callCourtesy': ({ title }) => t('called the commitment “{{title}}” a courtesy', { title }),
  'moment.create': arrived,
  'moment.file': (telling) => t('filed “{{title}}” under {{deal}}', { title: telling.title, deal: words(telling, 'deal') || t('no deal') }),
  'commitment.note': noted,
  'objection.note': noted,
  'concession.note': noted,
  'constraint.note': noted,
  'priority.note': noted,
  'decision.note': noted,
  'scopeLine.note': noted,
  'commitment.decide': (telling) =>
    t('decided “{{decision}}” on the commitment “{{title}}”', { decision: words(telling, 'decision'), title: telling.title }),
  'commitment.keep': did(t('kept')),
  'commitment.break': did(t('recorded as broken')),
  'commitment.reopen': did(t('reopened')),
  'objection.resolve': didBecause(t('resolved'), 'resolution'),
  'objection.reopen': did(t('reopened')),
  'concession.approve': (telling) => t('approved the concession “{{title}}”', { title: telling.title }),
  'decision.supersede': (telling) => {
    const old = telling.value('supersedes');
    return t('replaced the decision “{{old}}” by “{{title}}”', {
      old: typeof old === 'string' ? titleOf(old, telling.wording.records) : '…',
      title: telling.title,
    });
  },
  'evidence.overrule': (telling) =>
    t('decided that “{{claim}}” counts as {{verdict}}', {
      claim: shorten(words(telling, 'claim') || telling.title),
      verdict: words(telling, 'verdict') || t('decided'),
    }),
  'externalFigure.keep': (telling) =>
    t('noted {{field}} of another system{{asOf}}', {
      field: words(telling, 'field') || t('a figure'),
      asOf: part(telling, t(' as of '), 'asOf'),
    }),
  'reconciliation.setTolerance': () => t('changed how far figures of two systems may stand apart'),
  'setting.changeSynonyms': () => t('changed words that mean the same in evidence search'),
  'proposal.write': (telling) =>
    t('wrote {{proposal}} with {{what}}', {
      proposal: lower(telling.title),
      what: countOf(telling.entry.edits.length - 1, 'line', 'lines'),
    }),
  'proposal.send': (telling) =>
    t('sent {{proposal}}{{total}}', { proposal: lower(telling.title), total: part(telling, t(' for '), 'total') }),
  'proposal.accept': (telling) => accepted(telling),
  'proposal.decline': (telling) =>
    t('recorded that the client declined {{proposal}}{{declinedWhy}}', {
      proposal: lower(telling.title),
      declinedWhy: part(telling, ': ', 'declinedWhy'),
    }),
  'proposal.discard': ({ title }) => t('put {{proposal}} away unsent', { proposal: lower(title) }),
  'proposal.takeOverScope': (telling) =>
    t('brought {{what}} of the proposal up to what the scope says', { what: counted(telling, 'line', 'lines') }),
  'proposal.giveDiscount': ({ title }) => t('gave a discount that waits for approval: “{{title}}”', { title }),
  'proposal.withdrawDiscount': ({ title }) => t('took out the discount “{{title}}”', { title }),
  'proposalLine.offer': ({ title }) => t('put “{{title}}” into the proposal', { title }),
  'proposalLine.leaveOut': ({ title }) => t('left “{{title}}” out of the proposal', { title }),
  'changeOrder.create': (telling) =>
    t('noted the request “{{title}}”{{requestedBy}}', { title: telling.title, requestedBy: part(telling, t(' from '), 'requestedBy') }),
  'changeOrder.submit': (telling) =>
    t('submitted the change order “{{title}}”{{price}}{{revision}}', {
      title: telling.title,
      price: part(telling, t(' for '), 'price'),
      revision: part(telling, t(', revision '), 'revision'),
    }),
  'changeOrder.revise': (telling) =>
    t('revised the change order “{{title}}”{{price}}{{revision}}', {
      title: telling.title,
      price: part(telling, t(' to '), 'price'),
      revision: part(telling, t(', revision '), 'revision'),
    }),
  'changeOrder.withdraw': ({ title, entry }) =>
    t('took the change order “{{title}}” back from the client{{why}}', { title, why: because(entry) }),
  'changeOrder.bill': (telling) => {
    const more = telling.entry.edits.filter((edit) => 'set' in edit && 'changeOrder' in edit.set).length;
    const packages = more > 0 ? `, ${countOf(more, 'work package', 'work packages')}` : '';
    return t('approved the change order “{{title}}” for billing{{price}}{{packages}}{{decidedWhy}}', {
      title: telling.title,
      price: part(telling, t(' at '), 'price'),
      packages,
      decidedWhy: part(telling, ': ', 'decidedWhy'),
    });
  },
  'changeOrder.absorb': (telling) =>
    t('absorbed the change order “{{title}}”{{absorbed}}{{decidedWhy}}', {
      title: telling.title,
      absorbed: part(telling, t(' of '), 'absorbed'),
      decidedWhy: part(telling, ': ', 'decidedWhy'),
    }),
  'changeOrder.reject': didBecause(t('rejected'), 'decidedWhy'),
  'changeOrder.reopen': ({ title, entry }) =>
    t('took back the decision on the change order “{{title}}”{{why}}', { title, why: because(entry) }),
  'milestone.reach': (telling) =>
    t('recorded the milestone “{{title}}” as reached{{reachedAt}}', {
      title: telling.title,
      reachedAt: part(telling, t(' on '), 'reachedAt'),
    }),
  'milestone.accept': (telling) =>
    t('recorded that {{acceptedBy}} accepted the milestone “{{title}}”{{acceptedAt}}', {
      acceptedBy: words(telling, 'acceptedBy') || t('the client'),
      title: telling.title,
      acceptedAt: part(telling, t(' on '), 'acceptedAt'),
    }),
  'milestone.unreach': ({ title, entry }) =>
    t('took back that the milestone “{{title}}” is reached{{why}}', { title, why: because(entry) }),
  'milestone.plan': (telling) =>
    telling.entry.edits.length === 1 && telling.value('due') !== undefined && telling.value('title') === undefined
      ? t('planned the milestone “{{title}}”{{due}}', { title: telling.title, due: part(telling, t(' for '), 'due') })
      : t('planned {{what}}', { what: counted(telling, 'milestone', 'milestones') }),
  'milestone.slip': (telling) => milestoneSlip(telling),
  'scopeLine.stateRemaining': (telling) => remainingStated(telling),
  'ticket.join': (telling) => t('put two reports of one incident together{{outcome}}', { outcome: part(telling, ': ', 'outcome') }),
  'invoice.issue': (telling) => t('issued {{kind}} {{title}}', { kind: words(telling, 'kind') || t('invoice'), title: telling.title }),
  'payment.book': (telling) =>
    t('booked a payment of {{amount}} on {{invoice}}', { amount: words(telling, 'amount'), invoice: words(telling, 'invoice') }),
  'payment.takeBack': () => t('took back a payment that was booked wrongly'),
  'invoice.credit': (telling) =>
    t('issued credit note {{title}}{{credits}}{{why}}', {
      title: telling.title,
      credits: part(telling, t(' for '), 'credits'),
      why: because(telling.entry),
    }),
  'invoice.renumber': (telling) => t('gave an invoice the number {{title}}', { title: telling.title }),
  'expense.note': (telling) => t('noted a cost of {{cost}}: {{title}}', { cost: words(telling, 'cost'), title: telling.title }),
  'expense.correct': (telling) => t('corrected the cost “{{title}}”', { title: telling.title }),
  'expense.remove': (telling) => t('took the cost “{{title}}” away', { title: telling.title }),
  'expense.writeOff': (telling) =>
    t('gave up {{cost}}{{invoice}}: {{title}}', {
      cost: words(telling, 'cost'),
      invoice: part(telling, t(' of '), 'invoice'),
      title: telling.title,
    }),
  'costRate.set': (telling) => t('set a cost rate{{from}}', { from: part(telling, t(' from '), 'from') }),
  'costRate.remove': () => t('took a cost rate away'),
  'marginFreeze.freeze': () => t('froze the margin that the deal was signed with'),
  'costPlan.plan': () => t('planned what work will cost'),
  'ticket.create': (telling) => {
    const kind = telling.value('kind');
    return t('opened {{ticket}}: “{{title}}”', { ticket: ticketOf(typeof kind === 'string' ? kind : 'ticket'), title: telling.title });
  },
  'ticket.plan': (telling) => t('opened {{what}}', { what: counted(telling, 'work package', 'work packages') }),
  'ticket.layOut': (telling) =>
    t('laid out {{what}} from the template “{{template}}”', {
      what: counted(telling, 'ticket', 'tickets'),
      template: words(telling, 'template'),
    }),
  'ticket.assign': (telling) => {
    const owner = words(telling, 'owner');
    return owner
      ? t('gave the ticket “{{title}}” to {{owner}}', { title: telling.title, owner })
      : t('took the ticket “{{title}}” off its owner', { title: telling.title });
  },
  'ticket.move': (telling) => {
    const to = telling.value('status');
    const verb = (typeof to === 'string' && MOVED[to]) || t('moved');
    return t('{{verb}} the {{noun}} “{{title}}”', { verb, noun: t('ticket'), title: telling.title });
  },
  'ticket.show': shows,
  'ticket.close': closed,
  'ticket.drop': didBecause(t('dropped'), 'outcome'),
  'ticket.reopen': ({ title, entry }) => t('reopened the ticket “{{title}}”{{why}}', { title, why: because(entry) }),
  'timeEntry.log': logged,
  'timeEntry.correct': (telling) => t('corrected hours{{date}}', { date: part(telling, t(' of '), 'date') }),
  'timeEntry.remove': () => t('took logged hours away'),
  'timeEntry.approve': (telling) => t('approved {{what}}', { what: counted(telling, 'time entry', 'time entries') }),
  'timeEntry.reopen': (telling) => t('reopened {{what}}', { what: counted(telling, 'approved time entry', 'approved time entries') }),
  'setting.setBillRate': () => t('changed what an hour is billed at'),
  'setting.editTemplate': (telling) => t('changed the ticket template “{{title}}”', { title: templateName(telling) }),
  'setting.changeSignal': signalSetting,
  'visit.note': () => t('opened the deal'),
  'setting.resetTemplate': () => t('went back to our words in a ticket template'),
  'setting.putTemplateAway': (telling) => t('put the ticket template “{{title}}” away', { title: templateName(telling) }),
  'setting.bringTemplateBack': () => t('offered a ticket template again'),
  'question.create': (telling) => t('asked {{to}}: “{{title}}”', { to: words(telling, 'to') || t('a colleague'), title: telling.title }),
  'question.ask': (telling) =>
    t('asked {{to}}{{due}}: “{{title}}”', {
      to: words(telling, 'to') || t('a colleague'),
      due: part(telling, t(' by '), 'due'),
      title: telling.title,
    }),
  'brief.read': (telling) => t('read the section “{{section}}” of the brief', { section: words(telling, 'section') }),
  'question.reassign': (telling) =>
    t('gave the question “{{title}}”{{to}}{{due}}', {
      title: telling.title,
      to: part(telling, t(' to '), 'to'),
      due: part(telling, t(' until '), 'due'),
    }),
  'question.reopen': ({ title, entry }) => t('asked “{{title}}” again{{why}}', { title, why: because(entry) }),
  'question.sweep': (telling) =>
    t('asked {{to}} what only they know: {{what}}{{due}}', {
      to: words(telling, 'to') || t('a colleague'),
      what: counted(telling, 'question', 'questions'),
      due: part(telling, t(', by '), 'due'),
    }),
  'question.takeBack': did(t('took back')),
  'pulse.create': (telling) =>
    t('noted the client’s mood as {{mood}}{{note}}', { mood: words(telling, 'mood'), note: part(telling, ': ', 'note') }),
  'question.answer': (telling) => t('answered “{{title}}”{{answer}}', { title: telling.title, answer: part(telling, ': ', 'answer') }),
  'blueprint.create': (telling) => t('began the blueprint “{{title}}”', { title: telling.title }),
  'blueprint.review': did(t('reviewed')),
  'blueprint.approve': did(t('approved')),
  'blueprint.reopen': ({ title, entry }) => t('took the blueprint “{{title}}” back to draft{{why}}', { title, why: because(entry) }),
  'blueprint.draw': (telling) => t('drew {{parts}} in a blueprint', { parts: drawnParts(telling) }),
  'blueprint.move': (telling) => t('moved {{parts}} of a blueprint', { parts: drawnParts(telling) }),
  'blueprint.align': (telling) => t('aligned {{parts}} of a blueprint', { parts: drawnParts(telling) }),
  'blueprint.layOut': (telling) => t('laid out {{parts}} of a blueprint', { parts: drawnParts(telling) }),
  'blueprint.paste': (telling) => t('pasted {{parts}} into a blueprint', { parts: drawnParts(telling) }),
  'blueprint.remove': (telling) => t('removed {{parts}} from a blueprint', { parts: drawnParts(telling) }),
  'blueprint.bringBack': (telling) => t('brought {{parts}} back into a blueprint', { parts: drawnParts(telling) }),
  'blueprintNode.link': (telling) =>
    t('linked the blueprint node “{{title}}” to {{scopeLine}}', {
      title: telling.title,
      scopeLine: words(telling, 'scopeLine') || t('no scope line'),
    }),
  'blueprintSection.create': (telling) => t('added the section “{{title}}” to a blueprint', { title: telling.title }),
  'blueprintSection.write': did(t('wrote in')),
  'blueprintSection.move': did(t('moved')),
  'ledger.settle': (telling) => settled(telling),
  'ledger.withdraw': () => t('withdrew an entry that the server had refused'),
  'ledger.redact': ({ entry }) =>
    entry.redacts?.length === 1 ? t('redacted an edit') : t('redacted {{number}} edits', { number: entry.redacts?.length ?? 0 }),
  'person.giveAccess': ({ title }) => t('gave {{title}} access', { title }),
  'person.removeAccess': ({ title }) => t('took the access of {{title}} away', { title }),
  'person.join': ({ title }) => t('joined the workspace as {{title}}', { title }),
};
