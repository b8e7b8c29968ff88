import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { parseChat, type ChatMessage } from '#shared/exchange/chat';
import type { Values } from '#shared/records/parse';
import { isJoinedAway } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { notify } from '../../../components/notify';
import { QuietButton } from '../../../components/QuietButton';
import { RecordForm } from '../../../components/RecordForm';
import { instantText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import classes from './PasteChatDialog.module.css';
import { t } from '#shared/values/texts';

interface PasteChatDialogProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** A chat as it was copied: kept word for word, shown as it was understood before it is added. */
export function PasteChatDialog({ deal, onClose }: PasteChatDialogProps) {
  const [text, setText] = useState('');
  const [step, setStep] = useState<'paste' | 'check'>('paste');
  return (
    <Modal opened onClose={onClose} title={t('Paste a chat')} size="lg">
      {step === 'paste' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setStep('check');
          }}
        >
          <Textarea
            aria-label={t('Chat')}
            description={t('Copied from Teams, Slack, WhatsApp or a mail. It is kept word for word.')}
            data-autofocus
            autosize
            minRows={8}
            maxRows={16}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" disabled={text.trim() === ''}>
              {t('Look at it')}
            </Button>
          </Group>
        </form>
      ) : (
        <CheckChat deal={deal} text={text.trim()} onBack={() => setStep('paste')} onClose={onClose} />
      )}
    </Modal>
  );
}

interface CheckChatProps extends PasteChatDialogProps {
  readonly text: string;
  readonly onBack: () => void;
}

function CheckChat({ deal, text, onBack, onClose }: CheckChatProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const messages = useMemo(() => parseChat(text, { day: today, offsetMinutes: -new Date().getTimezoneOffset() }), [text, today]);
  const found = useLive((records) => whoWrote(messages, records), [messages]);
  const at = messages.findLast((message) => message.at !== undefined)?.at ?? instantOf(workspace.now());
  const add = async (values: Values<'moment'>): Promise<boolean> => {
    const done = await commit(createRecord('moment', workspace.newId('moment'), { ...values, kind: 'chat', deal: deal.id, body: text }));
    if (done) {
      notify.done(t('The chat is in the story'));
      onClose();
    }
    return done;
  };
  return (
    <>
      <Preview messages={messages} />
      <QuietButton leftSection={<IconArrowLeft size={14} />} onClick={onBack} mb="xs">
        {t('Change the text')}
      </QuietButton>
      <RecordForm
        type="moment"
        fields={['subject', 'contacts', 'people', 'at']}
        initial={{ at, subject: subjectOf(messages), contacts: found.contacts, people: found.people }}
        submitLabel={t('Add to the story')}
        onSubmit={add}
        onCancel={onClose}
      />
    </>
  );
}

function Preview({ messages }: { readonly messages: readonly ChatMessage[] }) {
  return (
    <div className={classes.preview}>
      <Text size="xs" c="dimmed">
        {messages.length === 1 ? t('One message') : t('{{messages}} messages', { messages: messages.length })}
      </Text>
      <ol className={classes.messages} tabIndex={0} aria-label={t('The chat as it was understood')}>
        {messages.map((message, at) => (
          <li key={at} className={classes.message}>
            <span className={classes.from}>{message.from || t('Somebody')}</span>
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
      .filter((person) => named(person) && !isJoinedAway(person))
      .map(({ id }) => id),
  };
}

function subjectOf(messages: readonly ChatMessage[]): string | null {
  const names = [...new Set(messages.map(({ from }) => from).filter(Boolean))];
  return names.length > 0 ? t('Chat of {{names}}', { names: names.join(', ') }) : null;
}
