import { Button } from '@mantine/core';
import { IconCopy, IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { Brief } from '#shared/handover/brief';
import { agendaText } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { AskQuestionDialog } from '../../../components/AskQuestionDialog';
import { notify } from '../../../components/notify';
import { countText } from '../../../components/text-of';
import { useWorkspace } from '../../../data/live';
import { PHRASING } from '../../../data/reads/handover';
import classes from './BriefTab.module.css';

/** How long the brief takes, and what can be done with it as a whole. */
export function BriefTools({ deal, brief }: { readonly deal: Deal; readonly brief: Brief }) {
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const copyAgenda = async (): Promise<void> => {
    await navigator.clipboard.writeText(agendaText(workspace.records, deal, PHRASING));
    notify.done('The agenda is copied: the open questions, to paste into a mail');
  };
  return (
    <header className={classes.tools}>
      <p className={classes.length}>
        {brief.minutes === 1 ? 'A minute to read' : `${brief.minutes} minutes to read`}
        {` · ${countText(brief.words, 'word', 'words')}, written from the record`}
      </p>
      <Button size="xs" variant="default" leftSection={<IconCopy size={14} />} onClick={() => void copyAgenda()}>
        Copy the agenda
      </Button>
      <Button size="xs" variant="default" leftSection={<IconMessageQuestion size={14} />} onClick={() => setAsking(true)}>
        Ask a question…
      </Button>
      {asking ? <AskQuestionDialog deal={deal} onClose={() => setAsking(false)} /> : null}
    </header>
  );
}
