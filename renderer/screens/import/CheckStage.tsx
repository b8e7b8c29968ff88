import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ImportPlan } from '#shared/exchange/import-plan';
import { numberText } from '../../components/text-of';
import { CheckDetail } from './CheckDetail';
import classes from './CheckStage.module.css';
import { CheckTable } from './CheckTable';
import { MailAtOnce } from './MailAtOnce';
import { GroupTabs } from './GroupTabs';
import { bringsSomething, importGroups, type RowFilter, rowsWith, unreadable } from './import-groups';
import type { ImportSession } from './import-session';
import type { Preparing } from './import-state';
import { RowFilters } from './RowFilters';
import { useNameOf } from './use-name-of';
import { t } from '#shared/values/texts';

interface CheckStageProps {
  readonly state: Preparing;
  readonly plan: ImportPlan;
  readonly session: ImportSession;
}

/** The dry run: what every row would do, and what stands against it. */
export function CheckStage({ state, plan, session }: CheckStageProps) {
  const groups = useMemo(() => importGroups(plan), [plan]);
  const [wanted, setGroup] = useState<string>();
  const [filter, setFilter] = useState<RowFilter>('all');
  const [picked, setPicked] = useState<string>();
  const group = groups.find(({ key }) => key === wanted) ?? groups[0];
  const rows = useMemo(() => (group ? rowsWith(group.rows, filter) : []), [group, filter]);
  // The row in hand stays in hand when a decision takes it out of the filter.
  const row = group?.rows.find(({ key }) => key === picked) ?? rows[0];
  const nameOf = useNameOf(plan);
  if (!group) return null;

  return (
    <div className={classes.stage}>
      {state.problem ? (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert">
          {state.problem}
        </Alert>
      ) : null}
      {bringsSomething(plan) ? null : <NothingNew plan={plan} />}
      <Unreadable plan={plan} />
      <div className={classes.controls}>
        <GroupTabs
          groups={groups}
          current={group.key}
          onPick={(key) => {
            setGroup(key);
            setFilter('all');
          }}
        />
        <div className={classes.bar}>
          <RowFilters group={group} filter={filter} onFilter={setFilter} />
          {group.kind === 'mail' ? (
            <MailAtOnce rows={group.rows} choices={state.choices} onChoose={(change) => session.choose(change)} />
          ) : null}
        </div>
      </div>
      <div className={classes.split}>
        <CheckTable
          group={group}
          rows={rows}
          picked={row?.key}
          choices={state.choices}
          nameOf={nameOf}
          onPick={(next) => setPicked(next.key)}
        />
        {row ? (
          <CheckDetail
            key={row.key}
            row={row}
            rows={group.rows}
            choices={state.choices}
            nameOf={nameOf}
            onChoose={(change) => session.choose(change)}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Files that stay out as a whole; their reasons stand with the files. */
function Unreadable({ plan }: { readonly plan: ImportPlan }) {
  const files = unreadable(plan);
  if (files.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('{{value}} out: {{join}}.', {
        value: files.length === 1 ? t('One file stays') : t('{{length}} files stay', { length: numberText(files.length) }),
        join: files.map(({ file }) => file).join(', '),
      })}
    </Text>
  );
}

/** The plain answer to importing the same files again. */
function NothingNew({ plan }: { readonly plan: ImportPlan }) {
  const { skip, problem } = plan.counts;
  if (skip === 0) return null;
  return (
    <Alert color="teal" icon={<IconChecks size={18} />} role="status" title={t('Everything is already here')}>
      <Text size="sm">
        {t('{{skip}} {{value}} unchanged since the last import{{value2}}. Importing again would change nothing.', {
          skip: numberText(skip),
          value: skip === 1 ? t('row is') : t('rows are'),
          value2: problem > 0 ? `, ${numberText(problem)} ${problem === 1 ? t('problem remains') : t('problems remain')}` : '',
        })}
      </Text>
    </Alert>
  );
}
