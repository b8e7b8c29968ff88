import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './FacetPill.module.css';
import { t } from '#shared/values/texts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
}

interface FacetPillProps {
  readonly label: string;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const SEARCHED_FROM = 9;
const SHOWN = 60;

/** One question of a filter: closed it says what is chosen, open it offers any number of answers. */
export function FacetPill({ label, options, chosen, onChange }: FacetPillProps) {
  const [query, setQuery] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setQuery('');
    },
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput();
      else combobox.focusTarget();
      combobox.selectFirstOption();
    },
  });
  const searchable = options.length >= SEARCHED_FROM;
  const asked = query.trim().toLocaleLowerCase();
  const shown = options.filter((option) => option.label.toLocaleLowerCase().includes(asked)).slice(0, SHOWN);
  const toggle = (value: string): void => onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);

  return (
    <Combobox store={combobox} width={230} position="bottom-start" onOptionSubmit={toggle}>
      <span className={classes.pill} data-on={chosen.length > 0 || undefined}>
        <Combobox.Target targetType="button">
          <button type="button" className={classes.button} onClick={() => combobox.toggleDropdown()}>
            <span className={classes.text}>{label + answerText(options, chosen)}</span>
            {chosen.length === 0 ? <IconChevronDown size={14} aria-hidden /> : null}
          </button>
        </Combobox.Target>
        {chosen.length > 0 ? (
          <CloseButton size={24} iconSize={14} aria-label={t('Clear {{label}}', { label })} onClick={() => onChange([])} />
        ) : null}
      </span>
      <Combobox.Dropdown>
        {searchable ? (
          <Combobox.Search
            component={TextInput}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            placeholder={t('Search…')}
            aria-label={t('Search {{label}}', { label })}
          />
        ) : null}
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }} aria-label={label} aria-multiselectable>
          {shown.map((option) => (
            <Combobox.Option key={option.value} value={option.value} selected={chosen.includes(option.value)} className={classes.option}>
              <span className={classes.check}>{chosen.includes(option.value) ? <IconCheck size={14} aria-hidden /> : null}</span>
              {option.label}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? <Combobox.Empty>{t('Nothing found')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** `: Ada Weber`, or `: Ada Weber +2`. */
function answerText(options: readonly FacetOption[], chosen: readonly string[]): string {
  const [first] = chosen;
  if (first === undefined) return '';
  const name = options.find((option) => option.value === first)?.label ?? t('Unknown');
  return chosen.length === 1 ? `: ${name}` : `: ${name} +${chosen.length - 1}`;
}
