import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconBarrierBlock, IconFileOff } from '@tabler/icons-react';
import type { ScopeLine } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { UnsentMark } from '../../../components/UnsentMark';
import { gapsOf } from './line-gaps';
import classes from './ScopeGrid.module.css';
import { t } from '#shared/values/texts';

interface LineMarksProps {
  readonly line: ScopeLine;
  /** It meets a must with no way round it. */
  readonly breached: boolean;
  /** It is sold, and no line of the SOW says so. */
  readonly outside: boolean;
}

/** What is to be known of a line at a glance: that it breaks a must, clashes, is not sent, says too little. */
export function LineMarks({ line, breached, outside }: LineMarksProps) {
  const gaps = gapsOf(line);
  return (
    <>
      {breached ? (
        <Mark tone="bad" label={t('Meets a constraint that must be kept, and no promise gets round it')}>
          <IconBarrierBlock size={15} aria-hidden />
        </Mark>
      ) : null}
      <ClashMark record={line.id} variant="icon" />
      {outside ? (
        <Mark tone="open" label={t('Sold, and not in the SOW')}>
          <IconFileOff size={15} aria-hidden />
        </Mark>
      ) : null}
      {gaps.length > 0 ? (
        <Mark tone="quiet" label={t('Nothing is said of {{gaps}}', { gaps: gaps.join(', ') })}>
          <span aria-hidden>{t('{{gaps}} open', { gaps: gaps.length })}</span>
        </Mark>
      ) : null}
      <UnsentMark record={line.id} />
    </>
  );
}

interface MarkProps {
  readonly tone: 'bad' | 'open' | 'quiet';
  readonly label: string;
  readonly children: ReactNode;
}

function Mark({ tone, label, children }: MarkProps) {
  return (
    <Tooltip label={label} multiline maw={260}>
      <span role="img" aria-label={label} className={classes.mark} data-tone={tone}>
        {children}
      </span>
    </Tooltip>
  );
}
