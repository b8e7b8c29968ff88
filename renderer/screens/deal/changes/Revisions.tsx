import { useMemo } from 'react';
import { revisionsOf, type Revision } from '#shared/change-order/revisions';
import { TERMS, type Term } from '#shared/change-order/terms';
import { instantOfAt } from '#shared/ledger/clock';
import type { Id } from '#shared/records/define-record';
import { declarationOf, type ChangeOrder } from '#shared/records/registry';
import { FieldValue } from '../../../components/FieldValue';
import { PersonName } from '../../../components/PersonName';
import { dateText } from '../../../components/text-of';
import { useHistory } from '../../../components/use-history';
import classes from './ChangePanel.module.css';
import { t } from '#shared/values/texts';

/** Every revision that the client was given, side by side; what differs from the one before is marked. */
export function Revisions({ order }: { readonly order: ChangeOrder }) {
  const history = useHistory({ record: order.id });
  const revisions = useMemo(() => revisionsOf({ id: order.id }, history ?? []), [order.id, history]);
  if (revisions.length === 0) return null;
  const terms = TERMS.filter((term) => revisions.some((revision) => revision.terms[term] !== undefined));
  return (
    <section className={classes.section} aria-label={t('Revisions')}>
      <h3 className={classes.heading}>{t('Revisions')}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('Revision')}</th>
            {terms.map((term) => (
              <th key={term} scope="col" className={term === 'price' || term === 'hours' ? classes.number : undefined}>
                {declarationOf('changeOrder', term)?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {revisions.toReversed().map((revision) => (
            <RevisionRow key={revision.entry.id} revision={revision} terms={terms} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RevisionRow({ revision, terms }: { readonly revision: Revision; readonly terms: readonly Term[] }) {
  const { number, how, entry, changed } = revision;
  return (
    <tr>
      <th scope="row">
        {number}
        {how === 'settled' ? t(', settled') : ''} <br />
        <PersonName id={entry.by as Id<'person'>} />, {dateText(instantOfAt(entry.at).slice(0, 10))}
      </th>
      {terms.map((term) => {
        const declared = declarationOf('changeOrder', term);
        const value = revision.terms[term];
        return (
          <td
            key={term}
            className={term === 'price' || term === 'hours' ? classes.number : undefined}
            data-changed={changed.includes(term) || undefined}
          >
            {declared && value !== undefined ? <FieldValue field={declared} value={value} /> : '–'}
          </td>
        );
      })}
    </tr>
  );
}
