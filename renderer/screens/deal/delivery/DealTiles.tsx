import { Button, Popover } from '@mantine/core';
import { IconCloudOff, IconMessageForward } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Entry, RecordId } from '#shared/ledger/entry';
import type { Fees } from '#shared/money/fees';
import type { Deal } from '#shared/records/registry';
import { dateOfInstant } from '#shared/values/calendar';
import { bodyOf } from '../../../components/record-path';
import { RecordList } from '../../../components/RecordList';
import { clockText, countText, instantText, moneyText } from '../../../components/text-of';
import { TIME_ZONE, useToday } from '../../../components/use-today';
import { useLive, useSync, useWorkspace } from '../../../data/live';
import { standingOf } from '../../../data/reads/delivery';
import { dealFees } from '../../../data/reads/money';
import { AnswerDialog } from './AnswerDialog';
import { IncidentsTile, StatusTile } from './StandingTiles';
import { lastWritten, newestOf, reachOf, type Reach } from './tile-as-of';
import classes from './DealTiles.module.css';
import { Tile } from './Tile';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface DealTilesProps {
  readonly deal: Deal;
  readonly history: readonly Entry[] | undefined;
}

/** The four things that whoever sold a deal asks about it, each with how new it is, and the answer to give the client. */
export function DealTiles({ deal, history }: DealTilesProps) {
  const today = useToday();
  const standing = useLive((records) => standingOf(records, deal.id, today), [deal.id, today]);
  const fees = useLive((records) => dealFees(records, deal.id, today), [deal.id, today]);
  const written = useMemo(() => lastWritten(history ?? []), [history]);
  const incidents = useLive(
    (records) => records.of('ticket', 'deal', deal.id).flatMap(({ id, kind }) => (kind === 'incident' ? [id] : [])),
    [deal.id],
  );
  const navigate = useNavigate();
  const open = (section: string): void => void navigate(`/deals/${bodyOf(deal.id)}/delivery?show=${section}`);
  const [answers, setAnswers] = useState(false);
  const newest = (records: readonly string[]): string | undefined => newestOf(written, records);
  const reach = reachOf(useSync());
  return (
    <section className={classes.tiles} aria-label={t('How it stands')}>
      <StatusTile deal={deal} standing={standing} asOf={newest(standing.workRecords)} onOpen={() => open('work')} />
      <IncidentsTile standing={standing} asOf={newest(incidents)} onOpen={() => open('incidents')} />
      {fees ? (
        <>
          <BilledTile fees={fees} asOf={newest(recordsBilled(fees))} />
          <PendingTile fees={fees} deal={deal} asOf={newest([deal.id, ...fees.pending.records, ...fees.ready.records])} />
        </>
      ) : null}
      <div className={classes.answer}>
        <Button size="xs" variant="default" leftSection={<IconMessageForward size={14} />} onClick={() => setAnswers(true)}>
          {t('Answer card')}
        </Button>
        <ReachLine reach={reach} />
      </div>
      {answers ? (
        <AnswerDialog
          deal={deal}
          standing={standing}
          fees={fees}
          asOf={dayOf(newest([...standing.workRecords, ...incidents, ...(fees ? recordsBilled(fees) : [])])) ?? today}
          onClose={() => setAnswers(false)}
        />
      ) : null}
    </section>
  );
}

const dayOf = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : dateOfInstant(instant, TIME_ZONE));

const recordsBilled = (fees: Fees): readonly RecordId[] => [...fees.billed.records, ...fees.paid.records];

/** That what others wrote since may be missing; when it last came in, where it does. */
function ReachLine({ reach }: { readonly reach: Reach }) {
  const workspace = useWorkspace();
  if (reach.kind === 'alone') return <span className={classes.reach}>{t('This device alone')}</span>;
  const last = reach.at === undefined ? undefined : clockText(reach.at, workspace.now());
  if (reach.kind === 'current')
    return <span className={classes.reach}>{last === undefined ? t('Asking the server') : t('Server {{last}}', { last })}</span>;
  return (
    <span className={classes.reach} data-behind role="status">
      <Sentence
        text={t('<iconCloudOff/> May be old: {{value}}')}
        parts={{ iconCloudOff: <IconCloudOff size={13} aria-hidden /> }}
        values={{ value: last === undefined ? t('no contact with the server yet') : t('no contact since {{last}}', { last }) }}
      />
    </span>
  );
}

interface MoneyTileProps {
  readonly fees: Fees;
  readonly asOf: string | undefined;
}

function BilledTile({ fees, asOf }: MoneyTileProps) {
  const { billed, paid, outstanding, overdue, bills } = fees;
  return (
    <Opened
      name={t('Billed')}
      figure={moneyText(billed.value, 'whole')}
      facts={
        bills.length === 0
          ? t('No invoice yet')
          : t('Paid {{value}}, outstanding {{value2}}', {
              value: moneyText(paid.value, 'whole'),
              value2: moneyText(outstanding.value, 'whole'),
            })
      }
      warns={overdue.value.amount > 0 ? t('{{value}} overdue', { value: moneyText(overdue.value, 'whole') }) : undefined}
      asOf={asOf}
      records={recordsBilled(fees)}
      about={t('Invoices less credit notes, net of tax, and what was paid on them.')}
    />
  );
}

function PendingTile({ fees, deal, asOf }: MoneyTileProps & { readonly deal: Deal }) {
  const { pending, ready, notYetBillable } = fees;
  const isOpenEnded = pending.value === undefined;
  const what = t('Ready {{value}}', { value: moneyText(ready.value, 'whole') });
  const later = notYetBillable.value ? t(', not yet billable {{value}}', { value: moneyText(notYetBillable.value, 'whole') }) : '';
  return (
    <Opened
      name={t('Pending')}
      figure={pending.value ? moneyText(pending.value, 'whole') : t('n/a')}
      facts={`${what}${later}`}
      warns={
        fees.undecided.value.amount > 0
          ? t('Undecided {{value}}, not in it', { value: moneyText(fees.undecided.value, 'whole') })
          : undefined
      }
      asOf={asOf}
      records={[...new Set([...ready.records, ...pending.records, ...fees.undecided.records])]}
      about={
        isOpenEnded && deal.billingModel === 'T&M'
          ? t('T&M without a cap has no agreed total, so nothing can be pending. Ready is approved work that no invoice has yet.')
          : t(
              'Contracted less billed. Ready: milestones reached and approved hours that no invoice has yet; the rest cannot be billed so far.',
            )
      }
    />
  );
}

interface OpenedProps extends Omit<Parameters<typeof Tile>[0], 'onOpen' | 'expanded'> {
  readonly records: readonly RecordId[];
  /** What the figure is made of, in a sentence. */
  readonly about: string;
}

/** A tile that shows the records behind its figure. */
function Opened({ records, about, ...tile }: OpenedProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={340} withinPortal trapFocus withRoles={false} shadow="md">
      <Popover.Target>
        <div className={classes.target}>
          <Tile {...tile} expanded={opened} onOpen={() => setOpened(!opened)} />
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={tile.name}>
        <p className={classes.about}>{about}</p>
        {records.length > 0 ? (
          <RecordList ids={records} onOpen={() => setOpened(false)} />
        ) : (
          <p className={classes.about}>{t('There is no record behind it yet.')}</p>
        )}
        {tile.asOf ? (
          <p className={classes.about}>
            {t('{{length}}, the newest written {{asOf}}.', {
              length: countText(records.length, 'record', 'records'),
              asOf: instantText(tile.asOf),
            })}
          </p>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
