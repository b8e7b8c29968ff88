import { ActionIcon } from '@mantine/core';
import { IconFileUnknown, IconMail, IconTable, IconX } from '@tabler/icons-react';
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

/** The chosen files, and what each of them turned out to be. */
export function ChosenFiles({ files, plan, onRemove }: ChosenFilesProps) {
  const planOf = new Map(plan?.files.map((file) => [file.file, file]));
  return (
    <SectionCard title={files.length === 1 ? '1 file' : `${numberText(files.length)} files`} flush>
      <ul className={classes.files}>
        {files.map(({ name }) => (
          <ChosenFile key={name} name={name} plan={planOf.get(name)} onRemove={() => onRemove(name)} />
        ))}
      </ul>
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
      </span>
      <span className={unknown ? classes.refused : undefined} title={plan?.problems[0]?.reason}>
        {plan ? (unknown ? (plan.problems[0]?.reason ?? plan.label) : plan.label) : ''}
      </span>
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
