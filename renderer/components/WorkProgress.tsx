import { Button, Group, Progress as ProgressBar, Text } from '@mantine/core';
import type { Progress } from '../data/workspace';
import { numberText } from './text-of';
import { t } from '#shared/values/texts';

interface WorkProgressProps {
  /** What is being done, for screen readers. */
  readonly label: string;
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
}

/** How far a long piece of work is, and the way out of it. */
export function WorkProgress({ label, progress, onCancel }: WorkProgressProps) {
  const percent = progress && progress.total > 0 ? (100 * progress.done) / progress.total : undefined;
  return (
    <div role="status" aria-label={label}>
      <ProgressBar value={percent ?? 100} animated={percent === undefined} aria-label={label} size="sm" />
      <Group justify="space-between" mt={8}>
        <Text size="sm" c="dimmed" className="num">
          {progress
            ? t('{{done}} of {{total}}', { done: numberText(progress.done), total: numberText(progress.total) })
            : t('Getting ready')}
        </Text>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </Group>
    </div>
  );
}
