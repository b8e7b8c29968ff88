import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Values } from '#shared/records/parse';
import type { Field } from '#shared/records/define-record';
import { definitionOf, type FieldOf, type Milestone, type Proposal } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { ClashMark } from '../../../components/ClashMark';
import { DateText } from '../../../components/DateText';
import { FieldEditor } from '../../../components/FieldEditor';
import { FieldValue } from '../../../components/FieldValue';
import { MoneyText } from '../../../components/MoneyText';
import { RecordDialog } from '../../../components/RecordDialog';
import { ValueHistory } from '../../../components/ValueHistory';
import { useCommit, useLive, useRecord, useWorkspace } from '../../../data/live';
import { feesOf } from '../../../data/reads/proposals';
import classes from './Offer.module.css';
import { t } from '#shared/values/texts';

interface OfferTermsProps {
  readonly proposal: Proposal;
  readonly editable: boolean;
}

/** How it is billed, until when it stands, and what it says beside its lines. */
export function OfferTerms({ proposal, editable }: OfferTermsProps) {
  return (
    <section className={classes.card} aria-label={t('Terms of the offer')} id={`terms-${proposal.id}`}>
      <h2 className={classes.heading}>{t('Terms')}</h2>
      {fieldsOf(proposal).map((field) => (
        <Fact key={field} proposal={proposal} field={field} editable={editable} />
      ))}
      {proposal.billingModel === 'milestone' ? <PaymentPlan proposal={proposal} editable={editable} /> : null}
      <div className={classes.prose}>
        {editable || proposal.background ? <Fact proposal={proposal} field="background" editable={editable} /> : null}
        <Fact proposal={proposal} field="terms" editable={editable} />
      </div>
    </section>
  );
}

/** A term that means nothing under this way of billing is left out, unless it was filled in. */
function fieldsOf({ billingModel, cap, retainerFee, acceptedBy, blueprint, status }: Proposal): readonly FieldOf<'proposal'>[] {
  return [
    'billingModel',
    ...(billingModel === 'capped T&M' || cap ? (['cap'] as const) : []),
    ...(billingModel === 'retainer' || retainerFee ? (['retainerFee', 'retainerPeriod', 'retainerPeriods'] as const) : []),
    'validUntil',
    ...(status === 'draft' || blueprint ? (['blueprint'] as const) : []),
    ...(acceptedBy ? (['acceptedBy'] as const) : []),
  ];
}

interface FactProps extends OfferTermsProps {
  readonly field: FieldOf<'proposal'>;
}

function Fact({ proposal, field, editable }: FactProps) {
  const ofThisDeal = useLive((records) => records.of('blueprint', 'deal', proposal.deal).map(({ id }) => id as string), [proposal.deal]);
  const declared: Field | undefined = definitionOf('proposal').fields[field];
  if (!declared) return null;
  if (editable && field !== 'acceptedBy') {
    const within = field === 'blueprint' ? { within: ({ id }: { readonly id: string }) => ofThisDeal.includes(id) } : {};
    return <FieldEditor type="proposal" id={proposal.id} field={field} variant="row" {...within} />;
  }
  const value = (proposal as unknown as Readonly<Record<string, unknown>>)[field];
  return (
    <div className={classes.fact}>
      <span className={classes.label}>{declared.label}</span>
      <span className={classes.value}>
        {value === undefined ? '–' : <FieldValue field={declared} value={value} />} <ClashMark record={proposal.id} field={field} />
      </span>
      <ValueHistory record={proposal.id} field={field} label={declared.label} />
    </div>
  );
}

/** The milestones of the deal with their fees: what the client pays when. */
function PaymentPlan({ proposal, editable }: OfferTermsProps) {
  const [adding, setAdding] = useState(false);
  const stones = useLive((records) => feesOf(records, proposal.deal), [proposal.deal]);
  return (
    <div className={classes.plan}>
      <h3 className={classes.subheading}>{t('Payment plan')}</h3>
      {stones.length === 0 ? <p className={classes.hint}>{t('No milestone yet. Plan them here: the fees must make the price.')}</p> : null}
      <ul className={classes.list} aria-label={t('Payment plan')}>
        {stones.map((stone) => (
          <Stone key={stone.id} stone={stone} editable={editable} />
        ))}
      </ul>
      {editable ? (
        <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
          {t('Add a milestone')}
        </Button>
      ) : null}
      {adding ? <AddStone proposal={proposal} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function Stone({ stone, editable }: { readonly stone: Milestone; readonly editable: boolean }) {
  return (
    <li className={classes.stone}>
      <span>{stone.title}</span>
      {editable ? (
        <>
          <FieldEditor
            type="milestone"
            id={stone.id}
            field="due"
            variant="bare"
            label={t('Due date of {{title}}', { title: stone.title })}
          />
          <FieldEditor type="milestone" id={stone.id} field="fee" variant="bare" label={t('Fee of {{title}}', { title: stone.title })} />
        </>
      ) : (
        <>
          <span>{stone.due ? <DateText value={stone.due} /> : '–'}</span>
          <span>
            <MoneyText value={stone.fee} />
          </span>
        </>
      )}
    </li>
  );
}

function AddStone({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const deal = useRecord('deal', proposal.deal);
  const add = (values: Values<'milestone'>): Promise<boolean> =>
    commit(createRecord('milestone', workspace.newId('milestone'), { ...values, deal: proposal.deal }));
  return (
    <RecordDialog
      type="milestone"
      title={t('New milestone of {{name}}', { name: deal?.name ?? t('the deal') })}
      opened
      onClose={onClose}
      fields={['title', 'due', 'fee']}
      needed={['fee']}
      submitLabel={t('Add it')}
      onSubmit={add}
    />
  );
}
