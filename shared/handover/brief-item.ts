import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import { shorten } from '../records/title';
import type { Phrasing } from './phrasing';
import { t } from '../values/texts';

/** One sentence of a brief, and the record that it is taken from. */
export interface BriefPoint {
  readonly record: RecordId;
  readonly text: string;
  /** Where it was said. */
  readonly moment?: Id<'moment'>;
  /** Somebody still has to do something about it. */
  readonly open?: true;
}

/** One thing that a project manager has to know, with what belongs to it. */
export interface BriefItem extends BriefPoint {
  /** What it is called, before what is said of it. */
  readonly lead?: string;
  /** Somebody's own words. */
  readonly quote?: string;
  /** Who, to whom, where and when; or how much. */
  readonly said?: string;
  /** How it stands. */
  readonly state?: string;
  readonly points: readonly BriefPoint[];
}

/** What every section is written from. */
export interface BriefSource {
  readonly records: Records;
  readonly phrasing: Phrasing;
}

const TEXT = 320;
const QUOTE = 220;
const POINT = 170;
const MOST_POINTS = 5;

type Given = Partial<Omit<BriefItem, 'text' | 'quote'>> & {
  readonly record: RecordId;
  readonly text: string | undefined;
  readonly quote?: string | undefined;
};

/** An item of bounded length: long words are cut between words, and of many points the first ones are kept. */
export function item({ text = '', quote, points = [], ...rest }: Given): BriefItem {
  const told = shorten(text, TEXT);
  const words = quote === undefined || isSame(quote, text) ? undefined : shorten(quote, QUOTE);
  return { ...rest, text: told, ...(words ? { quote: words } : {}), points: firstPoints(points, rest.record) };
}

/** One sentence, cut between words. */
export const point = (record: RecordId, text: string, more: Pick<BriefPoint, 'moment' | 'open'> = {}): BriefPoint => ({
  record,
  text: shorten(text, POINT),
  ...more,
});

function firstPoints(points: readonly BriefPoint[], record: RecordId): readonly BriefPoint[] {
  if (points.length <= MOST_POINTS) return points;
  const kept = points.slice(0, MOST_POINTS - 1);
  return [...kept, { record, text: t('and {{points}} more', { points: points.length - kept.length }) }];
}

const isSame = (a: string, b: string): boolean => plainWords(a) === plainWords(b);
const plainWords = (text: string): string =>
  text
    .replace(/[\s.“”"]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The moment as a source, where there is one. */
export const from = (moment: Id<'moment'> | undefined): Pick<BriefPoint, 'moment'> => (moment ? { moment } : {});

export const personName = ({ records }: BriefSource, id: string | undefined): string | undefined => joinedPerson(records, id)?.name;

export const contactName = ({ records }: BriefSource, id: string | undefined): string | undefined => records.get('contact', id)?.name;

export const day = ({ phrasing }: BriefSource, date: CalendarDateText | undefined): string | undefined =>
  date === undefined ? undefined : phrasing.date(date);

/** What is known of several facts, with commas. */
export const listed = (facts: readonly (string | undefined)[]): string => facts.filter((fact) => fact).join(', ');

/** `{ said: … }` where something is. */
export const saying = (facts: readonly (string | undefined)[]): Pick<BriefItem, 'said'> => {
  const said = listed(facts);
  return said ? { said } : {};
};
