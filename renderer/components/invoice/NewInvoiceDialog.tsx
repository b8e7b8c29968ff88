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
    <Modal opened onClose={onClose} title={`New invoice for ${deal.name}`} size={900}>
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
                Cancel
              </Button>
              <Button type="submit" loading={busy}>
                Issue the invoice
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
      <TextInput label="Number" value={head.number} onChange={(event) => setHead({ number: event.currentTarget.value })} />
      <DayInput label="Issued" value={head.issuedAt} onChange={(day) => setHead({ issuedAt: day ?? '' })} />
      <DayInput label="Due" value={head.dueAt} onChange={(day) => setHead({ dueAt: day ?? '' })} />
      <TextInput
        label="Their reference"
        placeholder="Purchase order"
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
      <table className={classes.draft} aria-label="Lines of the invoice">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">On the invoice</span>
            </th>
            <th scope="col">What is billed</th>
            <th scope="col" className={classes.end}>
              Net
            </th>
            <th scope="col" className={classes.end}>
              Tax %
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
                Nothing is ready on this deal: no reached milestone, approved change order, approved hours or retainer period waits to be
                billed. A line of your own can be billed all the same.
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <QuietButton leftSection={<IconPlus size={14} />} onClick={addFree}>
        Add a line
      </QuietButton>
    </div>
  );
}

interface LineRowProps {
  readonly row: DraftRow;
  readonly onChange: (to: Partial<DraftRow> | null) => void;
}

const KINDS = { milestone: 'Milestone', 'change order': 'Change order', retainer: 'Retainer', time: 'Hours' } as const;

function LineRow({ row, onChange }: LineRowProps) {
  const { from, on, text, net, percent } = row;
  return (
    <tr data-off={!on || undefined}>
      <td>
        {from ? (
          <Checkbox aria-label={`Bill ${text}`} checked={on} onChange={(event) => onChange({ on: event.currentTarget.checked })} />
        ) : (
          <QuietButton aria-label="Remove the line" px={4} onClick={() => onChange(null)}>
            <IconX size={14} />
          </QuietButton>
        )}
      </td>
      <td>
        <TextInput aria-label="Text" value={text} disabled={!on} onChange={(event) => onChange({ text: event.currentTarget.value })} />
        {from ? (
          <span className={classes.kind}>
            {KINDS[from.kind]}
            {from.kind === 'time' ? `: ${numberText(from.hours)} h at ${moneyText(from.rate)}` : ''}
          </span>
        ) : null}
      </td>
      <td className={classes.netCell}>
        {from?.kind === 'time' ? (
          <span className="num">{moneyText(from.net)}</span>
        ) : (
          <MoneyInput aria-label="Net" value={net ?? undefined} onChange={(value) => onChange({ net: value })} />
        )}
      </td>
      <td className={classes.taxCell}>
        <NumberInput
          aria-label="Tax in percent"
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
          {countText(unpriced.length, 'approved entry has', 'approved entries have')} no rate and cannot be billed: set one in Settings,
          Bill rates, or at the entry.
        </p>
      ) : null}
      {capLeft ? <p className={classes.hint}>The cap leaves {moneyText(capLeft)}.</p> : null}
    </>
  );
}

/** By currency, as they are typed: a bill takes one. */
function DraftTotals({ draft: { chosen } }: { readonly draft: InvoiceDraftState }) {
  const [first] = chosen;
  if (!first) return <span className={classes.hint}>Nothing chosen yet</span>;
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
      Net <strong className="num">{moneyText(net)}</strong> · Tax <span className="num">{moneyText(tax)}</span> · With tax{' '}
      <strong className="num">{moneyText(addMoney(net, tax))}</strong>
    </span>
  );
}
