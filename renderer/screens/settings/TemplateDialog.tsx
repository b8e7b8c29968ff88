import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Command } from '#shared/ledger/command';
import type { TemplateLine, TicketTemplate } from '#shared/ticket/template';
import { putTemplateAway, resetTemplate, saveTemplate, type KnownTemplate } from '#shared/ticket/template-settings';
import { bodyOfId } from '#shared/values/id';
import type { Result } from '#shared/values/result';
import { FormProblem } from '../../components/FormProblem';
import { useCommit, useWorkspace } from '../../data/live';
import { TemplateLineEditor } from './TemplateLineEditor';
import { t } from '#shared/values/texts';

interface TemplateDialogProps {
  readonly template: TicketTemplate;
  readonly origin: KnownTemplate['origin'] | 'new';
  readonly onClose: () => void;
}

const DAYS_BETWEEN = 7;

/** A template, line by line; nothing is kept until it is saved. */
export function TemplateDialog({ template, origin, onClose }: TemplateDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const [draft, setDraft] = useState(template);
  const [problem, setProblem] = useState<string>();
  const finish = async (command: Command | Result<Command, { readonly message: string }>): Promise<void> => {
    if ('ok' in command && !command.ok) setProblem(command.error.message);
    else if (await commit(command)) onClose();
  };
  const putLines = (lines: readonly TemplateLine[]): void => setDraft((was) => ({ ...was, lines }));
  const addLine = (): void => putLines([...draft.lines, newLine(bodyOfId(workspace.newId('ticket')), draft.lines.at(-1))]);
  return (
    <Modal opened onClose={onClose} title={origin === 'new' ? t('New template') : t('Edit the template')} size={980}>
      <Stack gap="md">
        <Group grow>
          <TextInput
            label={t('Name')}
            data-autofocus
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('For which deals')}
            value={draft.about ?? ''}
            onChange={(event) => setDraft({ ...draft, about: event.currentTarget.value })}
          />
        </Group>
        <Stack gap="xs" role="list" aria-label={t('Lines of the template')}>
          {draft.lines.map((line, at) => (
            <TemplateLineEditor
              key={line.key}
              line={line}
              place={at + 1}
              onChange={(next) => putLines(draft.lines.with(at, next))}
              onRemove={() => putLines(draft.lines.filter((other) => other !== line))}
              onUp={at > 0 ? () => putLines(swapped(draft.lines, at - 1)) : undefined}
            />
          ))}
        </Stack>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }} onClick={addLine}>
          {t('Add a line')}
        </Button>
        <FormProblem message={problem} />
        <TemplateActs
          origin={origin}
          onReset={() => void finish(resetTemplate(template.id, workspace.records))}
          onPutAway={() => void finish(putTemplateAway(template, workspace.records))}
          onCancel={onClose}
          onSave={() => void finish(saveTemplate(draft, workspace.records))}
        />
      </Stack>
    </Modal>
  );
}

interface TemplateActsProps {
  readonly origin: TemplateDialogProps['origin'];
  readonly onReset: () => void;
  readonly onPutAway: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

function TemplateActs({ origin, onReset, onPutAway, onCancel, onSave }: TemplateActsProps) {
  return (
    <Group justify="space-between">
      <Group gap="xs">
        {origin === 'changed' ? (
          <Button variant="default" onClick={onReset}>
            {t('Go back to the original')}
          </Button>
        ) : null}
        {origin === 'new' ? null : (
          <Button variant="default" onClick={onPutAway}>
            {origin === 'own' ? t('Remove') : t('Put away')}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button onClick={onSave}>{t('Save')}</Button>
      </Group>
    </Group>
  );
}

/** The next line of work: of the same kind as the one before, a week later. */
function newLine(key: string, last: TemplateLine | undefined): TemplateLine {
  return {
    key,
    kind: last?.kind ?? 'information gathering',
    title: '',
    role: last?.role ?? 'pre-sales lead',
    day: (last?.day ?? 0) + DAYS_BETWEEN,
  };
}

/** The lines with the one at `at` and the next in each other's place. */
function swapped(lines: readonly TemplateLine[], at: number): readonly TemplateLine[] {
  const [first, second] = [lines[at], lines[at + 1]];
  return first && second ? lines.with(at, second).with(at + 1, first) : lines;
}
