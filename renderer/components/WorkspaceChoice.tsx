import { Group, Radio, Stack, Text } from '@mantine/core';
import type { Membership } from '#shared/hub/access';
import { t } from '#shared/values/texts';

interface WorkspaceChoiceProps {
  readonly memberships: readonly Membership[];
  readonly chosen: string;
  readonly onChoose: (workspace: string) => void;
}

/** Which of the workspaces on a server, where one belongs to several. */
export function WorkspaceChoice({ memberships, chosen, onChoose }: WorkspaceChoiceProps) {
  return (
    <Radio.Group label={t('You belong to several workspaces there. Which one?')} value={chosen} onChange={onChoose}>
      <Stack gap="xs" mt="xs">
        {memberships.map(({ workspace, roles }) => (
          <Radio
            key={workspace}
            value={workspace}
            label={
              <Group gap={8}>
                <Text size="sm" fw={550}>
                  {workspace}
                </Text>
                <Text size="sm" c="dimmed">
                  {roles.join(', ')}
                </Text>
              </Group>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
