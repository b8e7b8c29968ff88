import { useState } from 'react';
import { invoiceLinesOf } from '#shared/invoicing/sums';
import type { InvoiceLine, TimeEntry } from '#shared/records/registry';
import { sumHours } from '#shared/ticket/hours';
import { DateText } from '../../components/DateText';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { MoneyText } from '../../components/MoneyText';
import { PersonName } from '../../components/PersonName';
import { QuietButton } from '../../components/QuietButton';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { moneyText, numberText } from '../../components/text-of';
import { TraceLink } from '../../components/TraceLink';
import { useLive } from '../../data/live';
import type { InvoiceRow } from '../../data/reads/invoices';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** What is billed, line by line: what each stands for, and its way back to the words that promised it. */
export function InvoiceLines({ row: { invoice } }: { readonly row: InvoiceRow }) {
  const lines = useLive((records) => invoiceLinesOf(records, invoice.id), [invoice.id]);
  return (
    <SectionCard
      flush
      title={t('Lines')}
      actions={
        lines.length > 0 ? (
          <ExportTableMenu
            label={t('Lines')}
            variant="icon"
            table={() => ({
              name: t('Invoice {{number}} lines', { number: invoice.number ?? '' }),
              headers: [t('What'), t('Net'), t('Tax')],
              rows: lines.map(({ text, net, tax }) => [text, net, tax]),
            })}
          />
        ) : null
      }
    >
      <table className={classes.table} aria-label={t('Lines')}>
        <thead>
          <tr>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Stands for')}</th>
            <th scope="col" className={classes.end}>
              {t('Net')}
            </th>
            <th scope="col" className={classes.end}>
              {t('Tax')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('Trace')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={line.id} line={line} deal={invoice.deal} />
          ))}
          {lines.length === 0 ? (
            <tr>
              <td colSpan={5} className={classes.none}>
                {t('No lines. They may be on a colleague’s laptop that has not handed over its changes yet.')}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </SectionCard>
  );
}

function LineRow({ line, deal }: { readonly line: InvoiceLine; readonly deal: `deal:${string}` }) {
  const entries = useLive((records) => records.of('timeEntry', 'invoiceLine', line.id), [line.id]);
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td className={classes.text}>{line.text}</td>
        <td>
          <StandsFor line={line} />
          {entries.length > 0 ? (
            <QuietButton aria-expanded={open} onClick={() => setOpen(!open)}>
              {numberText(sumHours(entries))} h
            </QuietButton>
          ) : null}
        </td>
        <td className={classes.end}>
          <MoneyText value={line.net} />
        </td>
        <td className={classes.end}>
          <MoneyText value={line.tax} />
        </td>
        <td className={classes.tool}>
          <TraceLink deal={deal} id={line.id} look="icon" name={line.text ?? t('the line')} />
        </td>
      </tr>
      {open ? entries.map((entry) => <EntryRow key={entry.id} entry={entry} />) : null}
    </>
  );
}

function StandsFor({ line: { milestone, changeOrder, scopeLine } }: { readonly line: InvoiceLine }) {
  if (milestone)
    return (
      <>
        <Sentence text={t('Milestone <recordLink/>')} parts={{ recordLink: <RecordLink type="milestone" id={milestone} /> }} />
      </>
    );
  if (changeOrder)
    return (
      <>
        <Sentence text={t('Change order <recordLink/>')} parts={{ recordLink: <RecordLink type="changeOrder" id={changeOrder} /> }} />
      </>
    );
  return <RecordLink type="scopeLine" id={scopeLine} />;
}

function EntryRow({ entry }: { readonly entry: TimeEntry }) {
  return (
    <tr className={classes.entry}>
      <td>
        <DateText value={entry.date} /> · <PersonName id={entry.person} />
        {entry.note ? ` · ${entry.note}` : ''}
      </td>
      <td>{entry.activity}</td>
      <td className={classes.end} colSpan={3}>
        {numberText(entry.hours)} h{entry.billRate ? t(' at {{billRate}}', { billRate: moneyText(entry.billRate) }) : ''}
      </td>
    </tr>
  );
}
