import { Select } from '@mantine/core';
import { ACTIVITIES } from '#shared/records/time-entry';
import { ACTIVITY_WORDS, isActivity, type Activity } from '#shared/time/activity';
import { sentence } from '../FieldValue';
import classes from './ActivitySelect.module.css';
import { t } from '#shared/values/texts';

interface ActivitySelectProps {
  readonly label: string;
  readonly size?: 'xs' | 'sm';
  readonly disabled?: boolean;
  readonly value: Activity | undefined;
  readonly onChange: (activity: Activity) => void;
}

const OPTIONS = ACTIVITIES.map((one) => ({ value: one, label: sentence(one) }));

/** What kind of work hours were; each kind is explained where it is chosen. */
export function ActivitySelect({ label, size = 'sm', disabled = false, value, onChange }: ActivitySelectProps) {
  return (
    <Select
      aria-label={label}
      size={size}
      w={160}
      placeholder={t('Activity')}
      allowDeselect={false}
      disabled={disabled}
      data={OPTIONS}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <span className={classes.hint}>{isActivity(option.value) ? ACTIVITY_WORDS[option.value] : null}</span>
        </span>
      )}
      comboboxProps={{ width: 300, position: 'bottom-end' }}
      value={value ?? null}
      onChange={(next) => {
        if (next !== null && isActivity(next)) onChange(next);
      }}
    />
  );
}
