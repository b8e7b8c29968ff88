import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { PRE_SALE_TICKETS } from '#shared/records/ticket';
import { deliverablesFor } from '#shared/ticket/deliverable';
import { OWNER_ROLES, type TemplateLine } from '#shared/ticket/template';
import { sentence } from '../../components/FieldValue';
import classes from './TemplateLineEditor.module.css';
import { t } from '#shared/values/texts';

interface TemplateLineEditorProps {
  readonly line: TemplateLine;
  /** From 1, for screen readers. */
  readonly place: number;
  readonly onChange: (line: TemplateLine) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
}

const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: sentence(word) }));
const KINDS = options(PRE_SALE_TICKETS);
const ROLES = options(OWNER_ROLES);

/** One line of a template: what is to be done, by whom, by when, and what it delivers. */
export function TemplateLineEditor({ line, place, onChange, onRemove, onUp }: TemplateLineEditorProps) {
  const { detail: _detail, ...bare } = line;
  return (
    <div className={classes.line} role="listitem" aria-label={t('Line {{place}}', { place })}>
      <TextInput
        className={classes.title ?? ''}
        size="xs"
        aria-label={t('What is to be done')}
        placeholder={t('What is to be done')}
        value={line.title}
        onChange={(event) => onChange({ ...line, title: event.currentTarget.value })}
      />
      <span className={classes.tools}>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={t('Move up')} disabled={!onUp} onClick={onUp}>
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={t('Remove the line')} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </span>
      <TextInput
        className={classes.detail ?? ''}
        size="xs"
        aria-label={t('Detail')}
        placeholder={t('Detail')}
        value={line.detail ?? ''}
        onChange={(event) => onChange(event.currentTarget.value ? { ...line, detail: event.currentTarget.value } : bare)}
      />
      <LineFacts line={line} onChange={onChange} />
    </div>
  );
}

function LineFacts({ line, onChange }: Pick<TemplateLineEditorProps, 'line' | 'onChange'>) {
  const pick = <K extends keyof TemplateLine>(field: K, value: string | null): void => {
    if (value) onChange({ ...line, [field]: value });
  };
  const { estimateHours: _hours, ...unestimated } = line;
  return (
    <div className={classes.facts}>
      <Select size="xs" label={t('Kind')} allowDeselect={false} data={KINDS} value={line.kind} onChange={(next) => pick('kind', next)} />
      <Select size="xs" label={t('Owner')} allowDeselect={false} data={ROLES} value={line.role} onChange={(next) => pick('role', next)} />
      <NumberInput
        size="xs"
        label={t('Due after')}
        suffix=" days"
        min={0}
        max={999}
        allowDecimal={false}
        value={line.day}
        onChange={(next) => onChange({ ...line, day: typeof next === 'number' ? next : 0 })}
      />
      <NumberInput
        size="xs"
        label={t('Estimate')}
        suffix=" h"
        min={0}
        value={line.estimateHours ?? ''}
        onChange={(next) => onChange(typeof next === 'number' ? { ...line, estimateHours: next } : unestimated)}
      />
      <Select
        size="xs"
        label={t('To deliver')}
        clearable
        data={options(deliverablesFor(line.kind))}
        value={line.expects ?? null}
        onChange={(next) => {
          const { expects: _expects, ...free } = line;
          onChange(next ? ({ ...line, expects: next } as TemplateLine) : free);
        }}
      />
    </div>
  );
}
