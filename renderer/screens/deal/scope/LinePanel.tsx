import { IconListCheck } from '@tabler/icons-react';
import { isSignedDeal } from '#shared/deal/phase';
import { definitionOf, type FieldOf, type ScopeLine } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { DateText } from '../../../components/DateText';
import { FieldEditor } from '../../../components/FieldEditor';
import { sentence } from '../../../components/FieldValue';
import { PersonName } from '../../../components/PersonName';
import { QuestionsAbout } from '../../../components/QuestionsAbout';
import { TraceLink } from '../../../components/TraceLink';
import { UnsentMark } from '../../../components/UnsentMark';
import { useMayWrite } from '../../../components/use-may-write';
import { ValueHistory } from '../../../components/ValueHistory';
import { useRecord } from '../../../data/live';
import { RequestChangeButton } from '../changes/RequestChangeButton';
import { SourceLink } from '../promises/SourceLink';
import { SidePanel } from '../SidePanel';
import { LineActs } from './LineActs';
import { LineConstraints } from './LineConstraints';
import classes from './LinePanel.module.css';
import { LinePromises } from './LinePromises';
import grid from './ScopeGrid.module.css';
import { t } from '#shared/values/texts';

interface LinePanelProps {
  readonly line: ScopeLine;
  readonly onClose: () => void;
}

const TEXTS = ['included', 'excluded', 'assumptions', 'acceptanceTest', 'why'] as const satisfies readonly FieldOf<'scopeLine'>[];

/** One line, whole: its words, where they come from, what it meets, what was promised in it, every value with its history. */
export function LinePanel({ line, onClose }: LinePanelProps) {
  const mayWrite = useMayWrite('scopeLine');
  const deal = useRecord('deal', line.deal);
  const isPackage = deal !== undefined && isSignedDeal(deal);
  return (
    <SidePanel
      label={t('Scope line')}
      head={
        <>
          <IconListCheck size={16} stroke={1.75} aria-hidden /> {isPackage ? t('Work package') : t('Scope line')}
          <span className={grid.status} data-status={line.status}>
            {sentence(line.status)}
          </span>
          <ClashMark record={line.id} field="status" />
          <ValueHistory record={line.id} field="status" label={t('Status')} />
          <UnsentMark record={line.id} />
        </>
      }
      actions={
        <>
          {isPackage ? <RequestChangeButton deal={line.deal} asked={{ from: 'line', line }} /> : null}
          <TraceLink deal={line.deal} id={line.id} />
          {mayWrite ? <LineActs line={line} /> : null}
        </>
      }
      onClose={onClose}
    >
      <div className={classes.title}>
        <FieldEditor type="scopeLine" id={line.id} field="title" variant="bare" />
      </div>
      <Decided line={line} />
      {line.quote ? (
        <figure className={classes.figure}>
          <blockquote className={classes.quote}>{line.quote}</blockquote>
          <figcaption>
            <SourceLink record={line} />
          </figcaption>
        </figure>
      ) : null}
      {TEXTS.map((field) => (
        <div key={field}>
          <h3 className={classes.label}>{definitionOf('scopeLine').fields[field]?.label}</h3>
          <FieldEditor type="scopeLine" id={line.id} field={field} variant="bare" />
        </div>
      ))}
      <LineConstraints line={line} />
      <LinePromises line={line} />
      <LineFacts line={line} isPackage={isPackage} />
      <QuestionsAbout deal={line.deal} record={line.id} title={line.title} />
    </SidePanel>
  );
}

/** Who took it out or gave it for nothing, when and why. */
function Decided({ line }: { readonly line: ScopeLine }) {
  if (line.status !== 'negotiated away' && line.status !== 'courtesy') return null;
  return (
    <p className={classes.decided}>
      <b>{line.status === 'courtesy' ? t('Given as a courtesy') : t('Negotiated away')}</b>
      {line.decidedBy ? (
        <>
          {t(' by ')}
          <PersonName id={line.decidedBy} />
        </>
      ) : null}
      {line.decidedAt ? (
        <>
          {t(' on ')}
          <DateText value={line.decidedAt} />
        </>
      ) : null}
      {line.decidedWhy ? `: ${line.decidedWhy}` : '.'}
    </p>
  );
}

function LineFacts({ line, isPackage }: { readonly line: ScopeLine; readonly isPackage: boolean }) {
  const fields: readonly FieldOf<'scopeLine'>[] = [
    'plannedHours',
    ...(isPackage ? (['remainingHours'] as const) : []),
    'role',
    'price',
    'origin',
    ...(line.changeOrder ? (['changeOrder'] as const) : []),
    ...(line.quote ? [] : (['sourceMoment'] as const)),
  ];
  const within = (moment: { readonly id: string }): boolean => !('deal' in moment) || moment.deal === line.deal;
  return (
    <div className={classes.facts}>
      {fields.map((field) => (
        <FieldEditor
          key={field}
          type="scopeLine"
          id={line.id}
          field={field}
          variant="row"
          {...(field === 'sourceMoment' || field === 'changeOrder' ? { within } : {})}
        />
      ))}
    </div>
  );
}
