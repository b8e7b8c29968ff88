import { IconAlertTriangle, IconCornerDownRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ImportChoices } from '#shared/exchange/import-plan';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/EmptyState';
import { dateText } from '../../components/text-of';
import classes from './CheckStage.module.css';
import type { ImportGroup, ImportRow } from './import-groups';
import { changeText, type NameOf, tellingChanges } from './planned-text';
import { ACTION_NAMES } from './row-action';
import { t } from '#shared/values/texts';

interface CheckTableProps {
  readonly choices: ImportChoices;
  readonly group: ImportGroup;
  readonly rows: readonly ImportRow[];
  readonly picked: string | undefined;
  readonly nameOf: NameOf;
  readonly onPick: (row: ImportRow) => void;
}

/** The rows of a group; the one picked is shown beside it. */
export function CheckTable({ group, rows, picked, choices, nameOf, onPick }: CheckTableProps) {
  const isMail = group.kind === 'mail';
  const columns = useMemo(() => (isMail ? mailColumns(nameOf, choices.deals) : tableColumns(nameOf)), [isMail, nameOf, choices.deals]);
  return (
    <DataTable
      label={t('Rows of {{title}}', { title: group.title })}
      rows={rows}
      columns={columns}
      rowId={(row) => row.key}
      selected={picked}
      onActive={(row) => row && onPick(row)}
      empty={<EmptyState icon={IconAlertTriangle} title={t('No rows')} text={t('The file has nothing to show under this filter.')} />}
    />
  );
}

const ACTION: DataColumn<ImportRow> = {
  id: 'action',
  header: t('Result'),
  width: 88,
  grow: 0,
  cell: ({ row }) => (
    <span className={classes.action} data-action={row.action}>
      {row.action === 'problem' ? t('Left out') : ACTION_NAMES[row.action]}
    </span>
  ),
  data: ({ row }) => (row.action === 'problem' ? t('Left out') : ACTION_NAMES[row.action]),
  sortBy: ({ row }) => row.action,
};

function tableColumns(nameOf: NameOf): readonly DataColumn<ImportRow>[] {
  return [
    { id: 'line', header: t('Line'), width: 64, grow: 0, align: 'end', cell: ({ row }) => row.line, sortBy: ({ row }) => row.line },
    ACTION,
    { id: 'title', header: t('Record'), width: 160, cell: ({ row }) => row.title, sortBy: ({ row }) => row.title },
    {
      id: 'changes',
      header: t('What happens'),
      width: 200,
      grow: 2,
      cell: (row) => <Happens row={row} nameOf={nameOf} />,
      data: (row) => happensText(row, nameOf),
    },
  ];
}

function mailColumns(nameOf: NameOf, deals: ImportChoices['deals']): readonly DataColumn<ImportRow>[] {
  return [
    ACTION,
    { id: 'title', header: t('Subject'), width: 150, grow: 2, cell: (row) => <Subject row={row} />, sortBy: ({ row }) => row.title },
    { id: 'from', header: t('From'), width: 105, cell: ({ mail }) => senderOf(mail), sortBy: ({ mail }) => senderOf(mail) },
    {
      id: 'at',
      header: t('Sent'),
      width: 110,
      grow: 0,
      align: 'end',
      cell: ({ mail }) => (mail?.mail.at ? dateText(mail.mail.at.slice(0, 10)) : ''),
      sortBy: ({ mail }) => mail?.mail.at,
    },
    {
      id: 'deal',
      header: t('Deal'),
      width: 120,
      cell: (row) => <FiledUnder row={row} chosen={deals[row.file]} nameOf={nameOf} />,
      data: ({ file }) => deals[file] && nameOf(deals[file]),
      sortBy: ({ file }) => deals[file],
    },
  ];
}

function Subject({ row: { row, follows } }: { readonly row: ImportRow }) {
  return (
    <span title={row.problems[0]?.reason}>
      {follows ? <IconCornerDownRight size={13} aria-label={t('Same conversation')} className={classes.follows} /> : null}
      {row.problems.length > 0 ? <IconAlertTriangle size={13} aria-label={t('Worth a look')} className={classes.problem} /> : null}{' '}
      {row.title}
    </span>
  );
}

interface FiledUnderProps {
  readonly row: ImportRow;
  readonly chosen: string | undefined;
  readonly nameOf: NameOf;
}

/** The deal that was chosen; until then the best suggestion, as a question. */
function FiledUnder({ row: { row, mail }, chosen, nameOf }: FiledUnderProps) {
  if (chosen) return nameOf(chosen);
  const suggested = row.action === 'create' ? mail?.suggestions[0] : undefined;
  return suggested ? <span className={classes.note}>{nameOf(suggested.deal)}?</span> : null;
}

function senderOf(mail: ImportRow['mail']): string | undefined {
  const sender = mail?.mail.from[0];
  return sender?.name || sender?.address;
}

/** A problem says so before the changes do. */
function Happens({ row: { row }, nameOf }: { readonly row: ImportRow; readonly nameOf: NameOf }) {
  const [problem] = row.problems;
  const words = happensText({ row }, nameOf);
  return (
    <span title={words}>
      {problem ? (
        <span className={classes.problem}>
          <IconAlertTriangle size={13} aria-label={t('Problem')} /> {problem.reason}
        </span>
      ) : (
        words
      )}
    </span>
  );
}

const happensText = ({ row }: Pick<ImportRow, 'row'>, nameOf: NameOf): string =>
  row.problems[0]?.reason ??
  tellingChanges(row)
    .map((change) => changeText(row.type, change, nameOf))
    .join(' · ');
