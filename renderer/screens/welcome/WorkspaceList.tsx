import { ActionIcon, Badge, Group, Loader, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { AgeText } from '../../components/AgeText';
import { useRemovals } from '../../components/use-removals';
import { hostOf } from '../../components/server-link';
import type { WorkspaceInfo } from '../../data/workspace';
import classes from './WelcomeScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface WorkspaceListProps {
  readonly workspaces: readonly WorkspaceInfo[];
  readonly opening: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The workspaces on this computer, the last one used first. */
export function WorkspaceList({ workspaces, opening, onOpen }: WorkspaceListProps) {
  const { going, remove } = useRemovals();
  const kept = workspaces.filter(({ id }) => !going.some((removal) => removal.id === id));
  if (kept.length === 0) return null;
  return (
    <section aria-label={t('Workspaces on this computer')}>
      <h2 className={classes.heading}>{t('On this computer')}</h2>
      <div className={classes.list}>
        {kept.map((info) => (
          <div key={info.id} className={classes.workspace}>
            <UnstyledButton className={classes.open} onClick={() => onOpen(info.id)} disabled={opening !== undefined}>
              <div>
                <Group gap="xs">
                  <Text fw={600}>{info.name}</Text>
                  {info.sample ? (
                    <Badge size="xs" variant="light" tt="none">
                      {t('Sample')}
                    </Badge>
                  ) : null}
                </Group>
                <Text size="xs" c="dimmed">
                  <Sentence
                    text="<value/>Opened <age/>"
                    parts={{
                      value: info.link ? t('Shared on {{url}} · ', { url: hostOf(info.link.url) }) : null,
                      age: <AgeText value={info.openedAt} />,
                    }}
                  />
                </Text>
              </div>
            </UnstyledButton>
            {opening === info.id ? <Loader size="xs" aria-label={t('Opening {{name}}', { name: info.name })} /> : null}
            {info.link ? null : (
              <Tooltip label={info.sample ? t('Remove the sample firm') : t('Remove from this computer')}>
                <ActionIcon
                  size={30}
                  variant="subtle"
                  color="gray"
                  aria-label={t('Remove {{name}}', { name: info.name })}
                  onClick={() => remove(info)}
                >
                  <IconTrash size={16} stroke={1.75} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
