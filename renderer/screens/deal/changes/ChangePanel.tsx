import { IconFileDiff } from '@tabler/icons-react';
import { linesAddedBy } from '#shared/change-order/added-lines';
import { isUndecided } from '#shared/change-order/standing';
import type { Records } from '#shared/records/records';
import type { ChangeOrder, Deal, FieldOf } from '#shared/records/registry';
import { ChangeStatus } from '../../../components/change-order/ChangeStatus';
import { ClashMark } from '../../../components/ClashMark';
import { DateText } from '../../../components/DateText';
import { FieldEditor } from '../../../components/FieldEditor';
import { MomentLink } from '../../../components/MomentLink';
import { MoneyText } from '../../../components/MoneyText';
import { PersonName } from '../../../components/PersonName';
import { QuestionsAbout } from '../../../components/QuestionsAbout';
import { RecordLink } from '../../../components/RecordLink';
import { TraceLink } from '../../../components/TraceLink';
import { UnsentMark } from '../../../components/UnsentMark';
import { ValueHistory } from '../../../components/ValueHistory';
import { useMarginReader } from '../../../components/use-margin-reader';
import { useLive, useWorkspace } from '../../../data/live';
import { SidePanel } from '../SidePanel';
import { ChangeActs } from './ChangeActs';
import { ChangeMoney } from './ChangeMoney';
import classes from './ChangePanel.module.css';
import { Revisions } from './Revisions';
import { SaveChange } from './SaveChange';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface ChangePanelProps {
  readonly order: ChangeOrder;
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** One change order, whole: what was asked for and in which words, what it costs, what the client was given, how it ended. */
export function ChangePanel({ order, deal, onClose }: ChangePanelProps) {
  const readsMargin = useMarginReader();
  return (
    <SidePanel
      label={t('Change order')}
      head={
        <>
          <Sentence
            text={t('<iconFileDiff/> Change order<changeStatus/><clashMark/><valueHistory/><unsentMark/>')}
            parts={{
              iconFileDiff: <IconFileDiff size={16} stroke={1.75} aria-hidden />,
              changeStatus: <ChangeStatus order={order} />,
              clashMark: <ClashMark record={order.id} field="status" />,
              valueHistory: <ValueHistory record={order.id} field="status" label={t('Status')} />,
              unsentMark: <UnsentMark record={order.id} />,
            }}
          />
        </>
      }
      actions={<TraceLink deal={deal.id} id={order.id} look="icon" />}
      onClose={onClose}
    >
      <Terms order={order} />
      <ChangeActs order={order} deal={deal} />
      <Decided order={order} />
      {order.quote ? (
        <figure className={classes.figure}>
          <blockquote className={classes.quote}>{order.quote}</blockquote>
          <figcaption>{order.sourceMoment ? <MomentLink id={order.sourceMoment} /> : t('No source')}</figcaption>
        </figure>
      ) : null}
      <ChangeMoney order={order} readsMargin={readsMargin} />
      <AddedLines order={order} />
      <Facts order={order} deal={deal} />
      <Revisions order={order} />
      <SaveChange order={order} deal={deal} />
      <QuestionsAbout deal={deal.id} record={order.id} title={order.title} />
    </SidePanel>
  );
}

/** Title and detail: edited in place while nobody outside has them, and by a revision after that. */
function Terms({ order }: { readonly order: ChangeOrder }) {
  if (order.status === 'requested') {
    return (
      <>
        <div className={classes.title}>
          <FieldEditor type="changeOrder" id={order.id} field="title" variant="bare" />
        </div>
        <FieldEditor type="changeOrder" id={order.id} field="detail" variant="bare" />
      </>
    );
  }
  return (
    <>
      <h2 className={classes.title}>
        {order.title} <ClashMark record={order.id} field="title" />
      </h2>
      {order.detail ? <p className={classes.detail}>{order.detail}</p> : null}
    </>
  );
}

function Decided({ order }: { readonly order: ChangeOrder }) {
  if (isUndecided(order)) return null;
  const WORDS = { billed: t('Billed'), absorbed: t('Absorbed'), rejected: t('Rejected') } as const;
  return (
    <p className={classes.decided}>
      <b>{order.status === 'billed' || order.status === 'absorbed' || order.status === 'rejected' ? WORDS[order.status] : null}</b>
      {order.status === 'absorbed' && order.absorbed ? (
        <>
          {t(' at ')}
          <MoneyText value={order.absorbed} />
        </>
      ) : null}
      {order.decidedBy ? (
        <>
          {t(' by ')}
          <PersonName id={order.decidedBy} />
        </>
      ) : null}
      {order.decidedAt ? (
        <>
          {t(' on ')}
          <DateText value={order.decidedAt} />
        </>
      ) : null}
      {order.decidedWhy ? `: ${order.decidedWhy}` : '.'} <ClashMark record={order.id} field="decidedBy" label={t('Decided by')} />
    </p>
  );
}

/** Lines that came into the scope by it. */
function AddedLines({ order }: { readonly order: ChangeOrder }) {
  const lines = useLive((records) => linesAddedBy(records, order), [order]);
  if (lines.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('Work packages that it added')}>
      <h3 className={classes.heading}>{t('Work packages that it added')}</h3>
      {order.status === 'billed' ? null : (
        <p className={classes.hint}>
          {t('They stand in the scope although it is {{status}}. Put away what is not to be done.', { status: order.status })}
        </p>
      )}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <RecordLink type="scopeLine" id={line.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ order, deal }: { readonly order: ChangeOrder; readonly deal: Deal }) {
  const fields: readonly FieldOf<'changeOrder'>[] = [
    'requestedBy',
    'requestedAt',
    ...(order.submittedAt ? (['submittedAt'] as const) : []),
    'scopeLine',
    'ticket',
    'commitment',
    ...(order.quote ? [] : (['sourceMoment'] as const)),
  ];
  const { records } = useWorkspace();
  const ofDeal = ({ id }: { readonly id: string }): boolean => dealOf(records, id) === deal.id;
  return (
    <div className={classes.facts}>
      {fields.map((field) => (
        <FieldEditor
          key={field}
          type="changeOrder"
          id={order.id}
          field={field}
          variant="row"
          {...(field === 'requestedBy' || field === 'requestedAt' || field === 'submittedAt' ? {} : { within: ofDeal })}
        />
      ))}
    </div>
  );
}

function dealOf(records: Records, id: string): string | undefined {
  const type = (['scopeLine', 'ticket', 'commitment', 'moment'] as const).find((one) => id.startsWith(`${one}:`));
  return type && records.get(type, id)?.deal;
}
