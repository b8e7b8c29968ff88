import { ActionIcon, Button } from '@mantine/core';
import { IconFileUnknown, IconMail, IconTable, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilePlan, ImportFile, ImportPlan } from '#shared/exchange/import-plan';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import classes from './FilesStage.module.css';
import { isMail } from './import-groups';

interface ChosenFilesProps {
  readonly files: readonly ImportFile[];
  /** Absent until the files have been read. */
  readonly plan: ImportPlan | undefined;
  readonly onRemove: (name: string) => void;
}

const SHOWN = 12;

/** What cannot be read first, then tables, then mail. */
function rank(plan: FilePlan | undefined): number {
  if (!plan || plan.source === 'unknown') return 0;
  return isMail(plan) ? 2 : 1;
}

/** The chosen files, and what each of them turned out to be. */
export function ChosenFiles({ files, plan, onRemove }: ChosenFilesProps) {
  const [all, setAll] = useState(false);
  const planOf = new Map(plan?.files.map((file) => [file.file, file]));
  const inOrder = files.toSorted((a, b) => rank(planOf.get(a.name)) - rank(planOf.get(b.name)));
  const shown = all ? inOrder : inOrder.slice(0, SHOWN);
  return (
    <SectionCard title={files.length === 1 ? '1 file' : `${numberText(files.length)} files`} flush>
      <ul className={classes.files}>
        {shown.map(({ name }) => (
          <ChosenFile key={name} name={name} plan={planOf.get(name)} onRemove={() => onRemove(name)} />
        ))}
      </ul>
      {shown.length < inOrder.length ? (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setAll(true)}>
          Show {numberText(inOrder.length - shown.length)} more
        </Button>
      ) : null}
    </SectionCard>
  );
}

interface ChosenFileProps {
  readonly name: string;
  readonly plan: FilePlan | undefined;
  readonly onRemove: () => void;
}

function ChosenFile({ name, plan, onRemove }: ChosenFileProps) {
  const unknown = plan?.source === 'unknown';
  const Symbol = !plan || unknown ? IconFileUnknown : isMail(plan) ? IconMail : IconTable;
  return (
    <li className={classes.file}>
      <Symbol size={18} stroke={1.5} aria-hidden color={unknown ? 'var(--tl-red)' : undefined} />
      <span className={classes.name} title={name}>
        {name}
        {unknown ? <span className={classes.refused}>{plan.problems[0]?.reason ?? plan.label}</span> : null}
      </span>
      <span>{unknown ? 'Stays out' : plan?.label}</span>
      <span className={classes.rows}>{plan && !unknown ? rowsText(plan) : ''}</span>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Take ${name} away`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}

function rowsText(plan: FilePlan): string {
  const noun = isMail(plan) ? ['message', 'messages'] : ['row', 'rows'];
  return `${numberText(plan.rows.length)} ${plan.rows.length === 1 ? noun[0] : noun[1]}`;
}
