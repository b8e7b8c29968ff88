import { ActionIcon } from '@mantine/core';
import { IconFileDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { recordPath } from '../../../components/record-path';
import { RequestDialog, type AskedFrom } from './RequestDialog';
import { t } from '#shared/values/texts';

interface RequestChangeButtonProps {
  readonly deal: Id<'deal'>;
  readonly asked: AskedFrom;
}

/** From a ticket or a line to the request that came up in it. */
export function RequestChangeButton({ deal, asked }: RequestChangeButtonProps) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={t('Request a change')}
        title={t('Request a change: something asked for here that was not sold')}
        onClick={() => setAsking(true)}
      >
        <IconFileDiff size={16} stroke={1.75} />
      </ActionIcon>
      {asking ? (
        <RequestDialog
          deal={deal}
          asked={asked}
          onMade={(id) => void navigate(recordPath(id, deal) ?? '')}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
