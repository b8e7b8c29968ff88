import type { Field, MoneyValue } from '#shared/records/define-record';
import { declarationOf, type RecordType } from '#shared/records/registry';
import type { FieldChange, PlannedRow } from '#shared/exchange/import-plan';
import { sentence } from '../../components/FieldValue';
import { dateText, instantText, moneyText, numberText } from '../../components/text-of';
import { t } from '#shared/values/texts';

/** What a reference is called, be it here already or only in the plan. */
export type NameOf = (id: string) => string;

/** A value of a plan in words, as its field's kind writes it. `–` for nothing. */
export function plannedText(type: RecordType, field: string, value: unknown, nameOf: NameOf): string {
  if (value === undefined || value === null || value === '') return '–';
  const declared = declarationOf(type, field);
  return declared ? textOf(declared, value, nameOf) : plain(value);
}

function textOf(declared: Field, value: unknown, nameOf: NameOf): string {
  switch (declared.kind) {
    case 'money':
      return moneyText(value as MoneyValue);
    case 'date':
      return dateText(String(value));
    case 'instant':
      return instantText(String(value));
    case 'number':
      return numberText(Number(value)) + (declared.unit ? ` ${declared.unit}` : '');
    case 'choice':
      return sentence(String(value));
    case 'ref':
    case 'link':
      return nameOf(String(value));
    case 'members':
      return listOf(value).map(nameOf).join(', ') || '–';
    default:
      return plain(value);
  }
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []);

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  if (Array.isArray(value)) return value.join(', ') || '–';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : Object.values(value as object).join(', ');
}

/** One change in a line: `Amount € 48,000.00 → € 50,000.00`, or only the new value where there was none. */
export function changeText(type: RecordType, change: FieldChange, nameOf: NameOf): string {
  const becomes = plannedText(type, change.field, change.becomes, nameOf);
  if (change.was === undefined || change.was === null) return `${change.label} ${becomes}`;
  return `${change.label} ${plannedText(type, change.field, change.was, nameOf)} → ${becomes}`;
}

/** The changes that tell something in a list: not the name that stands beside them, nor what no form shows. */
export function tellingChanges({ type, title, changes }: Pick<PlannedRow, 'type' | 'title' | 'changes'>): readonly FieldChange[] {
  return changes.filter(({ field, becomes }) => becomes !== title && declarationOf(type, field)?.internal !== true);
}
