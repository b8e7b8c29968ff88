import { Tabs } from '@mantine/core';
import { numberText } from '../../components/text-of';
import type { ImportGroup } from './import-groups';
import { t } from '#shared/values/texts';

interface GroupTabsProps {
  readonly groups: readonly ImportGroup[];
  readonly current: string;
  readonly onPick: (key: string) => void;
}

/** A tab for each table and one for all mail. */
export function GroupTabs({ groups, current, onPick }: GroupTabsProps) {
  return (
    <Tabs value={current} onChange={(key) => key !== null && onPick(key)} variant="default">
      <Tabs.List aria-label={t('Files')}>
        {groups.map((group) => (
          <Tabs.Tab key={group.key} value={group.key} title={group.title}>
            {group.label}{' '}
            <span style={{ color: 'var(--mantine-color-dimmed)' }} className="num">
              {numberText(group.rows.length)}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
