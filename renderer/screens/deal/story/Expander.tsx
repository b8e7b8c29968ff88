import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import classes from './StoryRow.module.css';
import { t } from '#shared/values/texts';

interface ExpanderProps {
  readonly open: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** Opens the rest of a line in place. */
export function Expander({ open, label, onToggle }: ExpanderProps) {
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      className={classes.expander}
      aria-expanded={open}
      aria-label={open ? t('Less of {{label}}', { label }) : t('More of {{label}}', { label })}
      onClick={onToggle}
    >
      <IconChevronDown size={15} stroke={1.75} data-open={open || undefined} />
    </ActionIcon>
  );
}
