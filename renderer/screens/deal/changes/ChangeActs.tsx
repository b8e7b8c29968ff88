import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { reopenChange, submitChange, withdrawChange } from '#shared/change-order/lifecycle';
import { isUndecided } from '#shared/change-order/standing';
import { declarationOf, type ChangeOrder, type Deal } from '#shared/records/registry';
import { ReasonDialog } from '../../../components/AskDialog';
import { useArchive } from '../../../components/use-archive';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { AbsorbDialog, RejectDialog } from './DecideDialogs';
import { BillDialog } from './BillDialog';
import classes from './ChangePanel.module.css';
import { ReviseDialog } from './ReviseDialog';
import { t } from '#shared/values/texts';

type Asked = 'nothing' | 'bill' | 'absorb' | 'reject' | 'revise' | 'withdraw' | 'reopen';

interface ChangeActsProps {
  readonly order: ChangeOrder;
  readonly deal: Deal;
}

/** What can be done with a change order now. A decision names who takes it; taking one back says why. */
export function ChangeActs({ order, deal }: ChangeActsProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [asked, setAsked] = useState<Asked>('nothing');
  const mayDecide = useMayWrite('changeOrder', declarationOf('changeOrder', 'status'));
  if (!mayDecide) return <p className={classes.hint}>{t('A project manager, finance or a partner submits and decides it.')}</p>;
  const submit = (): void => void commit(submitChange(order, { undecided: records.undecided(order.id), on: today }));
  return (
    <div className={classes.acts}>
      {order.status === 'requested' ? (
        <Button size="xs" onClick={submit}>
          {t('Submit to the client')}
        </Button>
      ) : null}
      {order.status === 'submitted' ? (
        <>
          <Button size="xs" onClick={() => setAsked('bill')}>
            {t('Bill…')}
          </Button>
          <AskButton label={t('Revise…')} onClick={() => setAsked('revise')} />
        </>
      ) : null}
      {isUndecided(order) ? (
        <>
          <AskButton label={t('Absorb…')} onClick={() => setAsked('absorb')} />
          <AskButton label={t('Reject…')} onClick={() => setAsked('reject')} />
        </>
      ) : (
        <AskButton label={t('Take the decision back…')} onClick={() => setAsked('reopen')} />
      )}
      <MoreActs order={order} onWithdraw={() => setAsked('withdraw')} />
      <ActDialog asked={asked} order={order} deal={deal} onClose={() => setAsked('nothing')} />
    </div>
  );
}

function AskButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}

interface ActDialogProps extends ChangeActsProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

function ActDialog({ asked, order, deal, onClose }: ActDialogProps) {
  switch (asked) {
    case 'nothing':
      return null;
    case 'bill':
      return <BillDialog order={order} deal={deal} onClose={onClose} />;
    case 'absorb':
      return <AbsorbDialog order={order} onClose={onClose} />;
    case 'reject':
      return <RejectDialog order={order} onClose={onClose} />;
    case 'revise':
      return <ReviseDialog order={order} onClose={onClose} />;
    case 'withdraw':
    case 'reopen':
      return <TakeBackDialog what={asked} order={order} onClose={onClose} />;
  }
}

interface TakeBackDialogProps {
  readonly what: 'withdraw' | 'reopen';
  readonly order: ChangeOrder;
  readonly onClose: () => void;
}

function TakeBackDialog({ what, order, onClose }: TakeBackDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const take = (why: string): Promise<boolean> => {
    const view = { undecided: records.undecided(order.id), why };
    return commit(what === 'withdraw' ? withdrawChange(order, view) : reopenChange(records, order, view));
  };
  return (
    <ReasonDialog
      title={what === 'withdraw' ? t('Take it back from the client') : t('Take the decision back')}
      text={
        what === 'withdraw'
          ? t('“{{title}}” is a request again. The revision that the client has stays in the history.', { title: order.title })
          : `“${order.title}” was ${order.status}. It waits for a decision again; work packages that it added and nobody began are put away.`
      }
      label={t('Why is it taken back?')}
      submitLabel={t('Take it back')}
      onClose={onClose}
      onSubmit={take}
    />
  );
}

function MoreActs({ order, onWithdraw }: { readonly order: ChangeOrder; readonly onWithdraw: () => void }) {
  const { archive } = useArchive();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="subtle" color="gray" px={6} aria-label={t('More for {{title}}', { title: order.title })}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {order.status === 'submitted' ? <Menu.Item onClick={onWithdraw}>{t('Take it back from the client…')}</Menu.Item> : null}
        <Menu.Item onClick={() => void archive(order)}>{t('Archive')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
