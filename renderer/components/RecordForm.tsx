import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Field } from '#shared/records/define-record';
import { type FieldProblem, parseField, type Values } from '#shared/records/parse';
import { definitionOf, type FieldOf, type RecordType } from '#shared/records/registry';
import { FieldInput } from './FieldInput';
import classes from './RecordForm.module.css';
import { t } from '#shared/values/texts';

export interface RecordFormProps<T extends RecordType> {
  readonly type: T;
  /** Which fields, in this order. */
  readonly fields: readonly FieldOf<T>[];
  readonly initial?: Values<T>;
  readonly submitLabel?: string;
  /** Fields that must be filled in here although the record itself does without them. */
  readonly needed?: readonly FieldOf<T>[];
  /** Records offered by a reference, by field. */
  readonly within?: { readonly [F in FieldOf<T>]?: (record: { readonly id: string }) => boolean };
  /** Gets parsed values. Resolves to false where it did not go in: the form stays. */
  readonly onSubmit: (values: Values<T>) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** A form made of a noun's declaration; problems stand beside their fields. */
export function RecordForm<T extends RecordType>(props: RecordFormProps<T>) {
  const { type, fields, initial, submitLabel = t('Save'), onSubmit, onCancel } = props;
  const declared = definitionOf(type).fields;
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>({ ...initial });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { values, problems: found } = parseDraft(props, draft);
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    await onSubmit(values);
    setBusy(false);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <div className={classes.fields} data-columns={fields.length > ONE_COLUMN ? 2 : 1}>
          {fields.map((field, at) => {
            const declaration = declared[field];
            const only = props.within?.[field];
            return declaration ? (
              <div key={field} className={classes.field} data-wide={at === 0 || isLong(declaration) || undefined}>
                <FieldInput
                  field={declaration}
                  autoFocus={at === 0}
                  required={isNeeded(props, field)}
                  value={draft[field]}
                  error={problems.find((problem) => problem.field === field)?.message}
                  {...(only ? { within: only } : {})}
                  onChange={(value) => setDraft((was) => ({ ...was, [field]: value }))}
                />
              </div>
            ) : null;
          })}
        </div>
        <Group justify="flex-end" gap="xs" mt="xs">
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t('Cancel')}
            </Button>
          ) : null}
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Longer forms stand in two columns; their first field and long texts take both. */
const ONE_COLUMN = 5;

function isLong(field: Field): boolean {
  return (field.kind === 'text' && field.multiline === true) || field.kind === 'members' || field.kind === 'tags';
}

function isNeeded<T extends RecordType>({ type, needed }: RecordFormProps<T>, field: FieldOf<T>): boolean {
  return definitionOf(type).fields[field]?.required === true || (needed?.includes(field) ?? false);
}

/** Every field of the form through the door of its declaration. Values the form does not show are kept as given. */
function parseDraft<T extends RecordType>(
  props: RecordFormProps<T>,
  draft: Readonly<Record<string, unknown>>,
): { readonly values: Values<T>; readonly problems: readonly FieldProblem[] } {
  const values: Record<string, unknown> = { ...draft };
  const problems: FieldProblem[] = [];
  for (const field of props.fields) {
    const parsed = parseField(props.type, field, draft[field] ?? null);
    const label = definitionOf(props.type).fields[field]?.label ?? field;
    if (!parsed.ok) problems.push(parsed.error);
    else if (parsed.value === null && isNeeded(props, field))
      problems.push({ field, label, message: t('{{label}} must not be empty', { label }) });
    else values[field] = parsed.value ?? undefined;
  }
  return { values: values as Values<T>, problems };
}
