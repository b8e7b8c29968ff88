import { Button } from '@mantine/core';
import { useId } from 'react';
import { offerLine } from '#shared/proposal/lifecycle';
import type { OfferedAs } from '#shared/proposal/offer-line';
import { offerTotals } from '#shared/proposal/pricing';
import type { Proposal, ScopeLine } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { useUsualCurrency } from '../../../components/currencies';
import { moneyText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { leftOut, offerParts, type OfferPart } from '../../../data/reads/proposals';
import classes from './Offer.module.css';
import { OfferRow } from './OfferRow';
import { OfferTerms } from './OfferTerms';
import { t } from '#shared/values/texts';

/** A version as the client reads it: its lines by kind, what they come to, its terms. A draft is written here. */
export function Offer({ proposal }: { readonly proposal: Proposal }) {
  const parts = useLive((records) => offerParts(records, proposal.id), [proposal.id]);
  const mayWrite = useMayWrite('proposal');
  const editable = mayWrite && proposal.status === 'draft';
  const usual = useUsualCurrency();
  const currency = parts.flatMap(({ lines }) => lines).find(({ price }) => price)?.price?.currency ?? usual;
  return (
    <div className={classes.offer}>
      <div className={classes.lines}>
        {parts.map((part) => (
          <Part key={part.as} proposal={proposal} part={part} currency={currency} editable={editable} />
        ))}
        <Total parts={parts} />
      </div>
      {editable ? <LeftOut proposal={proposal} /> : null}
      <OfferTerms proposal={proposal} editable={editable} />
    </div>
  );
}

const HEADINGS: Readonly<Record<OfferedAs, string>> = {
  work: t('Work'),
  option: t('Options, not in the total until the client chooses them'),
  courtesy: t('Done for nothing'),
  discount: t('Discounts'),
};

interface PartProps {
  readonly proposal: Proposal;
  readonly part: OfferPart;
  readonly currency: string;
  readonly editable: boolean;
}

function Part({ proposal, part, currency, editable }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.part}>
        {HEADINGS[part.as]}
      </h2>
      <ul className={classes.list} aria-labelledby={id}>
        {part.lines.map((line) => (
          <OfferRow key={line.id} proposal={proposal} line={line} currency={currency} editable={editable} />
        ))}
      </ul>
    </section>
  );
}

function Total({ parts }: { readonly parts: readonly OfferPart[] }) {
  const totals = offerTotals(parts.flatMap(({ lines }) => lines));
  return (
    <div className={classes.total}>
      <span>{t('{{value}}, net of tax', { value: totals.length > 1 ? t('Totals') : t('Total') })}</span>
      <strong className={classes.number}>{totals.map((total) => moneyText(total)).join(' and ') || '–'}</strong>
      <span />
    </div>
  );
}

/** What the scope holds and this version does not: put back with a press. What was given up stays in view. */
function LeftOut({ proposal }: { readonly proposal: Proposal }) {
  const lines = useLive((records) => leftOut(records, proposal), [proposal]);
  if (lines.length === 0) return null;
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t('Not in this version')}</h2>
      <ul className={classes.list} aria-label={t('Not in this version')}>
        {lines.map((line) => (
          <LeftOutLine key={line.id} proposal={proposal} line={line} />
        ))}
      </ul>
    </section>
  );
}

function LeftOutLine({ proposal, line }: { readonly proposal: Proposal; readonly line: ScopeLine }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const gone = line.status === 'negotiated away';
  const put = (): void => void commit(offerLine(workspace.records, proposal, line, workspace.newId('proposalLine')));
  return (
    <li className={classes.out} data-gone={gone || undefined}>
      <span>
        {line.title} <ClashMark record={line.id} />
      </span>
      <span className={classes.number}>{line.price ? moneyText(line.price) : ''}</span>
      {gone ? (
        <span className={classes.chip}>{t('Negotiated away')}</span>
      ) : (
        <Button size="compact-xs" variant="default" aria-label={t('Put in {{title}}', { title: line.title })} onClick={put}>
          {t('Put in')}
        </Button>
      )}
    </li>
  );
}
