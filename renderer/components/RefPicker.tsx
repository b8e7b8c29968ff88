import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core';
import { useState } from 'react';
import type { RecordType } from '#shared/records/registry';
import { useLive, useRecord } from '../data/live';
import { matchesOf } from './record-matches';
import { recordTitle } from '#shared/records/title';
import { useCreateNamed } from './use-create-named';
import { t } from '#shared/values/texts';

interface RefPickerProps {
  /** The type of record that is picked. */
  readonly to: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | null) => void;
  readonly label?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly withAsterisk?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly within?: ((record: { readonly id: string }) => boolean) | undefined;
  /** Values that a record created here gets besides its name: the account of a contact, for example. */
  readonly seeds?: Readonly<Record<string, unknown>>;
}

/** Finds one record by its name as it is typed; accounts, contacts and people that are missing are made on the spot. */
export function RefPicker({ to, value, onChange, within, seeds, ...input }: RefPickerProps) {
  const type = to as RecordType;
  const [query, setQuery] = useState<string>();
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
    onDropdownOpen: () => combobox.selectFirstOption(),
  });
  const current = useRecord(type, value);
  const asked = query ?? '';
  const matches = useLive((records) => matchesOf(records, type, asked, within), [type, asked, within]);
  const create = useCreateNamed(type, seeds);
  const mayCreate = create !== undefined && asked.trim() !== '' && !matches.some((match) => match.title === asked.trim());

  const pick = (chosen: string): void => {
    combobox.closeDropdown();
    setQuery(undefined);
    if (chosen === '') create?.(asked.trim(), onChange);
    else onChange(chosen);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...input}
          value={query ?? (current ? recordTitle(current) : '')}
          placeholder={input.placeholder ?? t('Search…')}
          rightSection={value ? <CloseButton size="sm" aria-label={t('Clear')} onClick={() => onChange(null)} /> : <Combobox.Chevron />}
          rightSectionPointerEvents={value ? 'all' : 'none'}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setQuery(undefined);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {matches.map((match) => (
            <Combobox.Option key={match.id} value={match.id} active={match.id === value}>
              {match.title}
            </Combobox.Option>
          ))}
          {mayCreate ? <Combobox.Option value="">{t('Create “{{asked}}”', { asked: asked.trim() })}</Combobox.Option> : null}
          {matches.length === 0 && !mayCreate ? <Combobox.Empty>{t('Nothing found')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
