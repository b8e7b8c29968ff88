import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { definitionOf, type RecordType } from '#shared/records/registry';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { Page } from '../../components/Page';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import type { ImportRow } from './import-groups';
import type { Outcome } from './import-state';
import { broughtIn, broughtByType, type Brought } from './outcome';
import classes from './OutcomeView.module.css';
import { ACTION_NAMES } from './row-action';
import { UndoImportButton } from './UndoImportButton';
import { t } from '#shared/values/texts';

interface OutcomeViewProps {
  readonly outcome: Outcome;
  readonly onAgain: () => void;
}

/** What came in, with the way to each of it, and one way back for all of it. */
export function OutcomeView({ outcome, onAgain }: OutcomeViewProps) {
  const rows = useMemo(() => broughtIn(outcome.plan), [outcome.plan]);
  const byType = useMemo(() => broughtByType(outcome.plan), [outcome.plan]);
  return (
    <Page
      title={t('Import')}
      subtitle={t('Done. One press takes all of it back, now or later.')}
      fill
      actions={
        <>
          <UndoImportButton steps={outcome.steps} leftSection={<IconArrowBackUp size={16} />} onUndone={onAgain}>
            {t('Undo this import')}
          </UndoImportButton>
          <Button onClick={onAgain}>{t('Import more')}</Button>
        </>
      }
    >
      <div className={classes.outcome}>
        <SectionCard>
          <Group gap="sm" role="status">
            <IconCircleCheck size={22} color="var(--tl-green)" aria-hidden />
            <Text fw={600}>{summaryOf(outcome)}</Text>
          </Group>
          <ul className={classes.types}>
            {byType.map((brought) => (
              <li key={brought.type}>
                <TypeLine brought={brought} />
              </li>
            ))}
          </ul>
        </SectionCard>
        <DataTable label={t('What came in')} rows={rows} columns={COLUMNS} rowId={(row) => row.key} />
      </div>
    </Page>
  );
}

const HOMES: Readonly<Partial<Record<RecordType, string>>> = {
  deal: '/pipeline',
  account: '/accounts',
  contact: '/contacts',
  person: '/settings/people',
  invoice: '/invoices',
  timeEntry: '/time',
  externalFigure: '/reconciliation',
};

function TypeLine({ brought: { type, created, updated } }: { readonly brought: Brought }) {
  const { label, plural } = definitionOf(type);
  const home = HOMES[type];
  const words = [
    created > 0
      ? t('{{created}} new {{toLowerCase}}', { created: numberText(created), toLowerCase: (created === 1 ? label : plural).toLowerCase() })
      : '',
    updated > 0
      ? t('{{updated}} changed {{toLowerCase}}', {
          updated: numberText(updated),
          toLowerCase: (updated === 1 ? label : plural).toLowerCase(),
        })
      : '',
  ]
    .filter(Boolean)
    .join(', ');
  return home ? <Link to={home}>{words}</Link> : words;
}

const COLUMNS: readonly DataColumn<ImportRow>[] = [
  { id: 'type', header: t('Kind'), width: 110, grow: 0, cell: ({ row }) => definitionOf(row.type).label, sortBy: ({ row }) => row.type },
  {
    id: 'title',
    header: t('Record'),
    width: 220,
    grow: 2,
    cell: ({ row }) => (row.record ? <RecordLink type={row.type} id={row.record} /> : row.title),
    sortBy: ({ row }) => row.title,
  },
  { id: 'result', header: t('Result'), width: 110, grow: 0, cell: ({ row }) => ACTION_NAMES[row.action], sortBy: ({ row }) => row.action },
  {
    id: 'file',
    header: t('From'),
    width: 200,
    cell: ({ file, row, mail }) => (mail ? file : t('{{file}}, line {{line}}', { file, line: row.line })),
    sortBy: ({ file }) => file,
  },
];

function summaryOf({ plan: { counts } }: Outcome): string {
  const parts = [
    [counts.create, 'new'],
    [counts.update, 'changed'],
    [counts.skip, 'unchanged'],
    [counts.conflict, t('left to decide')],
    [counts.problem, counts.problem === 1 ? 'problem' : 'problems'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${numberText(count)} ${word}`)
    .join(' · ');
}
