import type { Phase } from '../records/deal';
import type { CalendarDateText, MoneyValue } from '../records/define-record';
import { formatDate } from '../values/calendar';
import { formatMoney } from '../values/money';
import type { AnswerWords } from './answer-words';
import type { Severity } from './incident';
import { wholePercent } from './work-package';

/**
 * All that a client is told. What is internal (cost, margin, health, slips and whose doing they are, the client's pulse,
 * owners) has no place in it, so that it cannot slip out.
 */
export interface AnswerFacts {
  readonly deal: string;
  readonly phase: Phase;
  /** From 0 to 1; undefined where there are no hours. */
  readonly complete: number | undefined;
  readonly next: { readonly title: string; readonly due: CalendarDateText | undefined } | undefined;
  /** Whether the deal has milestones at all. */
  readonly hasMilestones: boolean;
  readonly incidents: readonly {
    readonly title: string;
    readonly severity: Severity | undefined;
    readonly openedAt: CalendarDateText | undefined;
  }[];
  readonly money: AnswerMoney | undefined;
  /** The day of the newest record behind it, or of today. */
  readonly asOf: CalendarDateText;
  readonly today: CalendarDateText;
}

/** Net of tax. `pending` and `later` are undefined where no price was agreed, as in open T&M. */
export interface AnswerMoney {
  readonly billed: MoneyValue;
  readonly ready: MoneyValue;
  readonly pending: MoneyValue | undefined;
  readonly later: MoneyValue | undefined;
}

/** A label with its answer, and what is listed under it. */
export interface AnswerLine {
  readonly label: string;
  readonly text: string;
  readonly items: readonly string[];
}

export interface AnswerCard {
  readonly title: string;
  readonly lines: readonly AnswerLine[];
  /** What holds for all of it: that sums are net, and of what day it is. */
  readonly foot: string;
}

/** The answer to "how is it going, and what will it cost us", in the words of one language. */
export function answerCard(facts: AnswerFacts, words: AnswerWords): AnswerCard {
  const { money } = facts;
  return {
    title: words.title(facts.deal),
    lines: [statusLine(facts, words), ...nextLine(facts, words), incidentLine(facts, words), ...moneyLines(money, words)],
    foot: `${words.asOf(dayIn(words, facts.asOf))}.${money ? ` ${words.net}` : ''}`,
  };
}

function statusLine({ phase, complete }: AnswerFacts, words: AnswerWords): AnswerLine {
  const said = words.phases[phase];
  const text = said.charAt(0).toLocaleUpperCase(words.locale) + said.slice(1);
  return line(words.status, complete === undefined ? text : `${text}; ${words.complete(percentIn(words, complete))}`);
}

function nextLine({ next, hasMilestones, today }: AnswerFacts, words: AnswerWords): readonly AnswerLine[] {
  if (!hasMilestones) return [];
  if (!next) return [line(words.next, words.allReached)];
  if (!next.due) return [line(words.next, next.title)];
  const say = next.due < today ? words.nextWas : words.nextOn;
  return [line(words.next, say(next.title, dayIn(words, next.due)))];
}

function incidentLine({ incidents }: AnswerFacts, words: AnswerWords): AnswerLine {
  if (incidents.length === 0) return line(words.incidents, words.noIncidents);
  const items = incidents.map(({ title, severity, openedAt }) => {
    const facts = [...(severity ? [words.severities[severity]] : []), ...(openedAt ? [words.openSince(dayIn(words, openedAt))] : [])];
    return facts.length > 0 ? `${title} (${facts.join(', ')})` : title;
  });
  return { ...line(words.incidents, String(incidents.length)), items };
}

function moneyLines(money: AnswerMoney | undefined, words: AnswerWords): readonly AnswerLine[] {
  if (!money) return [];
  const sum = (value: MoneyValue): string => formatMoney(value, words.locale);
  const { billed, ready, pending, later } = money;
  if (!pending || !later) return [line(words.billed, sum(billed)), line(words.ready, sum(ready))];
  const split = ready.amount === 0 ? sum(pending) : words.pendingSplit(sum(pending), sum(ready), sum(later));
  return [line(words.billed, sum(billed)), line(words.pending, split)];
}

const line = (label: string, text: string): AnswerLine => ({ label, text, items: [] });
const dayIn = ({ locale }: AnswerWords, date: CalendarDateText): string => formatDate(date, locale, 'long');
const percentIn = ({ locale }: AnswerWords, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(wholePercent(share) / 100);

/** The card for a mail without formatting. */
export function answerText({ title, lines, foot }: AnswerCard): string {
  const told = lines.flatMap(({ label, text, items }) => [`${label}: ${text}`, ...items.map((item) => `  - ${item}`)]);
  return [title, '', ...told, '', foot].join('\n');
}

/** The card for a mail with formatting: HTML of its own, everything in it escaped. */
export function answerHtml({ title, lines, foot }: AnswerCard): string {
  const told = lines.map(({ label, text, items }) => {
    const list = items.length > 0 ? `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>` : '';
    return `<li><strong>${escaped(label)}:</strong> ${escaped(text)}${list}</li>`;
  });
  return `<p><strong>${escaped(title)}</strong></p><ul>${told.join('')}</ul><p>${escaped(foot)}</p>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);
