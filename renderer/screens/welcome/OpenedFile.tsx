import { Alert, Button, Group, Text } from '@mantine/core';
import { IconFileSymlink } from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import { useFromOutside } from '../../ui-state/from-outside';
import type { Start } from './use-start';

/** A file that was opened outside of the app while no workspace is open: nothing happens to it unasked. */
export function OpenedFile({ start, hasOthers }: { readonly start: Start; readonly hasOthers: boolean }) {
  const { file, fileSettled } = useFromOutside();
  if (!file) return null;
  const openAlone = (): void => {
    fileSettled();
    void start.openGiven(file);
  };
  return (
    <Alert icon={<IconFileSymlink size={18} />} title={t('{{name}} is a workspace file', { name: file.name })}>
      <Text size="sm">
        {hasOthers
          ? t('Open the workspace that it is to be read into, or open it on its own.')
          : t('It becomes a workspace of its own on this computer.')}
      </Text>
      <Group gap="xs" mt="sm">
        <Button onClick={openAlone}>{t('Open on its own')}</Button>
        <Button variant="default" onClick={fileSettled}>
          {t('Not now')}
        </Button>
      </Group>
    </Alert>
  );
}
