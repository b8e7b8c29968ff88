import { heading, paragraph, plain, type Block, type Document, type Logo, type Runs } from '../document/document';
import type { Records } from '../records/records';
import type { Deal, Question } from '../records/registry';
import { recordTitle } from '../records/title';
import { joinedPerson } from '../records/joined-person';
import { dealBrief, type Brief, type BriefSection } from './brief';
import type { BriefItem } from './brief-item';
import type { Phrasing } from './phrasing';
import { openQuestions, recordAbout } from './questions';
import { t } from '../values/texts';

/** What a printed page says of itself. */
export interface Printed {
  readonly records: Records;
  readonly deal: Deal;
  readonly phrasing: Phrasing;
  /** BCP 47. */
  readonly language: string;
  /** Who prints it. */
  readonly author: string;
  /** The firm, at the top of every page. */
  readonly firm: string;
  /** ISO date. */
  readonly today: string;
  readonly logo?: Logo;
}

/** The brief as a document: the same sentences as on the screen, section by section. */
export function briefDocument(printed: Printed): Document {
  const brief = dealBrief(printed.records, printed.deal, printed.phrasing);
  return {
    ...frame(printed, t('Project brief: {{name}}', { name: printed.deal.name }), readingTime(brief)),
    blocks: brief.sections.flatMap(sectionBlocks),
  };
}

/** The agenda of a hand-over meeting: the open questions of the deal and nothing else. */
export function agendaDocument(printed: Printed): Document {
  const questions = agenda(printed.records, printed.deal);
  const items = questions.map((question): Runs => [{ text: question.text, bold: true }, { text: ` ${question.facts(printed.phrasing)}` }]);
  const blocks: readonly Block[] = items.length
    ? [{ kind: 'list', ordered: true, items }]
    : [paragraph(t('There is no open question: nobody has to meet for this.'))];
  return {
    ...frame(printed, t('Open questions: {{name}}', { name: printed.deal.name }), t('{{items}} to answer', { items: items.length })),
    blocks,
  };
}

/** One question of the agenda, in words. */
export interface AgendaItem {
  readonly question: Question;
  readonly text: string;
  /** Who is to answer, about what and by when, in brackets. */
  readonly facts: (phrasing: Phrasing) => string;
}

/** The open questions of a deal, the most urgent first. */
export function agenda(records: Records, deal: Deal): readonly AgendaItem[] {
  return openQuestions(records, deal.id).map((question) => {
    const about = recordAbout(records, question);
    const facts = (phrasing: Phrasing): string => {
      const known = [
        joinedPerson(records, question.to)?.name,
        about && about.id !== deal.id ? t('about “{{about}}”', { about: recordTitle(about) }) : undefined,
        question.due && t('by {{due}}', { due: phrasing.date(question.due) }),
      ];
      return `(${known.filter((fact) => fact).join(', ')})`;
    };
    return { question, text: question.text.trim(), facts };
  });
}

/** The agenda as lines to paste into a mail or an invitation. */
export function agendaText(records: Records, deal: Deal, phrasing: Phrasing): string {
  const lines = agenda(records, deal).map(({ text, facts }, at) => `${at + 1}. ${text} ${facts(phrasing)}`);
  return [t('Open questions: {{name}}', { name: deal.name }), '', ...lines].join('\n');
}

/** `About 5 minutes, 1,120 words` */
const readingTime = ({ minutes, words }: Brief): string =>
  t('{{value}} to read, {{words}} words', { value: minutes === 1 ? t('A minute') : t('{{minutes}} minutes', { minutes }), words });

function frame(
  { records, deal, phrasing, language, author, firm, today, logo }: Printed,
  title: string,
  subtitle: string,
): Omit<Document, 'blocks'> {
  const named: readonly (readonly [string, string | undefined])[] = [
    [t('Client'), records.get('account', deal.account)?.name],
    [t('Account executive'), joinedPerson(records, deal.ae)?.name],
    [t('Project manager'), joinedPerson(records, deal.pm)?.name],
    [t('As of'), phrasing.date(today)],
  ];
  return {
    title,
    subtitle,
    facts: named.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    pageHeader: firm ? `${firm} · ${deal.name}` : deal.name,
    pageFooter: t('Internal'),
    numbered: false,
    language,
    author,
    date: today,
    ...(logo ? { logo } : {}),
  };
}

function sectionBlocks(section: BriefSection): readonly Block[] {
  const body = section.items.flatMap(itemBlocks);
  const more = section.more ? [paragraph(t('… and {{more}} more in Throughline.', { more: section.more }))] : [];
  return [heading(2, section.title), ...(body.length ? body : [paragraph(EMPTY[section.key])]), ...more];
}

/** What stands where a section has nothing to say. That is news, too. */
export const EMPTY: Readonly<Record<BriefSection['key'], string>> = {
  why: t('Nobody has written down why they bought.'),
  people: t('No buyer is named.'),
  sold: t('No scope is written yet.'),
  promised: t('No promise is on record.'),
  'given away': t('Nothing was given away, as far as the record knows.'),
  constraints: t('The client rules nothing out, as far as the record knows.'),
  unknown: t('Nothing is open.'),
  'first weeks': t('Nothing is planned.'),
};

function itemBlocks({ lead, text, quote, said, state, points }: BriefItem): readonly Block[] {
  const facts = [said, state].filter((fact) => fact).join(' · ');
  const runs: Runs = [
    ...(lead ? [{ text: lead, bold: true }] : []),
    ...(lead && text ? [{ text: ': ' }] : []),
    ...(text ? [{ text }] : []),
    ...(facts && !quote ? [{ text: ` (${facts})`, italic: true }] : []),
  ];
  return [
    { kind: 'paragraph', runs },
    ...(quote ? [{ kind: 'quote', text: quote, source: facts } as const] : []),
    ...(points.length ? [{ kind: 'list', ordered: false, items: points.map((point) => plain(point.text)) } as const] : []),
  ];
}
