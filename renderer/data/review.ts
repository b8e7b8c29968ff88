import type { Clash } from '#shared/ledger/clash';
import { ARCHIVED, type RecordId } from '#shared/ledger/entry';
import type { Field } from '#shared/records/define-record';
import { declarationOf, memberName, typeOf, type RecordType } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import { titleOf } from '#shared/records/value-text';
import type { LiveRecords } from './workspace';
import { t } from '#shared/values/texts';

/** One value that waits for a person to choose, as the inbox lists it. */
export interface ReviewItem {
  readonly key: string;
  readonly clash: Clash;
  readonly type: RecordType;
  readonly declared: Field | undefined;
  /** What is in question: `Amount`, `Buyers: Priya Nair`, `Archiving`. */
  readonly label: string;
  /** The record's own title. */
  readonly title: string;
}

/** What clashes within one deal, one account, or one record that belongs to neither. */
export interface ReviewGroup {
  readonly home: RecordId;
  readonly title: string;
  readonly items: readonly ReviewItem[];
  /** How many of them hold something up. */
  readonly required: number;
}

/** Names a clash in lists and addresses. */
export const keyOfClash = ({ record, field }: Pick<Clash, 'record' | 'field'>): string => `${record} ${field}`;

export const isRequired = ({ clash }: ReviewItem): boolean => clash.review === 'required';

/** Everything that waits for a choice, by deal and account: what holds something up comes first, then by name. */
export function reviewGroups(records: LiveRecords): readonly ReviewGroup[] {
  const groups = new Map<RecordId, ReviewItem[]>();
  for (const clash of records.clashes()) {
    const item = itemOf(clash, records);
    if (item === undefined) continue;
    const home = homeOf(clash.record, records);
    const known = groups.get(home);
    if (known) known.push(item);
    else groups.set(home, [item]);
  }
  return [...groups]
    .map(([home, items]) => ({
      home,
      title: titleOf(home, records),
      items: items.toSorted(byUrgency),
      required: items.filter(isRequired).length,
    }))
    .sort((a, b) => Number(b.required > 0) - Number(a.required > 0) || collator.compare(a.title, b.title) || (a.home < b.home ? -1 : 1));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function byUrgency(a: ReviewItem, b: ReviewItem): number {
  return Number(isRequired(b)) - Number(isRequired(a)) || collator.compare(a.title, b.title) || (a.key < b.key ? -1 : 1);
}

function itemOf(clash: Clash, records: Records): ReviewItem | undefined {
  const type = typeOf(clash.record);
  if (type === undefined) return undefined;
  const declared = declarationOf(type, clash.field);
  return {
    key: keyOfClash(clash),
    clash,
    type,
    declared,
    label: fieldLabel(type, clash.field, records),
    title: titleOf(clash.record, records),
  };
}

/** A field as people call it, `field` as stored: `Amount`, `Buyers: Priya Nair`. */
export function fieldLabel(type: RecordType, field: string, records: Records): string {
  if (field === ARCHIVED) return t('Archiving');
  const label = declarationOf(type, field)?.label ?? field;
  const member = memberName(field);
  if (member === undefined) return label;
  return `${label}: ${typeOf(member) ? titleOf(member, records) : member}`;
}

const OWNERS = ['proposal', 'invoice', 'milestone', 'blueprint'] as const;

/** The deal that a record belongs to; else its account; else itself. */
export function homeOf(record: RecordId, records: Records): RecordId {
  const type = typeOf(record);
  if (type === undefined || type === 'deal' || type === 'account') return record;
  const values = records.get(type, record) as Readonly<Record<string, unknown>> | undefined;
  if (typeof values?.['deal'] === 'string') return values['deal'] as RecordId;
  for (const owner of OWNERS) {
    const id = values?.[owner];
    const deal = typeof id === 'string' ? records.get(owner, id)?.deal : undefined;
    if (deal) return deal;
  }
  return typeof values?.['account'] === 'string' ? (values['account'] as RecordId) : record;
}
