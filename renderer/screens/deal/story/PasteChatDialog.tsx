import { Modal, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { parseChat, type ChatMessage } from '#shared/exchange/chat';
import type { Values } from '#shared/records/parse';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { notify } from '../../../components/notify';
import { RecordForm } from '../../../components/RecordForm';
import { instantText } from '../../../components/text-of';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import classes from './PasteChatDialog.module.css';

interface PasteChatDialogProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** A chat as it was copied: kept word for word, shown as it was understood before it is added. */
export function PasteChatDialog({ deal, onClose }: PasteChatDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const [text, setText] = useState('');
  const messages = useMemo(() => parseChat(text), [text]);
  const found = useLive((records) => whoWrote(messages, records), [messages]);
  const at = messages.findLast((message) => message.at !== undefined)?.at ?? instantOf(workspace.now());
  const add = async (values: Values<'moment'>): Promise<boolean> => {
    const done = await commit(
      createRecord('moment', workspace.newId('moment'), { ...values, kind: 'chat', deal: deal.id, body: text.trim() }),
    );
    if (done) {
      notify.done('The chat is in the story');
      onClose();
    }
    return done;
  };
  const initial: Values<'moment'> = { kind: 'chat', at, subject: subjectOf(messages), contacts: found.contacts, people: found.people };
  return (
    <Modal opened onClose={onClose} title="Paste a chat" size="lg">
      <Textarea
        label="Chat"
        description="Copied from Teams, Slack, WhatsApp or a mail. It is kept word for word."
        data-autofocus
        autosize
        minRows={5}
        maxRows={9}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() ? (
        <>
          <Preview messages={messages} />
          <RecordForm
            key={JSON.stringify(initial)}
            type="moment"
            fields={['subject', 'contacts', 'people', 'at']}
            initial={initial}
            submitLabel="Add to the story"
            onSubmit={add}
            onCancel={onClose}
          />
        </>
      ) : null}
    </Modal>
  );
}

function Preview({ messages }: { readonly messages: readonly ChatMessage[] }) {
  return (
    <div className={classes.preview}>
      <Text size="xs" c="dimmed">
        {messages.length === 1 ? 'One message' : `${messages.length} messages`}
      </Text>
      <ol className={classes.messages} tabIndex={0} aria-label="The chat as it was understood">
        {messages.map((message, at) => (
          <li key={at} className={classes.message}>
            <span className={classes.from}>{message.from || 'Somebody'}</span>
            <span className={classes.at}>{message.at ? instantText(message.at) : ''}</span>
            <span className={classes.text}>{message.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Contacts and people whose names stand in the chat. */
function whoWrote(messages: readonly ChatMessage[], records: Records) {
  const names = new Set(messages.map(({ from }) => from.trim().toLocaleLowerCase()).filter(Boolean));
  const named = ({ name }: { readonly name: string }): boolean => names.has(name.trim().toLocaleLowerCase());
  return {
    contacts: records
      .all('contact')
      .filter(named)
      .map(({ id }) => id),
    people: records
      .all('person')
      .filter(named)
      .map(({ id }) => id),
  };
}

function subjectOf(messages: readonly ChatMessage[]): string | null {
  const names = [...new Set(messages.map(({ from }) => from).filter(Boolean))];
  return names.length > 0 ? `Chat of ${names.join(', ')}` : null;
}
