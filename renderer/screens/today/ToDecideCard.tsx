import { Anchor } from '@mantine/core';
import { IconArrowsSplit2, IconCoin, IconFileDiff, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ChangeOrder, Milestone } from '#shared/records/registry';
import { MoneyText } from '../../components/MoneyText';
import { recordPath } from '../../components/record-path';
import { SectionCard } from '../../components/SectionCard';
import { countText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useLive, useMe, useRecord } from '../../data/live';
import { toDecide } from '../../data/reads/tickets';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** What only goes on once somebody has said a word: clashes, change orders, milestones that may be billed. */
export function ToDecideCard() {
  const me = useMe();
  const today = useToday();
  const { clashes, required, changeOrders, readyToBill } = useLive((records) => toDecide(records, me, today), [me, today]);
  const nothing = clashes === 0 && changeOrders.length === 0 && readyToBill.length === 0;
  return (
    <SectionCard
      flush
      title={t('To decide')}
      actions={
        changeOrders.length > 0 ? (
          <Anchor component={Link} to="/change-orders" size="sm">
            {t('All change orders')}
          </Anchor>
        ) : null
      }
    >
      {nothing ? <p className={classes.none}>{t('No clash, no change order and no milestone waits for a decision.')}</p> : null}
      <ul className={classes.lines}>
        {clashes > 0 ? (
          <Line icon={IconArrowsSplit2} to="/review" title={countText(clashes, t('value was set twice'), t('values were set twice'))}>
            {required > 0
              ? t('{{required}} of them hold up signing, sending or billing', { required })
              : t('By people who had not seen each other')}
          </Line>
        ) : null}
        {changeOrders.map((order) => (
          <ChangeOrderLine key={order.id} order={order} />
        ))}
        {readyToBill.map((milestone) => (
          <MilestoneLine key={milestone.id} milestone={milestone} />
        ))}
      </ul>
    </SectionCard>
  );
}

function ChangeOrderLine({ order }: { readonly order: ChangeOrder }) {
  const deal = useRecord('deal', order.deal);
  return (
    <Line icon={IconFileDiff} to={recordPath(order.id, order.deal) ?? ''} title={order.title} end={<MoneyText value={order.price} whole />}>
      <Sentence
        text={t('Change order, {{value}} · <name/>')}
        parts={{ name: deal?.name }}
        values={{ value: order.status === 'requested' ? t('to bill, absorb or reject') : t('submitted to the client') }}
      />
    </Line>
  );
}

function MilestoneLine({ milestone }: { readonly milestone: Milestone }) {
  const deal = useRecord('deal', milestone.deal);
  return (
    <Line
      icon={IconCoin}
      to={recordPath(milestone.id, milestone.deal) ?? ''}
      title={milestone.title}
      end={<MoneyText value={milestone.fee} whole />}
    >
      <Sentence text={t('Milestone, reached and ready to bill · <name/>')} parts={{ name: deal?.name }} />
    </Line>
  );
}

interface LineProps {
  readonly icon: Icon;
  readonly to: string;
  readonly title: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

function Line({ icon: Symbol, to, title, end, children }: LineProps) {
  return (
    <li className={classes.line}>
      <span className={classes.icon}>
        <Symbol size={17} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.what}>
        <Link to={to} className={classes.title}>
          {title}
        </Link>
        <span className={classes.facts}>{children}</span>
      </div>
      {end ? <span className={classes.due}>{end}</span> : null}
    </li>
  );
}
