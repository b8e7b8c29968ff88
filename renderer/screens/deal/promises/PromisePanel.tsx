import { isSignedDeal } from '#shared/deal/phase';
import type { Notable } from '#shared/records/register';
import { definitionOf, type FieldOf } from '#shared/records/registry';
import { FieldEditor } from '../../../components/FieldEditor';
import { FieldValue } from '../../../components/FieldValue';
import { QuestionsAbout } from '../../../components/QuestionsAbout';
import { TraceLink } from '../../../components/TraceLink';
import { ValueHistory } from '../../../components/ValueHistory';
import { useLive, useRecord } from '../../../data/live';
import { kindOfPromise, wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import { RequestChangeButton } from '../changes/RequestChangeButton';
import { SidePanel } from '../SidePanel';
import { DETAIL_FIELDS } from './promise-forms';
import { registerOf } from './promise-kinds';
import { standingOf } from './promise-standing';
import { PromiseActs } from './PromiseActs';
import line from './PromiseLine.module.css';
import classes from './PromisePanel.module.css';
import { SourceLink } from './SourceLink';

interface PromisePanelProps {
  readonly record: PromiseRecord;
  readonly onClose: () => void;
}

/** Set by an act with rules of its own; shown with their history, changed by the act. */
const BY_ACT: ReadonlySet<string> = new Set([
  'commitment.decision',
  'commitment.fulfilment',
  'concession.approvedBy',
  'objection.resolution',
  'objection.resolvedBy',
  'objection.resolvedAt',
  'objection.ledTo',
  'decision.supersedes',
]);

/** One promise, whole: its words and the words it rests on, every fact edited in place, and what can be done with it. */
export function PromisePanel({ record, onClose }: PromisePanelProps) {
  const kind = kindOfPromise(record);
  const { icon: Symbol, label } = registerOf(kind);
  const deal = useRecord('deal', record.deal);
  const commitment = useRecord('commitment', kind === 'commitment' ? record.id : undefined);
  const isSold = deal !== undefined && isSignedDeal(deal);
  const { word, tone } = useLive((records) => standingOf(record, records), [record]);
  return (
    <SidePanel
      label={label}
      head={
        <>
          <Symbol size={16} stroke={1.75} aria-hidden /> {label}
          <span className={line.standing} data-tone={tone}>
            {word}
          </span>
        </>
      }
      actions={
        <>
          {commitment && isSold ? <RequestChangeButton deal={record.deal} asked={{ from: 'promise', commitment }} /> : null}
          <TraceLink deal={record.deal} id={record.id} />
          <PromiseActs record={record} />
        </>
      }
      onClose={onClose}
    >
      <div className={classes.words}>
        <FieldEditor type={kind} id={record.id} field={(kind === 'scopeLine' ? 'title' : 'text') as FieldOf<Notable>} variant="bare" />
      </div>
      {record.quote ? (
        <figure className={classes.figure}>
          <blockquote className={classes.quote}>{record.quote}</blockquote>
          <figcaption>
            <SourceLink record={record} />
          </figcaption>
        </figure>
      ) : null}
      <Details kind={kind} record={record} />
      <QuestionsAbout deal={record.deal} record={record.id} title={wordingOf(record)} />
    </SidePanel>
  );
}

function Details({ kind, record }: { readonly kind: Notable; readonly record: PromiseRecord }) {
  const fields: readonly string[] = DETAIL_FIELDS[kind];
  return (
    <div className={classes.details}>
      {fields.map((field) =>
        BY_ACT.has(`${kind}.${field}`) ? (
          <FactByAct key={field} kind={kind} record={record} field={field} />
        ) : (
          <FieldEditor key={field} type={kind} id={record.id} field={field as FieldOf<Notable>} variant="row" />
        ),
      )}
    </div>
  );
}

function FactByAct({ kind, record, field }: { readonly kind: Notable; readonly record: PromiseRecord; readonly field: string }) {
  const declared = definitionOf(kind).fields[field];
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field];
  if (!declared || value === undefined) return null;
  return (
    <div className={classes.fact}>
      <span className={classes.label}>{declared.label}</span>
      <span className={classes.value}>
        <FieldValue field={declared} value={value} />
      </span>
      <ValueHistory record={record.id} field={field} label={declared.label} />
    </div>
  );
}
