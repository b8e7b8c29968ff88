import { changeNumber, changeOrderDocument } from '#shared/change-order/change-order-document';
import { firmProfile } from '#shared/records/firm-profile';
import type { ChangeOrder, Deal } from '#shared/records/registry';
import { SaveDocumentMenu } from '../../../components/SaveDocumentMenu';
import { useToday } from '../../../components/use-today';
import { useLive, useWorkspace } from '../../../data/live';
import { contractedWith } from '../../../data/reads/change-orders';
import { readLogo } from '../../../data/reads/offer-facts';
import classes from './ChangePanel.module.css';
import { t } from '#shared/values/texts';

/** The change order as both sides sign it, as a Word file or a PDF. What is undecided is not put on paper. */
export function SaveChange({ order, deal }: { readonly order: ChangeOrder; readonly deal: Deal }) {
  const workspace = useWorkspace();
  const today = useToday();
  const undecided = useLive((records) => records.undecided(order.id).length > 0, [order.id]);
  const number = useLive((records) => changeNumber(records, order), [order]);
  const print = async () => {
    const { records, info } = workspace;
    const firm = firmProfile(records, info.name);
    const logo = await readLogo(workspace, firm);
    const contracted = contractedWith(records, order, today);
    return changeOrderDocument({
      order,
      deal,
      records,
      number,
      firm,
      today,
      ...(logo ? { logo } : {}),
      ...(contracted ? { contracted } : {}),
    });
  };
  return (
    <div className={classes.acts}>
      <SaveDocumentMenu
        label={t('Save for signature')}
        source={print}
        name={t('{{name}} Change order {{number}}', { name: deal.name, number })}
        disabled={undecided}
      />
      {undecided ? <p className={classes.hint}>{t('Settle what is undecided first.')}</p> : null}
    </div>
  );
}
