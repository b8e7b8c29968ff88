import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SectionCard.module.css';

interface SectionCardProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** Without padding, for tables and lists that run to the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A bordered part of a screen. */
export function SectionCard({ title, actions, flush = false, children }: SectionCardProps) {
  return (
    <section className={classes.card} data-flush={flush || undefined}>
      {title || actions ? (
        <Group justify="space-between" wrap="nowrap" className={classes.head}>
          <Title order={2} size="h3">
            {title}
          </Title>
          {actions}
        </Group>
      ) : null}
      {children}
    </section>
  );
}
