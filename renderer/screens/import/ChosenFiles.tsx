import { ActionIcon, Button, Select } from '@mantine/core';
import { IconCalendarEvent, IconCornerDownRight, IconFileUnknown, IconMail, IconTable, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilePlan, ImportFile, ImportPlan } from '#shared/exchange/import-plan';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import classes from './FilesStage.module.css';
import { isCalendar, isMail } from './import-groups';
import { t } from '#shared/values/texts';

interface ChosenFilesProps {
  readonly files: readonly ImportFile[];
  /** Absent until the files have been read. */
  readonly plan: ImportPlan | undefined;
  readonly onRemove: (name: string) => void;
  /** What a table, or one sheet of a workbook, is brought in as; '' leaves it out. */
  readonly onHolds: (file: string, holds: string) => void;
}

const SHOWN = 12;

/** What cannot be read first, then tables, then mail. */
function rank(plan: FilePlan | undefined): number {
  if (!plan || plan.source === 'unknown') return 0;
  return isMail(plan) ? 2 : 1;
}

/** The chosen files, and what each of them turned out to be. */
export function ChosenFiles({ files, plan, onRemove, onHolds }: ChosenFilesProps) {
  const [all, setAll] = useState(false);
  const plansOf = byChosenFile(plan?.files ?? []);
  const rankOf = ({ name }: ImportFile) => Math.min(...(plansOf.get(name) ?? [undefined]).map(rank));
  const inOrder = files.toSorted((a, b) => rankOf(a) - rankOf(b));
  const shown = all ? inOrder : inOrder.slice(0, SHOWN);
  return (
    <SectionCard title={files.length === 1 ? t('1 file') : t('{{length}} files', { length: numberText(files.length) })} flush>
      <ul className={classes.files}>
        {shown.map(({ name }) => (
          <ChosenFile key={name} name={name} plans={plansOf.get(name) ?? []} onRemove={() => onRemove(name)} onHolds={onHolds} />
        ))}
      </ul>
      {shown.length < inOrder.length ? (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setAll(true)}>
          {t('Show {{numberText}} more', { numberText: numberText(inOrder.length - shown.length) })}
        </Button>
      ) : null}
    </SectionCard>
  );
}

/** The sheets of a workbook under the file that was chosen. */
function byChosenFile(plans: readonly FilePlan[]): ReadonlyMap<string, readonly FilePlan[]> {
  const found = new Map<string, FilePlan[]>();
  for (const plan of plans) {
    const name = plan.book ?? plan.file;
    found.set(name, [...(found.get(name) ?? []), plan]);
  }
  return found;
}

interface ChosenFileProps {
  readonly name: string;
  /** Of a workbook one for each of its sheets. */
  readonly plans: readonly FilePlan[];
  readonly onRemove: () => void;
  readonly onHolds: (file: string, holds: string) => void;
}

function ChosenFile({ name, plans, onRemove, onHolds }: ChosenFileProps) {
  const [first] = plans;
  const sheets = first?.book === undefined ? [] : plans;
  return (
    <>
      <li className={classes.file}>
        <FileSymbol plans={plans} />
        <span className={classes.name} title={name}>
          {name}
          {first && sheets.length === 0 ? <Refusal plan={first} /> : null}
        </span>
        {first && sheets.length === 0 ? <Holds plan={first} onHolds={onHolds} /> : <span>{sheetsText(sheets.length)}</span>}
        <span className={classes.rows}>{first && sheets.length === 0 ? rowsText(first) : ''}</span>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('Take {{name}} away', { name })} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </li>
      {sheets.map((plan) => (
        <li key={plan.file} className={classes.file} data-sheet>
          <IconCornerDownRight size={16} stroke={1.5} aria-hidden />
          <span className={classes.name} title={plan.file}>
            {plan.file.slice((plan.book ?? '').length).replace(/^ › /, '')}
            <Refusal plan={plan} />
          </span>
          <Holds plan={plan} onHolds={onHolds} />
          <span className={classes.rows}>{rowsText(plan)}</span>
          <span />
        </li>
      ))}
    </>
  );
}

function FileSymbol({ plans }: { readonly plans: readonly FilePlan[] }) {
  const refused = plans.length > 0 && plans.every((plan) => plan.source === 'unknown' && plan.holds === undefined);
  const [first] = plans;
  const Symbol = !first || refused ? IconFileUnknown : isMail(first) ? IconMail : isCalendar(first) ? IconCalendarEvent : IconTable;
  return <Symbol size={18} stroke={1.5} aria-hidden color={refused ? 'var(--tl-red)' : undefined} />;
}

const sheetsText = (count: number): string => (count === 0 ? '' : t('{{number}} sheets', { number: count }));

/** Why a file stays out as a whole; for a table of no known system, what to do about it. */
function Refusal({ plan }: { readonly plan: FilePlan }) {
  if (plan.source !== 'unknown') return null;
  if (plan.holds && !isKnown(plan)) return <span className={classes.hint}>{ASK}</span>;
  return <span className={classes.refused}>{plan.problems[0]?.reason ?? plan.label}</span>;
}

const ASK = t('No system that is known here: say what its rows are, and its columns can be given their uses.');
const isKnown = ({ holds }: FilePlan): boolean => holds?.options.some(({ value }) => value === 'auto') ?? false;

/** What a table is brought in as; a sheet nobody wants stays out. */
function Holds({ plan, onHolds }: { readonly plan: FilePlan; readonly onHolds: ChosenFileProps['onHolds'] }) {
  if (!plan.holds) return <span>{plan.source === 'unknown' ? t('Stays out') : plan.label}</span>;
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t('What {{file}} holds', { file: plan.file })}
      data={[...plan.holds.options, { value: '', label: t('Stays out') }]}
      value={plan.holds.value}
      allowDeselect={false}
      onChange={(holds) => holds !== null && onHolds(plan.file, holds)}
    />
  );
}

function rowsText(plan: FilePlan): string {
  if (plan.source === 'unknown') return '';
  const noun = isMail(plan) ? ['message', 'messages'] : isCalendar(plan) ? ['meeting', 'meetings'] : ['row', 'rows'];
  return `${numberText(plan.rows.length)} ${plan.rows.length === 1 ? noun[0] : noun[1]}`;
}
