import { Checkbox } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ownerOf } from '#shared/delivery/standing';
import type { WorkPackage } from '#shared/delivery/work-package';
import type { Deal } from '#shared/records/registry';
import { finishLine, placeLine } from '#shared/scope/lifecycle';
import { ClashMark } from '../../../components/ClashMark';
import { DateText } from '../../../components/DateText';
import { FieldEditor } from '../../../components/FieldEditor';
import { PersonName } from '../../../components/PersonName';
import { recordPath } from '../../../components/record-path';
import { numberText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive, useRecord, useWorkspace } from '../../../data/live';
import { RemainingCell } from './RemainingCell';
import classes from './Work.module.css';
import { t } from '#shared/values/texts';

interface WorkRowProps {
  readonly pack: WorkPackage;
  readonly deal: Deal;
  /** Why somebody should say anew what is left; undefined where nobody need to. */
  readonly reason: string | undefined;
}

/** One work package; everything in it is changed where it stands. */
export function WorkRow({ pack, deal, reason }: WorkRowProps) {
  const { line, planned, spent, isDone } = pack;
  const { title } = line;
  const { records } = useWorkspace();
  const milestone = useRecord('milestone', line.milestone);
  return (
    <tr data-done={isDone || undefined}>
      <th scope="row" className={classes.what}>
        <Link to={recordPath(line.id, deal.id) ?? ''} className={classes.title}>
          {line.title}
        </Link>
        {line.status === 'courtesy' ? <span className={classes.note}>{t('given as a courtesy')}</span> : null}
        {reason ? (
          <span className={classes.reason}>
            <IconAlertCircle size={13} aria-hidden /> {reason}
          </span>
        ) : null}
      </th>
      <td>
        <Owner pack={pack} deal={deal} />
      </td>
      <td>
        <FieldEditor type="scopeLine" id={line.id} field="plannedStart" variant="bare" label={t('Start of {{title}}', { title })}>
          {line.plannedStart ? <DateText value={line.plannedStart} /> : <Unset />}
        </FieldEditor>
      </td>
      <td>
        <FieldEditor type="scopeLine" id={line.id} field="plannedEnd" variant="bare" label={t('End of {{title}}', { title })}>
          {line.plannedEnd ? <DateText value={line.plannedEnd} /> : <Unset />}
        </FieldEditor>
      </td>
      <td className={classes.milestone}>
        <FieldEditor
          type="scopeLine"
          id={line.id}
          field="milestone"
          variant="bare"
          label={t('Milestone of {{title}}', { title })}
          within={({ id }) => records.get('milestone', id)?.deal === deal.id}
        >
          {line.milestone ? (milestone?.title ?? t('Unknown')) : <Unset />}
        </FieldEditor>
      </td>
      <td className={classes.number}>{planned === undefined ? '–' : `${numberText(planned)} h`}</td>
      <td className={classes.number} data-over={(planned !== undefined && spent > planned) || undefined}>
        {numberText(spent)} h
      </td>
      <td className={classes.number}>
        <RemainingCell pack={pack} asked={reason !== undefined} />
      </td>
      <td>
        <DoneBox pack={pack} />
      </td>
    </tr>
  );
}

/** Nobody has said so yet; a press says it. */
const Unset = () => <span className={classes.assumed}>–</span>;

/** Whoever is named on the line; where nobody is, who answers for it until then. */
function Owner({ pack: { line }, deal }: { readonly pack: WorkPackage; readonly deal: Deal }) {
  const answers = useLive((records) => ownerOf(records, line, deal), [line, deal]);
  return (
    <FieldEditor type="scopeLine" id={line.id} field="owner" variant="bare" label={t('Owner of {{title}}', { title: line.title })}>
      {line.owner ? (
        <PersonName id={line.owner} />
      ) : answers ? (
        <span className={classes.assumed} title={t('Nobody is named on the line: it is whoever has its ticket, else the project manager')}>
          <PersonName id={answers} />
        </span>
      ) : (
        <Unset />
      )}
    </FieldEditor>
  );
}

function DoneBox({ pack: { line, isDone } }: { readonly pack: WorkPackage }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const mayWrite = useMayWrite('scopeLine');
  const view = () => ({ undecided: workspace.records.undecided(line.id) });
  const isCourtesy = line.status === 'courtesy';
  return (
    <span className={classes.done}>
      <Checkbox
        size="xs"
        aria-label={t('Done: {{title}}', { title: line.title })}
        checked={isDone}
        disabled={!mayWrite || (isDone && isCourtesy)}
        onChange={() => void commit(isDone ? placeLine(line, 'in', view()) : finishLine(line, view()))}
      />
      <ClashMark record={line.id} field="status" label={t('Status')} />
    </span>
  );
}
