import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Ticket } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import classes from './TicketPanel.module.css';
import { t } from '#shared/values/texts';

/** A note on the work, kept with the deal like everything that was said. */
export function NoteBox({ ticket }: { readonly ticket: Ticket }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const [body, setBody] = useState('');
  const add = async (): Promise<void> => {
    if (!body.trim()) return;
    const at = instantOf(workspace.now());
    const note = { kind: 'note', deal: ticket.deal, about: ticket.id, at, body: body.trim(), people: [me] } as const;
    if (await commit(createRecord('moment', workspace.newId('moment'), note))) setBody('');
  };
  return (
    <div className={classes.note}>
      <Textarea
        aria-label={t('Note')}
        placeholder={t('Write a note')}
        autosize
        minRows={1}
        maxRows={8}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void add();
        }}
      />
      <Button size="xs" variant="default" disabled={!body.trim()} onClick={() => void add()}>
        {t('Add note')}
      </Button>
    </div>
  );
}
