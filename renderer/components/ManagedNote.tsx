import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import classes from './ManagedNote.module.css';

/** Beside a value that the organisation has decided: why it cannot be changed here. */
export const ManagedNote = () => (
  <Text component="span" size="xs" c="dimmed" className={classes.note ?? ''}>
    <IconLock size={14} stroke={1.75} aria-hidden />
    {t('Set by your organisation')}
  </Text>
);
