import { Select } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ColumnUse, FilePlan } from '#shared/exchange/import-plan';
import { SectionCard } from '../../components/SectionCard';
import classes from './MappingStage.module.css';
import { t } from '#shared/values/texts';

interface ColumnsCardProps {
  readonly file: FilePlan;
  readonly onUse: (header: string, role: string) => void;
}

const LEFT_OUT = '';

/** The columns of one table and where each goes. Closed at first: they are matched by their names. */
export function ColumnsCard({ file, onUse }: ColumnsCardProps) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const used = file.columns.filter(({ role }) => role !== LEFT_OUT).length;
  return (
    <SectionCard flush>
      <button type="button" className={classes.fold} aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        <IconChevronRight size={16} className={classes.chevron} data-open={open || undefined} aria-hidden />
        <span className={classes.file}>{t('Columns of {{file}}', { file: file.file })}</span>
        <span className={classes.places}>{t('{{used}} of {{columns}} come in', { used, columns: file.columns.length })}</span>
      </button>
      {open ? (
        <ul id={list} className={classes.questions}>
          {file.columns.map((column, at) => (
            <ColumnLine key={`${at} ${column.header}`} column={column} file={file} onUse={onUse} />
          ))}
        </ul>
      ) : null}
    </SectionCard>
  );
}

interface ColumnLineProps extends ColumnsCardProps {
  readonly column: ColumnUse;
}

function ColumnLine({ column, file, onUse }: ColumnLineProps) {
  const options = [{ value: LEFT_OUT, label: t('Leave out') }, ...file.roles.map(({ role, label }) => ({ value: role, label }))];
  return (
    <li className={classes.question}>
      <span className={classes.value}>
        {column.header}
        <span className={classes.places}>{column.samples.join(' · ') || t('empty')}</span>
      </span>
      <Select
        aria-label={t('Column {{header}}', { header: column.header })}
        data={options}
        value={column.role}
        allowDeselect={false}
        searchable
        onChange={(role) => role !== null && onUse(column.header, role)}
      />
      <span className={classes.basis} />
    </li>
  );
}
