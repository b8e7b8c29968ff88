import { Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { instantOfAt } from '#shared/ledger/clock';
import type { Id } from '#shared/records/define-record';
import { InstantText } from '../../components/InstantText';
import { PersonName } from '../../components/PersonName';
import { SectionCard } from '../../components/SectionCard';
import { useChanges, useWorkspace } from '../../data/live';
import type { Group } from '../../data/workspace';
import classes from './PastImports.module.css';
import { UndoImportButton } from './UndoImportButton';
import { t } from '#shared/values/texts';

/** What was imported before, newest first, each to be taken back as a whole. Nothing while there is none. */
export function PastImports() {
  const [imports, reload] = usePastImports();
  if (imports.length === 0) return null;
  return (
    <SectionCard title={t('Imported before')} flush>
      <ul className={classes.imports}>
        {imports.map((group) => (
          <li key={group.id} className={classes.import} data-undone={group.undone || undefined}>
            <span>{group.label}</span>
            <Text span size="xs" c="dimmed">
              <PersonName id={group.by as Id<'person'>} /> · <InstantText value={instantOfAt(group.at)} />
            </Text>
            {group.undone ? (
              <Text span size="xs" c="dimmed">
                {t('Taken back')}
              </Text>
            ) : (
              <UndoImportButton steps={[group.id]} size="compact-sm" onUndone={() => void reload()}>
                {t('Undo')}
              </UndoImportButton>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function usePastImports(): readonly [readonly Group[], () => Promise<void>] {
  const workspace = useWorkspace();
  const [imports, setImports] = useState<readonly Group[]>([]);
  const reload = useCallback(async () => {
    const groups = await workspace.groups();
    setImports(groups.filter(({ act }) => act.startsWith('import.')));
  }, [workspace]);
  useEffect(() => void reload(), [reload]);
  useChanges(() => void reload());
  return [imports, reload];
}
