import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerQuestion, recordAbout } from '#shared/handover/questions';
import { joinedPerson } from '#shared/records/joined-person';
import type { Question } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { dateOfInstant, instantOf } from '#shared/values/calendar';
import { useCommit, useLive, useMe, useRecord, useSync, useWorkspace } from '../data/live';
import { AskDialog } from './AskDialog';
import { notify } from './notify';
import { TIME_ZONE } from './use-today';
import { t } from '#shared/values/texts';

interface AnswerQuestionDialogProps {
  readonly question: Question;
  readonly onClose: () => void;
}

/** Takes the answer in the words in which it is given: they become evidence on what the question is about. */
export function AnswerQuestionDialog({ question, onClose }: AnswerQuestionDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useRecord('person', useMe());
  const { link } = useSync();
  const about = useLive((records) => recordAbout(records, question), [question]);
  const asker = useLive((records) => joinedPerson(records, question.askedBy)?.name, [question.askedBy]);
  const [words, setWords] = useState('');
  const answer = async (): Promise<boolean> => {
    if (!me) return false;
    const at = instantOf(workspace.now());
    const by = { id: me.id, name: me.name, roles: link?.roles ?? me.roles };
    const given = { words, by, at, on: dateOfInstant(at, TIME_ZONE), moment: workspace.newId('moment') };
    const done = await commit(answerQuestion(question, given, workspace.records));
    if (done) notify.done(t('The answer is on record'));
    return done;
  };
  return (
    <AskDialog
      title={question.text}
      text={
        about
          ? t('{{value}} about “{{about}}”.', { value: asker ? t('{{asker}} asks', { asker }) : t('Asked'), about: recordTitle(about) })
          : (asker ?? '')
      }
      submitLabel={t('Answer')}
      onClose={onClose}
      onSubmit={answer}
    >
      <Textarea
        label={t('Answer')}
        description={t('Kept word for word, with your name and the day, as evidence on what it is about.')}
        data-autofocus
        autosize
        minRows={3}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskDialog>
  );
}
