import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { draftSplit, type Split, type SplitError } from '#shared/deal/split';
import type { Measure, SumCheck } from '#shared/deal/split-sums';
import type { Deal } from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import { MoneyInput } from '../../../components/MoneyInput';
import { reviewPath } from '../../../components/review-path';
import { moneyText, numberText } from '../../../components/text-of';
import { useLive } from '../../../data/live';
import { Link } from 'react-router';
import { sharedInvoices, type SharedInvoice } from '../../../data/reads/split';
import classes from './SplitScreen.module.css';
import type { SplitDraft } from './use-split';
import { t } from '#shared/values/texts';

interface SumsStepProps {
  readonly deal: Deal;
  readonly draft: SplitDraft;
  readonly outcome: Result<Split, SplitError> | undefined;
}

/** The sums of the deal and of its parts, to the cent, taken from what will be written; and the value of each part. */
export function SumsStep({ deal, draft, outcome }: SumsStepProps) {
  const checks = useLive((records) => draftSplit(records, deal, draft.plan).checks, [deal, draft.plan]);
  const shared = useLive((records) => sharedInvoices(records, deal.id, draft.plan.choices), [deal.id, draft.plan]);
  return (
    <>
      <Values deal={deal} draft={draft} />
      {outcome && !outcome.ok ? <Problem error={outcome.error} /> : null}
      {shared.length > 0 ? <Shared shared={shared} draft={draft} /> : null}
      <section className={classes.card} aria-label={t('Before and after')}>
        <table className={classes.sums}>
          <thead>
            <tr>
              <th scope="col">{t('Sum')}</th>
              <th scope="col">{t('Before')}</th>
              {draft.parts.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('After')}</th>
              <th scope="col">{t('Same')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <CheckRow key={check.key} check={check} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function CheckRow({ check }: { readonly check: SumCheck }) {
  const { label, parts, value, after, holds, unit } = check;
  return (
    <tr data-wrong={!holds || undefined}>
      <th scope="row">{label}</th>
      <td>{amountText(check, value)}</td>
      {parts.map((part, at) => (
        <td key={at}>{amountText(check, part)}</td>
      ))}
      <td>
        {amountText(check, after)}
        {unit === 'people' ? t(' different') : ''}
      </td>
      <td>
        {holds ? (
          <IconCheck size={16} role="img" aria-label={t('Same')} />
        ) : (
          <IconAlertTriangle size={16} role="img" aria-label={t('Differs')} />
        )}
      </td>
    </tr>
  );
}

function amountText({ unit, currency = 'EUR' }: Measure, value: number): string {
  if (unit === 'money') return moneyText({ amount: value, currency });
  return unit === 'hours' ? `${numberText(value / 1_000)} h` : numberText(value);
}

function Problem({ error }: { readonly error: SplitError }) {
  return (
    <p className={classes.problem} role="alert">
      <IconAlertTriangle size={16} aria-hidden /> {error.message}{' '}
      {error.kind === 'undecided' && error.record && error.field ? (
        <Link to={reviewPath(error.record, error.field)}>{t('Settle it')}</Link>
      ) : null}
    </p>
  );
}

const SUMS = [
  ['amount', 'Value'],
  ['cap', 'Cap'],
  ['retainerFee', t('Retainer fee')],
] as const;

/** What of the signed value each part takes over: suggested by what was sold in it, and to be changed. */
function Values({ deal, draft }: Pick<SumsStepProps, 'deal' | 'draft'>) {
  const { parts, plan, put } = draft;
  const divided = SUMS.filter(([field]) => deal[field]);
  if (divided.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t('Value of each part')}>
      <h2 className={classes.heading}>{t('Value of each part')}</h2>
      <p className={classes.hint}>{t('Suggested by the prices of its lines. Together they make the value of the deal, to the cent.')}</p>
      {divided.map(([field, label]) => (
        <div key={field} className={classes.values}>
          {parts.map((part, at) => (
            <MoneyInput
              key={part.id}
              label={t('{{label}} of {{trim}}', { label, trim: part.name.trim() || t('part {{at}}', { at: at + 1 }) })}
              value={plan.parts[at]?.[field]}
              onChange={(value) => put(at, { typed: { ...part.typed, ...(value ? { [field]: value } : {}) } })}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

/** An invoice is one paper: it goes whole, and what it bills of other parts is said before anything is done. */
function Shared({ shared, draft }: { readonly shared: readonly SharedInvoice[]; readonly draft: SplitDraft }) {
  const name = (at: number): string => draft.parts[at]?.name.trim() ?? '';
  return (
    <section className={classes.card} aria-label={t('Invoices that bill several parts')}>
      <h2 className={classes.heading}>{t('Invoices that bill several parts')}</h2>
      <p className={classes.hint}>{t('An invoice goes whole to one part. To bill by part, credit it and issue one for each.')}</p>
      <ul className={classes.shared}>
        {shared.map(({ invoice, part, net, currency }) => (
          <li key={invoice.id}>
            {t('{{number}} goes to {{part}}; it bills {{join}}.', {
              number: invoice.number,
              part: name(part),
              join: [...net]
                .map(([at, amount]) => t('{{moneyText}} of {{at}}', { moneyText: moneyText({ amount, currency }), at: name(at) }))
                .join(' and '),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
