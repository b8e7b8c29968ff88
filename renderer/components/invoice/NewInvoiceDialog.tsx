import { Button, Checkbox, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { MoneyValue } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { addMoney, sumMoney } from '#shared/values/money';
import { DayInput } from '../DayInput';
import { FormProblem } from '../FormProblem';
import { MoneyInput } from '../MoneyInput';
import { QuietButton } from '../QuietButton';
import { recordPath } from '../record-path';
import { countText, moneyText, numberText } from '../text-of';
import { useInvoiceDraft, type DraftRow, type InvoiceDraftState } from './use-invoice-draft';
import classes from './Invoice.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../Sentence';

interface NewInvoiceDialogProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** A bill of what is ready on a deal, and of lines in words of one's own. */
export function NewInvoiceDialog({ deal, onClose }: NewInvoiceDialogProps) {
  const draft = useInvoiceDraft(deal);
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const id = await draft.issue();
    setBusy(false);
    if (!id) return;
    onClose();
    void navigate(recordPath(id) ?? '');
  };
  return (
    <Modal opened onClose={onClose} title={t('New invoice for {{name}}', { name: deal.name })} size={900}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <HeadFields draft={draft} />
          <LinesTable draft={draft} />
          <Unpriced draft={draft} />
          <FormProblem message={draft.problem} />
          <Group justify="space-between">
            <DraftTotals draft={draft} />
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('Cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('Issue the invoice')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function HeadFields({ draft: { head, setHead } }: { readonly draft: InvoiceDraftState }) {
  return (
    <div className={classes.headFields}>
      <TextInput label={t('Number')} value={head.number} onChange={(event) => setHead({ number: event.currentTarget.value })} />
      <DayInput label={t('Issued')} value={head.issuedAt} onChange={(day) => setHead({ issuedAt: day ?? '' })} />
      <DayInput label={t('Due')} value={head.dueAt} onChange={(day) => setHead({ dueAt: day ?? '' })} />
      <TextInput
        label={t('Their reference')}
        placeholder={t('Purchase order')}
        value={head.reference}
        onChange={(event) => setHead({ reference: event.currentTarget.value })}
      />
    </div>
  );
}

function LinesTable({ draft }: { readonly draft: InvoiceDraftState }) {
  const { rows, change, addFree } = draft;
  return (
    <div className={classes.draftFrame}>
      <table className={classes.draft} aria-label={t('Lines of the invoice')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('On the invoice')}</span>
            </th>
            <th scope="col">{t('What is billed')}</th>
            <th scope="col" className={classes.end}>
              {t('Net')}
            </th>
            <th scope="col" className={classes.end}>
              {t('Tax %')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LineRow key={row.id} row={row} onChange={(to) => change(row.id, to)} />
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={4} className={classes.none}>
                {t(
                  'Nothing is ready on this deal: no reached milestone, approved change order, approved hours or retainer period waits to be billed. A line of your own can be billed all the same.',
                )}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <QuietButton leftSection={<IconPlus size={14} />} onClick={addFree}>
        {t('Add a line')}
      </QuietButton>
    </div>
  );
}

interface LineRowProps {
  readonly row: DraftRow;
  readonly onChange: (to: Partial<DraftRow> | null) => void;
}

const KINDS = { milestone: t('Milestone'), 'change order': t('Change order'), retainer: t('Retainer'), time: t('Hours') } as const;

function LineRow({ row, onChange }: LineRowProps) {
  const { from, on, text, net, percent } = row;
  return (
    <tr data-off={!on || undefined}>
      <td>
        {from ? (
          <Checkbox
            aria-label={t('Bill {{text}}', { text })}
            checked={on}
            onChange={(event) => onChange({ on: event.currentTarget.checked })}
          />
        ) : (
          <QuietButton aria-label={t('Remove the line')} px={4} onClick={() => onChange(null)}>
            <IconX size={14} />
          </QuietButton>
        )}
      </td>
      <td>
        <TextInput aria-label={t('Text')} value={text} disabled={!on} onChange={(event) => onChange({ text: event.currentTarget.value })} />
        {from ? (
          <span className={classes.kind}>
            {KINDS[from.kind]}
            {from.kind === 'time' ? t(': {{hours}} h at {{rate}}', { hours: numberText(from.hours), rate: moneyText(from.rate) }) : ''}
          </span>
        ) : null}
      </td>
      <td className={classes.netCell}>
        {from?.kind === 'time' ? (
          <span className="num">{moneyText(from.net)}</span>
        ) : (
          <MoneyInput aria-label={t('Net')} value={net ?? undefined} onChange={(value) => onChange({ net: value })} />
        )}
      </td>
      <td className={classes.taxCell}>
        <NumberInput
          aria-label={t('Tax in percent')}
          min={0}
          max={100}
          decimalScale={2}
          hideControls
          disabled={!on}
          value={percent}
          onChange={(value) => onChange({ percent: value })}
        />
      </td>
    </tr>
  );
}

function Unpriced({ draft: { ready } }: { readonly draft: InvoiceDraftState }) {
  const { unpriced, capLeft } = ready;
  return (
    <>
      {unpriced.length > 0 ? (
        <p className={classes.hint}>
          {t('{{length}} no rate and cannot be billed: set one in Settings, Bill rates, or at the entry.', {
            length: countText(unpriced.length, t('approved entry has'), t('approved entries have')),
          })}
        </p>
      ) : null}
      {capLeft ? <p className={classes.hint}>{t('The cap leaves {{capLeft}}.', { capLeft: moneyText(capLeft) })}</p> : null}
    </>
  );
}

/** By currency, as they are typed: a bill takes one. */
function DraftTotals({ draft: { chosen } }: { readonly draft: InvoiceDraftState }) {
  const [first] = chosen;
  if (!first) return <span className={classes.hint}>{t('Nothing chosen yet')}</span>;
  const { currency } = first.net;
  const own = chosen.filter((line) => line.net.currency === currency);
  const net = sumMoney(
    own.map((line) => line.net),
    currency,
  );
  const tax = sumMoney(
    own.flatMap((line): readonly MoneyValue[] => (line.tax ? [line.tax] : [])),
    currency,
  );
  return (
    <span className={classes.totals}>
      <Sentence
        text={t('Net <strong/> · Tax <span/> · With tax <strong2/>')}
        parts={{
          strong: <strong className="num">{moneyText(net)}</strong>,
          span: <span className="num">{moneyText(tax)}</span>,
          strong2: <strong className="num">{moneyText(addMoney(net, tax))}</strong>,
        }}
      />
    </span>
  );
}
