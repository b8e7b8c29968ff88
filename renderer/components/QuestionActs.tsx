import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isOpenQuestion, reassignQuestion, reopenQuestion, takeBackQuestion } from '#shared/handover/questions';
import type { Id } from '#shared/records/define-record';
import type { Question } from '#shared/records/registry';
import { restoreRecord } from '#shared/records/write';
import { useCommit, useWorkspace } from '../data/live';
import { AnswerQuestionDialog } from './AnswerQuestionDialog';
import { AskDialog, ReasonDialog } from './AskDialog';
import { DayInput } from './DayInput';
import { notify } from './notify';
import { RefPicker } from './RefPicker';
import { t } from '#shared/values/texts';

/** Begins an answer; `dialog` is to be drawn somewhere. */
export function useAnswering(question: Question): { readonly begin: () => void; readonly dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  return {
    begin: () => setOpen(true),
    dialog: isOpen ? <AnswerQuestionDialog question={question} onClose={() => setOpen(false)} /> : null,
  };
}

/** What else can be done with a question: give it to somebody else, take it back; or ask again once it is answered. */
export function QuestionMenu({ question }: { readonly question: Question }) {
  const commit = useCommit();
  const workspace = useWorkspace();
  const [asked, setAsked] = useState<'nothing' | 'reassign' | 'reopen'>('nothing');
  const close = (): void => setAsked('nothing');
  const takeBack = async (): Promise<void> => {
    if (!(await commit(takeBackQuestion(question)))) return;
    notify.undoable(t('The question is taken back'), () => {
      const now = workspace.records.get('question', question.id);
      if (now) void commit(restoreRecord(now));
    });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={t('More for “{{text}}”', { text: question.text })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isOpenQuestion(question) ? (
            <>
              <Menu.Item onClick={() => setAsked('reassign')}>{t('Give to somebody else…')}</Menu.Item>
              <Menu.Item onClick={() => void takeBack()}>{t('Take back')}</Menu.Item>
            </>
          ) : (
            <Menu.Item onClick={() => setAsked('reopen')}>{t('Ask again…')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'reassign' ? <ReassignDialog question={question} onClose={close} /> : null}
      {asked === 'reopen' ? (
        <ReasonDialog
          title={t('Ask again')}
          text={t('“{{text}}” The answer that was given stays in the story.', { text: question.text })}
          label={t('What is missing in the answer?')}
          submitLabel={t('Ask again')}
          onClose={close}
          onSubmit={(why) => commit(reopenQuestion(question, { why }))}
        />
      ) : null}
    </>
  );
}

function ReassignDialog({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const commit = useCommit();
  const [to, setTo] = useState<string>(question.to);
  const [due, setDue] = useState<string | null>(question.due ?? null);
  const give = (): Promise<boolean> => commit(reassignQuestion(question, { to: to as Id<'person'>, ...(due ? { due } : {}) }));
  return (
    <AskDialog title={t('Give to somebody else')} text={`“${question.text}”`} submitLabel={t('Give')} onClose={onClose} onSubmit={give}>
      <RefPicker to="person" label={t('To')} value={to} onChange={(id) => setTo(id ?? question.to)} />
      <DayInput label={t('Due')} value={due} onChange={setDue} />
    </AskDialog>
  );
}
