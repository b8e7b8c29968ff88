import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import type { Field, MoneyValue } from '#shared/records/define-record';
import { DayInput } from './DayInput';
import { sentence } from './FieldValue';
import { MembersPicker } from './MembersPicker';
import { MoneyInput } from './MoneyInput';
import { RefPicker } from './RefPicker';

export interface FieldInputProps {
  readonly field: Field;
  readonly value: unknown;
  /** `null` clears. */
  readonly onChange: (value: unknown) => void;
  /** The field's own label when left out; with `''` only screen readers hear it. */
  readonly label?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  /** A list of choices shows itself without another press: where picking one is all there is to do. */
  readonly openAtOnce?: boolean;
  /** Only these records are offered: contacts of the deal's account, for example. */
  readonly within?: (record: { readonly id: string }) => boolean;
}

/** The control with which one declared field is filled in. The value is what a reader of that kind gets. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { field } = props;
  switch (field.kind) {
    case 'text':
      return <WordsInput {...props} multiline={field.multiline === true} />;
    case 'number':
    case 'money':
    case 'date':
    case 'instant':
      return <MeasureInput {...props} field={field} />;
    case 'choice':
    case 'tags':
    case 'flag':
      return <ChoiceInput {...props} field={field} />;
    case 'ref':
      return (
        <RefPicker
          {...sharedOf(props)}
          to={field.to}
          value={asText(props.value) || undefined}
          onChange={props.onChange}
          within={props.within}
        />
      );
    case 'members':
      return (
        <MembersPicker {...sharedOf(props)} to={field.to} value={asList(props.value)} onChange={props.onChange} within={props.within} />
      );
    case 'link':
    case 'keyed':
    case 'rank':
    case 'tree':
      return null;
  }
}

/** What every control is told in the same way. */
function sharedOf({ field, label = field.label, error, required = false, autoFocus = false }: FieldInputProps) {
  return {
    label: label || undefined,
    'aria-label': label ? undefined : field.label,
    description: label ? field.help : undefined,
    error,
    withAsterisk: required,
    'data-autofocus': autoFocus || undefined,
    autoFocus,
  };
}

function WordsInput({ multiline, ...props }: FieldInputProps & { readonly multiline: boolean }) {
  const { value, onChange } = props;
  const put = (text: string): void => onChange(text === '' ? null : text);
  const shared = { ...sharedOf(props), value: asText(value) };
  if (!multiline) return <TextInput {...shared} onChange={(event) => put(event.target.value)} />;
  return <Textarea {...shared} autosize minRows={2} maxRows={12} onChange={(event) => put(event.target.value)} />;
}

interface MeasureInputProps extends FieldInputProps {
  readonly field: Extract<Field, { kind: 'number' | 'money' | 'date' | 'instant' }>;
}

function MeasureInput(props: MeasureInputProps) {
  const { field, value, onChange } = props;
  const shared = sharedOf(props);
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          min={field.min}
          max={field.max}
          suffix={field.unit ? ` ${field.unit}` : ''}
          hideControls
        />
      );
    case 'money':
      return <MoneyInput {...shared} value={(value ?? undefined) as MoneyValue | undefined} onChange={onChange} />;
    case 'date':
      return <DayInput {...shared} value={asText(value) || null} onChange={onChange} clearable />;
    case 'instant':
      return (
        <DateTimePicker {...shared} value={localTime(value)} onChange={(next) => onChange(next ? instantOfLocal(next) : null)} clearable />
      );
  }
}

interface ChoiceInputProps extends FieldInputProps {
  readonly field: Extract<Field, { kind: 'choice' | 'tags' | 'flag' }>;
}

const SEARCHED_FROM = 9;

function ChoiceInput(props: ChoiceInputProps) {
  const { field, value, onChange } = props;
  const shared = sharedOf(props);
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...shared}
          data={field.options.map((option) => ({ value: option, label: sentence(option) }))}
          value={asText(value) || null}
          onChange={onChange}
          clearable={!field.required}
          defaultDropdownOpened={props.openAtOnce ?? false}
          searchable={field.options.length >= SEARCHED_FROM}
        />
      );
    case 'flag':
      return (
        <Switch
          label={shared.label}
          aria-label={field.label}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'tags': {
      const words = [...asList(value)];
      if (field.options.length === 0) return <TagsInput {...shared} value={words} onChange={onChange} />;
      return <MultiSelect {...shared} data={[...field.options]} value={words} onChange={onChange} />;
    }
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** Pickers of time speak the wall clock (`2026-11-22 10:30:00`), records speak UTC. */
function localTime(value: unknown): Date | null {
  return typeof value === 'string' && value ? new Date(value) : null;
}

function instantOfLocal(local: string): string {
  return new Date(local.replace(' ', 'T')).toISOString();
}
