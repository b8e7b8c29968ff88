import { Alert, Button, Checkbox, Group, Modal, Select, Stack } from '@mantine/core';
import { IconCopy, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { answerCard, answerHtml, answerText, type AnswerCard, type AnswerFacts } from '#shared/delivery/answer-card';
import { answerWords, type ClientLanguage } from '#shared/delivery/answer-words';
import type { DeliveryStanding } from '#shared/delivery/standing';
import type { Fees } from '#shared/money/fees';
import { CLIENT_LANGUAGES } from '#shared/records/account';
import type { CalendarDateText } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { notify } from '../../../components/notify';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useCommit, useRecord } from '../../../data/live';
import classes from './AnswerDialog.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface AnswerDialogProps {
  readonly deal: Deal;
  readonly standing: DeliveryStanding;
  readonly fees: Fees | undefined;
  readonly asOf: CalendarDateText;
  readonly onClose: () => void;
}

/** What can be told the client, in their language, to copy into a mail: nothing in it is internal. */
export function AnswerDialog({ deal, standing, fees, asOf, onClose }: AnswerDialogProps) {
  const today = useToday();
  const { language, remember } = useLanguage(deal);
  const [withMoney, setWithMoney] = useState(true);
  const [withTitles, setWithTitles] = useState(true);
  const { words, isTheirs } = answerWords(language);
  const facts = answerFacts(deal, standing, withMoney ? fees : undefined, { asOf, today });
  const card = answerCard(facts, words);
  const shown = withTitles ? card : withoutItems(card);
  return (
    <Modal opened onClose={onClose} title={t('Answer card')} size="lg">
      <Stack gap="sm">
        <Group align="flex-end" gap="lg">
          <Select
            label={t('Language of the client')}
            description={t('Kept with the account.')}
            leftSection={<IconLanguage size={16} />}
            placeholder={t('Not known, English')}
            data={[...CLIENT_LANGUAGES]}
            value={language ?? null}
            onChange={remember}
            searchable
          />
          <Stack gap={6}>
            <Checkbox
              label={t('Name the incidents')}
              checked={withTitles}
              onChange={(event) => setWithTitles(event.currentTarget.checked)}
            />
            <Checkbox
              label={t('What is billed and pending')}
              checked={withMoney}
              onChange={(event) => setWithMoney(event.currentTarget.checked)}
            />
          </Stack>
        </Group>
        {isTheirs ? null : (
          <Alert color="yellow" variant="light" py={8}>
            <Sentence
              text={t('There are no words in <language/> yet: the card is in English. Translate it before you send it.')}
              parts={{ language }}
            />
          </Alert>
        )}
        <Preview card={shown} locale={words.locale} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => void copied(shown, 'plain')}>
            {t('Copy as plain text')}
          </Button>
          <Button leftSection={<IconCopy size={16} />} data-autofocus onClick={() => void copied(shown, 'rich')}>
            {t('Copy')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ card: { title, lines, foot }, locale }: { readonly card: AnswerCard; readonly locale: string }) {
  return (
    <article className={classes.card} aria-label={t('Preview')} lang={locale}>
      <p className={classes.title}>{title}</p>
      <dl className={classes.lines}>
        {lines.map(({ label, text, items }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {text}
              {items.length > 0 ? (
                <ul>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.foot}>{foot}</p>
    </article>
  );
}

/** The language of the account, remembered there for everybody; here alone where the deal has no account or may not be written. */
function useLanguage(deal: Deal) {
  const account = useRecord('account', deal.account);
  const mayWrite = useMayWrite('account');
  const commit = useCommit();
  const [here, setHere] = useState<ClientLanguage>();
  const remember = (value: string | null): void => {
    const next = CLIENT_LANGUAGES.find((known) => known === value);
    setHere(next);
    if (account && mayWrite && next) void commit(editRecord('account', account, { language: next }));
  };
  return { language: here ?? account?.language, remember };
}

interface Days {
  readonly asOf: CalendarDateText;
  readonly today: CalendarDateText;
}

function answerFacts(
  deal: Deal,
  { progress, next, milestones, incidents }: DeliveryStanding,
  fees: Fees | undefined,
  days: Days,
): AnswerFacts {
  return {
    deal: deal.name,
    phase: deal.phase,
    complete: progress.complete,
    next: next && { title: next.title, due: next.due },
    hasMilestones: milestones.all > 0,
    incidents: incidents.map(({ title, severity, openedAt }) => ({ title, severity, openedAt })),
    money: fees && {
      billed: fees.billed.value,
      ready: fees.ready.value,
      pending: fees.pending.value,
      later: fees.notYetBillable.value,
    },
    ...days,
  };
}

const withoutItems = (card: AnswerCard): AnswerCard => ({ ...card, lines: card.lines.map((line) => ({ ...line, items: [] })) });

/** Puts the card where a mail takes it from: rich text with plain text beside it, or plain text alone. */
async function copied(card: AnswerCard, as: 'rich' | 'plain'): Promise<void> {
  const plain = answerText(card);
  try {
    if (as === 'plain') await navigator.clipboard.writeText(plain);
    else {
      const item = new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([answerHtml(card)], { type: 'text/html' }),
      });
      await navigator.clipboard.write([item]);
    }
    notify.done(t('Copied'));
  } catch {
    notify.problem(t('The card could not be put on the clipboard. Select it and copy it yourself.'));
  }
}
