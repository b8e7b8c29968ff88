import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './SidePanel.module.css';
import { t } from '#shared/values/texts';

interface SidePanelProps {
  readonly label: string;
  /** What it is, in a line. */
  readonly head: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One thing of a deal, whole, beside the list that it was opened from. */
export function SidePanel({ label, head, actions, onClose, children }: SidePanelProps) {
  return (
    <section className={classes.panel} aria-label={label}>
      <header className={classes.head}>
        <span className={classes.kind}>{head}</span>
        {actions}
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('Close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.content}>{children}</div>
    </section>
  );
}
