import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { wholeLine } from '#shared/change-order/added-lines';
import { billChange } from '#shared/change-order/lifecycle';
import type { ChangeOrder, Deal } from '#shared/records/registry';
import { AskDialog } from '../../../components/AskDialog';
import { notify } from '../../../components/notify';
import { moneyText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { contractedWith } from '../../../data/reads/change-orders';
import { newLines, Packages, type DraftLine } from './Packages';
import { useDeciding } from './use-deciding';
import { t } from '#shared/values/texts';

interface BillDialogProps {
  readonly order: ChangeOrder;
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** The client pays: who says so, and which work packages come into the scope with it. */
export function BillDialog({ order, deal, onClose }: BillDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const { fields, deciding } = useDeciding(order);
  const [why, setWhy] = useState('');
  const [adds, setAdds] = useState<'lines' | 'nothing'>('lines');
  const [lines, setLines] = useState<readonly DraftLine[]>([{ key: 0, hours: null, price: null, ...wholeLine(order) }]);
  const contract = useLive((live) => contractedWith(live, order, today), [order, today]);
  const bill = async (): Promise<boolean> => {
    const by = deciding();
    if (!by) {
      notify.problem(t('Say who decides.'), t('Not billed'));
      return false;
    }
    const added = adds === 'lines' ? newLines(lines) : [];
    return commit(billChange(records, order, { ...by, why, lines: added }));
  };
  return (
    <AskDialog
      title={t('Bill the change{{value}}', { value: order.price ? t(' at {{price}}', { price: moneyText(order.price) }) : '' })}
      text={
        contract
          ? t('“{{name}}” is then contracted at {{after}} instead of {{before}}.', {
              name: deal.name,
              after: moneyText(contract.after),
              before: moneyText(contract.before),
            })
          : t('The client pays for it. It is part of what is contracted from now on.')
      }
      submitLabel={t('Bill it')}
      onClose={onClose}
      onSubmit={bill}
    >
      {fields}
      <TextInput
        label={t('Reference or reason')}
        description={t('Such as the client’s order number or the mail that agrees')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Switch
        label={t('Add it to the scope as work')}
        checked={adds === 'lines'}
        onChange={(event) => setAdds(event.currentTarget.checked ? 'lines' : 'nothing')}
      />
      {adds === 'lines' ? <Packages lines={lines} onChange={setLines} /> : null}
    </AskDialog>
  );
}
