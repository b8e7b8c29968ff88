import { Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** What a list shows when it has nothing: why, and the next step. */
export function EmptyState({ icon: Symbol, title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} className={classes.empty}>
      <span className={classes.icon}>
        <Symbol size={26} stroke={1.5} aria-hidden />
      </span>
      <Title order={2} mt={6}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={420} ta="center">
        {text}
      </Text>
      {action ? <div className={classes.action}>{action}</div> : null}
    </Stack>
  );
}
