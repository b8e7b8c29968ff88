import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { t } from '#shared/values/texts';

interface PageProps {
  /** The heading in words. Anything else stands in the heading's place and brings an `h1` of its own: an editor around it. */
  readonly title: ReactNode;
  /** A small sign beside the heading. */
  readonly mark?: ReactNode;
  /** Name for the window's title bar; the title itself when that is text. */
  readonly name?: string;
  /** What the page belongs to, above the heading. */
  readonly crumb?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** A second line of the header: filters, tabs. */
  readonly toolbar?: ReactNode;
  /** `true`: the content takes the height that is left and scrolls inside itself (tables, boards). */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** One screen: heading, what can be done here, and the content. */
export function Page({ title, mark, name, crumb, subtitle, actions, toolbar, fill = false, children }: PageProps) {
  const spoken = name ?? (typeof title === 'string' ? title : undefined);
  useDocumentTitle(spoken ? t('{{spoken}} · Throughline', { spoken }) : t('Throughline'));
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <header className={classes.header}>
        <Group className={classes.line ?? ''} justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
          <div className={classes.heading}>
            {crumb ? (
              <Text component="div" size="sm" c="dimmed" mb={2}>
                {crumb}
              </Text>
            ) : null}
            {mark ? (
              <div className={classes.marked}>
                {typeof title === 'string' ? <Title order={1}>{title}</Title> : title}
                {mark}
              </div>
            ) : typeof title === 'string' ? (
              <Title order={1}>{title}</Title>
            ) : (
              title
            )}
            {subtitle ? (
              <Text component="div" size="sm" c="dimmed" mt={2}>
                {subtitle}
              </Text>
            ) : null}
          </div>
          {actions ? (
            <Group gap="xs" wrap="nowrap">
              {actions}
            </Group>
          ) : null}
        </Group>
        {toolbar ? <div className={classes.toolbar}>{toolbar}</div> : null}
      </header>
      <div className={classes.content}>{children}</div>
    </div>
  );
}
