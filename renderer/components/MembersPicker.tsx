import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import type { RecordType } from '#shared/records/registry';
import { useLive } from '../data/live';
import { matchesOf } from './record-matches';
import { recordTitle } from '#shared/records/title';
import { useCreateNamed } from './use-create-named';
import { t } from '#shared/values/texts';

interface MembersPickerProps {
  readonly to: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly label?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly withAsterisk?: boolean;
  readonly autoFocus?: boolean;
  readonly within?: ((record: { readonly id: string }) => boolean) | undefined;
  readonly seeds?: Readonly<Record<string, unknown>>;
}

/** Finds several records by name; Backspace takes the last one off. */
export function MembersPicker({ to, value, onChange, within, seeds, autoFocus = false, ...wrapper }: MembersPickerProps) {
  const type = to as RecordType;
  const [query, setQuery] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const chosen = useLive((records) => value.map((id) => ({ id, title: titleIn(records.get(type, id)) })), [type, value.join(' ')]);
  const found = useLive((records) => matchesOf(records, type, query, within), [type, query, within]);
  const matches = found.filter((match) => !value.includes(match.id));
  const create = useCreateNamed(type, seeds);
  const mayCreate = create !== undefined && query.trim() !== '' && !found.some((match) => match.title === query.trim());

  const add = (picked: string): void => {
    setQuery('');
    if (picked === '') create?.(query.trim(), (id) => onChange(id ? [...value, id] : value));
    else onChange([...value, picked]);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={add}>
      <Combobox.DropdownTarget>
        <PillsInput {...wrapper} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {chosen.map(({ id, title }) => (
              <Pill key={id} withRemoveButton onRemove={() => onChange(value.filter((other) => other !== id))}>
                {title}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={query}
                autoFocus={autoFocus}
                aria-label={wrapper['aria-label'] ?? wrapper.label}
                placeholder={chosen.length === 0 ? t('Search…') : ''}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setQuery(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                }}
                onKeyDown={(event) => event.key === 'Backspace' && query === '' && onChange(value.slice(0, -1))}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {matches.map((match) => (
            <Combobox.Option key={match.id} value={match.id}>
              {match.title}
            </Combobox.Option>
          ))}
          {mayCreate ? <Combobox.Option value="">{t('Create “{{query}}”', { query: query.trim() })}</Combobox.Option> : null}
          {matches.length === 0 && !mayCreate ? <Combobox.Empty>{t('Nothing found')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function titleIn(record: Parameters<typeof recordTitle>[0] | undefined): string {
  return record ? recordTitle(record) : t('Unknown');
}
