import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { totalsByCurrency } from '#shared/values/money';
import type { Deal } from '#shared/records/registry';
import { NewInvoiceDialog } from '../../components/invoice/NewInvoiceDialog';
import { MoneyTotals } from '../../components/MoneyTotals';
import { QuietButton } from '../../components/QuietButton';
import { recordPath } from '../../components/record-path';
import { countText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useToday } from '../../components/use-today';
import { useLive } from '../../data/live';
import { readyDeals } from '../../data/reads/invoices';
import classes from './InvoicesScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** Deals that are shown before somebody asks for the rest. */
const SHOWN = 3;

/** Deals with something that no bill has yet: the bill is one press away. */
export function ReadyToBill() {
  const today = useToday();
  const deals = useLive((records) => readyDeals(records, today), [today]);
  const mayWrite = useMayWrite('invoice');
  const [all, setAll] = useState(false);
  const [billing, setBilling] = useState<Deal>();
  if (deals.length === 0) return null;
  return (
    <section className={classes.ready} aria-label={t('Ready to bill')}>
      <h2 className={classes.readyHead}>
        <Sentence
          text={t('Ready to bill <moneyTotals/>')}
          parts={{ moneyTotals: <MoneyTotals values={totalsByCurrency(deals.flatMap(({ sum }) => sum))} /> }}
        />
      </h2>
      <ul className={classes.readyList}>
        {(all ? deals : deals.slice(0, SHOWN)).map(({ deal, ready, sum }) => (
          <li key={deal.id}>
            <Link to={recordPath(deal.id) ?? ''} className={classes.readyDeal}>
              {deal.name}
            </Link>
            <span className={classes.quiet} title={ready.items.map(({ text }) => text).join('\n')}>
              {ready.items.length === 1 ? ready.items[0]?.text : countText(ready.items.length, 'item', 'items')}
            </span>
            <MoneyTotals values={totalsByCurrency(sum)} />
            {mayWrite ? (
              <Button size="compact-xs" variant="light" onClick={() => setBilling(deal)}>
                {t('Bill it…')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {deals.length > SHOWN ? (
        <QuietButton onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show {{deals}} more deals', { deals: deals.length - SHOWN })}
        </QuietButton>
      ) : null}
      {billing ? <NewInvoiceDialog deal={billing} onClose={() => setBilling(undefined)} /> : null}
    </section>
  );
}
