import { Select } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isRecordType, type Deal } from '#shared/records/registry';
import type { RecordId } from '#shared/ledger/entry';
import { recordAt } from '#shared/evidence/trace';
import { nounOf, recordTitle } from '#shared/records/title';
import { EmptyState } from '../../../components/EmptyState';
import { ReportButton } from '../../../components/evidence-report/ReportButton';
import type { ReportRequest } from '../../../components/evidence-report/report-request';
import { tracePath, typeOf } from '../../../components/record-path';
import { useLive, useWorkspace } from '../../../data/live';
import { toldTrace, traceStarts } from '../../../data/reads/trace';
import { TracePath } from './TracePath';
import classes from './TraceView.module.css';
import { t } from '#shared/values/texts';

/** The way of one record through the deal, from the first words to the money; or the choice of one. */
export function TraceView({ deal }: { readonly deal: Deal }) {
  const start = startOf(useParams()['record']);
  return (
    <div className={classes.view}>
      <header className={classes.head}>
        <p className={classes.lead}>
          {t('From any record back to the words that it came of, and on to what came of it. A link that nobody made is not guessed.')}
        </p>
        <StartPicker deal={deal} start={start} />
        {start ? <TraceReport deal={deal} start={start} /> : null}
      </header>
      {start ? <Told start={start} deal={deal} /> : <NothingChosen deal={deal} />}
    </div>
  );
}

/** The trace as a PDF, and a file that proves its quotes. */
function TraceReport({ deal, start }: { readonly deal: Deal; readonly start: RecordId }) {
  const { records } = useWorkspace();
  const request = (): ReportRequest => {
    const record = recordAt(start, records);
    const account = records.get('account', deal.account)?.name;
    return {
      title: t('Trace of {{value}}', { value: record ? recordTitle(record) : nounOf(start) }),
      subtitle: [account, deal.name].filter(Boolean).join(' · '),
      trace: start,
    };
  };
  return <ReportButton request={request} />;
}

function startOf(given: string | undefined): RecordId | undefined {
  return given !== undefined && isRecordType(typeOf(given)) ? (given as RecordId) : undefined;
}

function StartPicker({ deal, start }: { readonly deal: Deal; readonly start: RecordId | undefined }) {
  const navigate = useNavigate();
  const groups = useLive((records) => traceStarts(records, deal.id), [deal.id]);
  const data = useMemo(
    () => groups.map(({ group, starts }) => ({ group, items: starts.map(({ id, title }) => ({ value: id, label: title })) })),
    [groups],
  );
  return (
    <Select
      className={classes.picker}
      aria-label={t('Trace')}
      placeholder={t('An invoice line, a work package, a promise…')}
      searchable
      limit={100}
      data={data}
      value={start ?? null}
      onChange={(id) => id && void navigate(tracePath(deal.id, id))}
      nothingFoundMessage={t('Nothing in this deal is called that')}
    />
  );
}

function Told({ start, deal }: { readonly start: RecordId; readonly deal: Deal }) {
  const trace = useLive((records) => toldTrace(records, start), [start]);
  if (trace.nodes.length === 0)
    return (
      <EmptyState
        icon={IconRoute}
        title={t('Nothing to trace here')}
        text={t('Nothing in this workspace is linked with it. It may be on a colleague’s laptop that has not handed over its changes yet.')}
      />
    );
  return <TracePath key={start} trace={trace} deal={deal} />;
}

function NothingChosen({ deal }: { readonly deal: Deal }) {
  const isEmpty = useLive((records) => traceStarts(records, deal.id).length === 0, [deal.id]);
  return (
    <EmptyState
      icon={IconRoute}
      title={isEmpty ? t('Nothing to trace yet') : t('Choose what to trace')}
      text={
        isEmpty
          ? t('Make a promise of somebody’s words in the story, or write a scope line. Its way begins there.')
          : t('Choose an invoice line or a work package above to see what it was promised for, or a promise to see what became of it.')
      }
    />
  );
}
