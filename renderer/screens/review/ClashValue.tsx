import type { Json } from '#shared/ledger/entry';
import { ARCHIVED } from '#shared/ledger/entry';
import type { Field } from '#shared/records/define-record';
import { memberName } from '#shared/records/registry';
import { valueText } from '#shared/records/value-text';
import { FieldValue } from '../../components/FieldValue';
import { useWording } from '../../components/use-wording';
import classes from './Words.module.css';
import { t } from '#shared/values/texts';

interface ClashValueProps {
  readonly field: string;
  readonly declared: Field | undefined;
  /** Undefined: redacted. */
  readonly value: Json | undefined;
}

/** One stored value, as its kind is written, without links: it stands in what can be chosen. */
export function ClashValue({ field, declared, value }: ClashValueProps) {
  const wording = useWording();
  const words = plainWords(field, value);
  if (words !== undefined) return <span className={value === true ? undefined : classes.none}>{words}</span>;
  if (!declared) return <code>{JSON.stringify(value)}</code>;
  if (declared.kind === 'money') return <span className="num">{valueText(declared, value, wording)}</span>;
  const isLink = (declared.kind === 'ref' && declared.to !== 'person') || declared.kind === 'link' || memberName(field) !== undefined;
  return isLink ? <span>{valueText(declared, value, wording)}</span> : <FieldValue field={declared} value={value} />;
}

function plainWords(field: string, value: Json | undefined): string | undefined {
  if (value === undefined) return t('Redacted');
  if (field === ARCHIVED) return value === true ? t('Archived') : t('Kept');
  if (memberName(field) !== undefined && (value === true || value === null)) return value === true ? t('Included') : t('Not included');
  return value === null || value === '' ? t('Nothing') : undefined;
}
