import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SettingsScreen.module.css';

interface DeedProps {
  readonly name: string;
  readonly text: ReactNode;
  /** The control on the right. */
  readonly children: ReactNode;
  /** What came of it, below. */
  readonly outcome?: ReactNode;
}

/** One thing that can be set or done: what it is, what it means, the control. */
export function Deed({ name, text, children, outcome }: DeedProps) {
  return (
    <div className={classes.deed}>
      <div className={classes.who}>
        <Text fw={550} size="sm">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {outcome}
      </div>
      {children}
    </div>
  );
}
