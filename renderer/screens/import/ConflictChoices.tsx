import { Radio, Stack, Text } from '@mantine/core';
import type { CheckDetailProps } from './check-detail';
import classes from './CheckStage.module.css';
import { plannedText } from './planned-text';
import { t } from '#shared/values/texts';

/** Fields that were changed by hand and in the file since the last import: each waits for a choice, ours stays until then. */
export function ConflictChoices({ row: { row }, choices, nameOf, onChoose }: CheckDetailProps) {
  return (
    <section className={classes.part}>
      <h3>{t('Changed here and in the file')}</h3>
      <Stack gap="md">
        {row.conflicts.map((conflict) => (
          <Radio.Group
            key={conflict.id}
            label={conflict.label}
            description={
              conflict.base === undefined
                ? undefined
                : t('The last import brought {{type}}.', { type: plannedText(row.type, conflict.field, conflict.base, nameOf) })
            }
            value={choices.conflicts[conflict.id] ?? conflict.choice ?? null}
            onChange={(choice) => onChoose({ conflicts: { ...choices.conflicts, [conflict.id]: choice } })}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="ours"
                label={t('Keep ours: {{type}}', { type: plannedText(row.type, conflict.field, conflict.ours, nameOf) })}
              />
              <Radio
                value="file"
                label={t('Take the file’s: {{type}}', { type: plannedText(row.type, conflict.field, conflict.file, nameOf) })}
              />
            </Stack>
          </Radio.Group>
        ))}
        <Text size="xs" c="dimmed">
          {t('Without a choice ours stays, and the next import asks again.')}
        </Text>
      </Stack>
    </section>
  );
}
