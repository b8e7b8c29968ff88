import type { ReactNode } from 'react';
import type { Field, MoneyValue } from '#shared/records/define-record';
import type { Phase } from '#shared/records/deal';
import type { RecordType } from '#shared/records/registry';
import { t } from '#shared/values/texts';
import { DateText } from './DateText';
import { HealthDot } from './HealthDot';
import { InstantText } from './InstantText';
import { MoneyText } from './MoneyText';
import { PersonName } from './PersonName';
import { PhaseBadge } from './PhaseBadge';
import { RecordLink } from './RecordLink';
import { typeOf } from './record-path';
import { numberText } from './text-of';

interface FieldValueProps {
  readonly field: Field;
  /** As a reader gets it: already parsed, so of the field's own kind. */
  readonly value: unknown;
}

/** The value of one declared field, read only, as its kind is written. Nothing for no value. */
export function FieldValue({ field, value }: FieldValueProps): ReactNode {
  if (value === undefined || value === null || value === '') return null;
  switch (field.kind) {
    case 'money':
      return <MoneyText value={value as MoneyValue} />;
    case 'date':
      return <DateText value={value as string} />;
    case 'instant':
      return <InstantText value={value as string} />;
    case 'number':
      return <span className="num">{numberText(value as number) + (field.unit ? ` ${field.unit}` : '')}</span>;
    case 'flag':
      return value ? t('Yes') : t('No');
    case 'ref':
      return <Reference to={field.to} id={value as string} />;
    case 'link':
      return <Reference to={typeOf(value as string)} id={value as string} />;
    case 'members':
      return <References to={field.to} ids={value as readonly string[]} />;
    case 'tags':
      return (value as readonly string[]).map((word) => t(word)).join(', ');
    case 'choice':
      return <Choice options={field.options} value={value as string} />;
    case 'text':
      return <span style={field.multiline ? { whiteSpace: 'pre-wrap' } : undefined}>{value as string}</span>;
    case 'keyed':
    case 'rank':
    case 'tree':
      return <code>{JSON.stringify(value)}</code>;
  }
}

function Reference({ to, id }: { readonly to: string; readonly id: string }) {
  if (to === 'person') return <PersonName id={id as `person:${string}`} avatar />;
  return <RecordLink type={to as RecordType} id={id} />;
}

function References({ to, ids }: { readonly to: string; readonly ids: readonly string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 ? ', ' : ''}
      <Reference to={to} id={id} />
    </span>
  ));
}

/** Phases and health have a face of their own; every other choice is its word. */
function Choice({ options, value }: { readonly options: readonly string[]; readonly value: string }) {
  if (options.includes('negotiation')) return <PhaseBadge phase={value as Phase} />;
  if (options.includes('amber')) return <HealthDot health={value as 'green' | 'amber' | 'red'} label />;
  return sentence(value);
}

/** A word of the record in the person's language, as a line begins: `economic buyer` → `Economic buyer`; `T&M` stays. */
export function sentence(word: string): string {
  const said = t(word);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
