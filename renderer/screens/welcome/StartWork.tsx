import { Button, Group, Progress as ProgressBar, Stack, Text, Title } from '@mantine/core';
import type { Progress } from '../../data/workspace';
import { numberText } from '../../components/text-of';
import classes from './WelcomeScreen.module.css';

interface StartWorkProps {
  readonly title: string;
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
}

/** A workspace being made or read: how far it is, and the way out. */
export function StartWork({ title, progress, onCancel }: StartWorkProps) {
  const percent = progress && progress.total > 0 ? (100 * progress.done) / progress.total : undefined;
  return (
    <div className={classes.card} role="status">
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <ProgressBar value={percent ?? 100} animated={percent === undefined} aria-label={title} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" className="num">
            {progress ? `${numberText(progress.done)} of ${numberText(progress.total)}` : 'Getting ready'}
          </Text>
          <Button variant="default" size="xs" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
