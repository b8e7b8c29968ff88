import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { Ticket } from '#shared/records/registry';
import { runText, useClock } from './use-clock';
import { useTimer } from './use-timer';
import { t } from '#shared/values/texts';

/** Starts the timer on a ticket, and stops it. */
export function TimerButton({ ticket }: { readonly ticket: Ticket }) {
  const { running, start, stop } = useTimer();
  if (running?.ticket !== ticket.id) {
    return (
      <Tooltip label={t('Start the timer')}>
        <ActionIcon size={26} variant="default" aria-label={t('Start the timer')} onClick={() => void start(ticket)}>
          <IconPlayerPlay size={14} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconPlayerStop size={14} />}
      aria-label={t('Stop the timer')}
      onClick={() => void stop()}
    >
      <Run startedAt={running.startedAt} />
    </Button>
  );
}

function Run({ startedAt }: { readonly startedAt: number }) {
  return <span className="num">{runText(startedAt, useClock())}</span>;
}
