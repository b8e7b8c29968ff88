import { RecordLink } from '../../../components/RecordLink';
import { PersonName } from '../../../components/PersonName';
import { isOfType } from '#shared/records/registry';
import type { PromiseRecord } from '../../../data/reads/promises';
import { partiesOf } from './promise-facts';
import { t } from '#shared/values/texts';

/** Who said it, and to whom. Nothing where nobody is named. */
export function Parties({ record }: { readonly record: PromiseRecord }) {
  const { from, to } = partiesOf(record);
  if ('decidedBy' in record && record.decidedBy) return <span>{record.decidedBy}</span>;
  if (!from && !to) return null;
  return (
    <span>
      <Party id={from} />
      {from && to ? ' → ' : to ? t('to ') : ''}
      <Party id={to} />
    </span>
  );
}

function Party({ id }: { readonly id: string | undefined }) {
  return isOfType('person', id) ? <PersonName id={id} /> : <RecordLink type="contact" id={id} inText />;
}
