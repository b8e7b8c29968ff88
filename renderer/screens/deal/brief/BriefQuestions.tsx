import { Button, Group } from '@mantine/core';
import { IconCopy, IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { agendaDocument, agendaText } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { AskQuestionDialog } from '../../../components/AskQuestionDialog';
import { notify } from '../../../components/notify';
import { QuestionLine } from '../../../components/QuestionLine';
import { idOf } from '../../../components/record-path';
import { SaveDocumentMenu } from '../../../components/SaveDocumentMenu';
import { SectionCard } from '../../../components/SectionCard';
import { countText } from '../../../components/text-of';
import { useAddressState } from '../../../components/use-address-state';
import { useLive, useWorkspace } from '../../../data/live';
import { PHRASING, questionsOfDeal } from '../../../data/reads/handover';
import classes from './BriefTab.module.css';
import { usePrinted } from './use-printed';
import { t } from '#shared/values/texts';

/** The agenda: the open questions of the deal, answered where they stand; what is answered can be looked up. */
export function BriefQuestions({ deal }: { readonly deal: Deal }) {
  const [address] = useAddressState();
  const marked = idOf('question', address.get('question') ?? undefined);
  const open = useLive((records) => questionsOfDeal(records, deal).open, [deal]);
  const answered = useLive((records) => questionsOfDeal(records, deal).answered, [deal]);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState(false);
  const isShown = shown || answered.some(({ id }) => id === marked);
  const line = (question: (typeof open)[number]) => <QuestionLine key={question.id} question={question} marked={question.id === marked} />;
  return (
    <SectionCard
      flush
      title={open.length ? countText(open.length, t('open question'), t('open questions')) : t('Open questions')}
      actions={
        <Button size="xs" variant="default" leftSection={<IconMessageQuestion size={14} />} onClick={() => setAsking(true)}>
          {t('Ask…')}
        </Button>
      }
    >
      {open.length ? (
        <ul className={classes.questions}>{open.map(line)}</ul>
      ) : (
        <p className={classes.none}>{t('Nobody waits for an answer, so there is nothing to meet for.')}</p>
      )}
      <Group gap={8} px="md" pb="sm" pt={open.length ? 4 : 0}>
        {open.length ? <AgendaTools deal={deal} /> : null}
        {answered.length ? (
          <Button size="xs" variant="subtle" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? t('Hide what is answered') : countText(answered.length, t('answered question'), t('answered questions'))}
          </Button>
        ) : null}
      </Group>
      {isShown ? <ul className={classes.questions}>{answered.map(line)}</ul> : null}
      {asking ? <AskQuestionDialog deal={deal} onClose={() => setAsking(false)} /> : null}
    </SectionCard>
  );
}

/** The agenda of a meeting, to paste or to print: the open questions and nothing else. */
function AgendaTools({ deal }: { readonly deal: Deal }) {
  const workspace = useWorkspace();
  const printed = usePrinted(deal);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(agendaText(workspace.records, deal, PHRASING));
      notify.done(t('The agenda is copied: paste it into a mail or an invitation'));
    } catch {
      notify.problem(t('The clipboard is closed to this page. Save the agenda as a file instead.'), t('The agenda was not copied'));
    }
  };
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconCopy size={14} />} onClick={() => void copy()}>
        {t('Copy the agenda')}
      </Button>
      <SaveDocumentMenu
        label={t('Save the agenda')}
        source={async () => agendaDocument(await printed())}
        name={t('{{name}} agenda', { name: deal.name })}
      />
    </>
  );
}
