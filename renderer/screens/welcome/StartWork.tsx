import { Stack, Title } from '@mantine/core';
import { WorkProgress } from '../../components/WorkProgress';
import type { Progress } from '../../data/workspace';
import classes from './WelcomeScreen.module.css';

interface StartWorkProps {
  readonly title: string;
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
}

/** A workspace being made or read. */
export function StartWork({ title, progress, onCancel }: StartWorkProps) {
  return (
    <div className={classes.card}>
      <Stack gap="md">
        <Title order={2}>{title}</Title>
        <WorkProgress label={title} progress={progress} onCancel={onCancel} />
      </Stack>
    </div>
  );
}
