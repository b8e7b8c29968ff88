import { Switch } from '@mantine/core';
import type { PlannedRow } from '#shared/exchange/import-plan';
import { definitionOf } from '#shared/records/registry';
import type { CheckDetailProps } from './check-detail';
import classes from './CheckStage.module.css';
import { ConflictChoices } from './ConflictChoices';
import { MailDetail } from './MailDetail';
import { MeetingFiling } from './MeetingFiling';
import { type NameOf, plannedText } from './planned-text';
import { ACTION_NAMES } from './row-action';
import { t } from '#shared/values/texts';

/** One row in full: what it is, what changes, what stands against it, what has to be decided. */
export function CheckDetail(props: CheckDetailProps) {
  const { row, mail } = props.row;
  return (
    <aside className={classes.detail} aria-label={t('Line {{line}}: {{title}}', { line: row.line, title: row.title })}>
      <header className={classes.part}>
        <span className={classes.action} data-action={row.action}>
          {row.action === 'problem' ? t('Left out') : ACTION_NAMES[row.action]}
        </span>
        <h2 className={classes.title}>{row.title}</h2>
        <div className={classes.note}>
          {definitionOf(row.type).label} · {mail ? props.row.file : t('line {{line}}', { line: row.line })}
        </div>
      </header>
      {row.problems.length + row.notes.length > 0 ? <Remarks row={row} /> : null}
      {row.filing ? <MeetingFiling {...props} filing={row.filing} /> : null}
      {row.conflicts.length > 0 ? <ConflictChoices {...props} /> : null}
      {mail ? <MailDetail {...props} mail={mail} /> : <Changes row={row} nameOf={props.nameOf} />}
      <TakeIn {...props} />
    </aside>
  );
}

function Remarks({ row }: { readonly row: PlannedRow }) {
  return (
    <section className={classes.part}>
      <ul className={classes.list}>
        {row.problems.map((problem, at) => (
          <li key={at} className={classes.problem}>
            {problem.reason}
            {problem.effect === 'check' ? null : <span className={classes.note}> ({problem.effect})</span>}
          </li>
        ))}
        {row.notes.map((note) => (
          <li key={note} className={classes.note}>
            {note}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ row, nameOf }: { readonly row: PlannedRow; readonly nameOf: NameOf }) {
  if (row.changes.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{row.action === 'create' ? t('Comes in with') : t('Changes')}</h3>
      <dl className={classes.facts}>
        {row.changes.map(({ field, label, was, becomes }) => (
          <FragmentOfFact key={field} label={label}>
            {was === undefined || was === null ? null : (
              <>
                <span className={classes.was}>{plannedText(row.type, field, was, nameOf)}</span>{' '}
              </>
            )}
            {plannedText(row.type, field, becomes, nameOf)}
          </FragmentOfFact>
        ))}
      </dl>
    </section>
  );
}

function FragmentOfFact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A row can be left out; what was decided about it stays decided. */
function TakeIn({ row: { key, row }, choices, onChoose }: CheckDetailProps) {
  const out = choices.leaveOut.includes(key);
  if (!out && row.action !== 'create' && row.action !== 'update' && row.action !== 'conflict') return null;
  const toggle = (takeIn: boolean): void =>
    onChoose({ leaveOut: takeIn ? choices.leaveOut.filter((other) => other !== key) : [...choices.leaveOut, key] });
  return (
    <footer className={classes.part}>
      <Switch label={t('Bring this one in')} checked={!out} onChange={(event) => toggle(event.currentTarget.checked)} />
    </footer>
  );
}
