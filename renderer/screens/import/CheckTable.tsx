import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { instantText } from '../../components/text-of';
import classes from './CheckStage.module.css';
import type { ImportGroup, ImportRow } from './import-groups';
import { changeText, type NameOf } from './planned-text';
import { ACTION_NAMES } from './row-action';

interface CheckTableProps {
  readonly group: ImportGroup;
  readonly rows: readonly ImportRow[];
  readonly picked: string | undefined;
  readonly nameOf: NameOf;
  readonly onPick: (row: ImportRow) => void;
}

/** The rows of a group; the one picked is shown beside it. */
export function CheckTable({ group, rows, nameOf, onPick }: CheckTableProps) {
  const columns = useMemo(() => (group.kind === 'mail' ? mailColumns(nameOf) : tableColumns(nameOf)), [group.kind, nameOf]);
  return (
    <DataTable
      label={`Rows of ${group.title}`}
      rows={rows}
      columns={columns}
      rowId={(row) => row.key}
      onOpen={onPick}
      empty={<EmptyState icon={IconAlertTriangle} title="No rows" text="The file has nothing to show under this filter." />}
    />
  );
}

const ACTION: DataColumn<ImportRow> = {
  id: 'action',
  header: 'Result',
  width: 104,
  grow: 0,
  cell: ({ row }) => (
    <span className={classes.action} data-action={row.action}>
      {row.action === 'problem' ? 'Left out' : ACTION_NAMES[row.action]}
    </span>
  ),
  sortBy: ({ row }) => row.action,
};

function tableColumns(nameOf: NameOf): readonly DataColumn<ImportRow>[] {
  return [
    { id: 'line', header: 'Line', width: 64, grow: 0, align: 'end', cell: ({ row }) => row.line, sortBy: ({ row }) => row.line },
    ACTION,
    { id: 'title', header: 'Record', width: 160, cell: ({ row }) => row.title, sortBy: ({ row }) => row.title },
    { id: 'changes', header: 'What happens', width: 200, grow: 2, cell: (row) => <Happens row={row} nameOf={nameOf} /> },
  ];
}

function mailColumns(nameOf: NameOf): readonly DataColumn<ImportRow>[] {
  return [
    ACTION,
    { id: 'title', header: 'Subject', width: 180, grow: 2, cell: ({ row }) => row.title, sortBy: ({ row }) => row.title },
    { id: 'from', header: 'From', width: 140, cell: ({ mail }) => senderOf(mail), sortBy: ({ mail }) => senderOf(mail) },
    {
      id: 'at',
      header: 'Sent',
      width: 160,
      grow: 0,
      align: 'end',
      cell: ({ mail }) => (mail?.mail.at ? instantText(mail.mail.at) : ''),
      sortBy: ({ mail }) => mail?.mail.at,
    },
    {
      id: 'changes',
      header: 'Notes',
      width: 120,
      cell: (row) => (row.row.problems.length > 0 ? <Happens row={row} nameOf={nameOf} /> : null),
    },
  ];
}

function senderOf(mail: ImportRow['mail']): string | undefined {
  const sender = mail?.mail.from[0];
  return sender?.name || sender?.address;
}

/** A problem says so before the changes do. */
function Happens({ row: { row }, nameOf }: { readonly row: ImportRow; readonly nameOf: NameOf }) {
  const [problem] = row.problems;
  const changes = row.changes.map((change) => changeText(row.type, change, nameOf)).join(' · ');
  return (
    <span title={problem?.reason ?? changes}>
      {problem ? (
        <span className={classes.problem}>
          <IconAlertTriangle size={13} aria-label="Problem" /> {problem.reason}
        </span>
      ) : (
        changes
      )}
    </span>
  );
}
