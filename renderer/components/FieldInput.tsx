import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { KeyboardEventHandler, ReactNode } from 'react';
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
  /** Only these records are offered: contacts of the deal's account, for example. */
  readonly within?: (record: { readonly id: string }) => boolean;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
}

/** The control with which one declared field is filled in. The value is what a reader of that kind gets. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { field, value, onChange, error, onKeyDown } = props;
  const label = props.label ?? field.label;
  const shared = {
    label: label || undefined,
    'aria-label': label ? undefined : field.label,
    description: label ? field.help : undefined,
    error,
    withAsterisk: props.required ?? false,
    'data-autofocus': props.autoFocus || undefined,
    autoFocus: props.autoFocus ?? false,
    onKeyDown,
  };
  switch (field.kind) {
    case 'text':
      return field.multiline ? (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={12}
          value={asText(value)}
          onChange={(event) => onChange(orNull(event.target.value))}
        />
      ) : (
        <TextInput {...shared} value={asText(value)} onChange={(event) => onChange(orNull(event.target.value))} />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          data={field.options.map((option) => ({ value: option, label: sentence(option) }))}
          value={value === undefined ? null : asText(value) || null}
          onChange={onChange}
          clearable={!field.required}
          searchable={field.options.length > 8}
        />
      );
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
    case 'flag':
      return (
        <Switch
          label={label || undefined}
          aria-label={field.label}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'ref':
      return <RefPicker {...shared} to={field.to} value={asText(value) || undefined} onChange={onChange} within={props.within} />;
    case 'members':
      return <MembersPicker {...shared} to={field.to} value={asList(value)} onChange={onChange} within={props.within} />;
    case 'tags':
      return field.options.length > 0 ? (
        <MultiSelect {...shared} data={[...field.options]} value={[...asList(value)]} onChange={onChange} />
      ) : (
        <TagsInput {...shared} value={[...asList(value)]} onChange={onChange} />
      );
    case 'link':
    case 'keyed':
    case 'rank':
    case 'tree':
      return null;
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Pickers of time speak the wall clock (`2026-11-22 10:30:00`), records speak UTC. */
function localTime(value: unknown): Date | null {
  return typeof value === 'string' && value ? new Date(value) : null;
}

function instantOfLocal(local: string): string {
  return new Date(local.replace(' ', 'T')).toISOString();
}
