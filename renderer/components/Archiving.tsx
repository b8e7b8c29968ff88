import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type AnyRecord, definitionOf, typeOf } from '#shared/records/registry';
import classes from './Archiving.module.css';
import { useArchive } from './use-archive';
import { t } from '#shared/values/texts';

/** "More" for a record: what else can be done with it, put it away, or bring it back. */
export function ArchiveMenu({ record, children }: { readonly record: AnyRecord; readonly children?: ReactNode }) {
  const { archive, restore } = useArchive();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('More')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        {record.archived ? (
          <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => void restore(record)}>
            {t('Restore')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(record)}>
            {t('Archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Says on its own screen that a record is archived. Nothing for one that is not. */
export function ArchivedNotice({ record }: { readonly record: AnyRecord }) {
  const { restore } = useArchive();
  if (!record.archived) return null;
  return (
    <div className={classes.notice} role="status">
      <Text size="sm">{t('This {{record}} is archived: it is left out of lists, and its history stays.', { record: nounOf(record) })}</Text>
      <Button size="compact-sm" variant="default" onClick={() => void restore(record)}>
        {t('Restore')}
      </Button>
    </div>
  );
}

function nounOf(record: AnyRecord): string {
  const type = typeOf(record.id);
  return type ? definitionOf(type).label.toLowerCase() : 'record';
}
