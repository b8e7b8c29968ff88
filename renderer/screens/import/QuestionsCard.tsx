import { Select, Text } from '@mantine/core';
import { NO_DEAL } from '#shared/exchange/deal-question';
import type { Question } from '#shared/exchange/import-plan';
import { PHASES } from '#shared/records/deal';
import { sentence } from '../../components/FieldValue';
import { RefPicker } from '../../components/RefPicker';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { usePhaseNames } from '../../components/phase-names';
import { numberText } from '../../components/text-of';
import { isGuess, type QuestionGroup } from './mapping';
import classes from './MappingStage.module.css';
import { t } from '#shared/values/texts';

interface QuestionsCardProps {
  readonly group: QuestionGroup;
  readonly onAnswer: (question: string, answer: string) => void;
}

const BASES: Readonly<Record<Question['basis'], string>> = {
  chosen: t('Your answer'),
  remembered: t('As last time'),
  matched: t('Matched'),
  assumed: t('Our guess: please look'),
};

/** Questions of one kind under each other: the word in the file, what it means here, and why we think so. */
export function QuestionsCard({ group, onAnswer }: QuestionsCardProps) {
  const mayAdd = useMayWrite('person');
  return (
    <SectionCard title={group.title} flush>
      <Text size="sm" c="dimmed" px={18} py="xs">
        {group.text}
        {group.kind === 'owner' && !mayAdd
          ? t(' New people are added by an admin or a partner; until then their rows come in without an owner.')
          : ''}
      </Text>
      <ul className={classes.questions}>
        {group.questions.map((question) => (
          <Asked key={question.id} question={question} onAnswer={onAnswer} />
        ))}
      </ul>
    </SectionCard>
  );
}

/** Questions that are about a column, not about one value in it. */
const NAMELESS: ReadonlySet<Question['kind']> = new Set(['choice', 'currency', 'date order', 'decimal sign']);

function Asked({ question, onAnswer }: { readonly question: Question; readonly onAnswer: QuestionsCardProps['onAnswer'] }) {
  const options = useOptions(question);
  return (
    <li className={classes.question} data-guess={isGuess(question) || undefined}>
      <span className={classes.value} title={question.text}>
        {NAMELESS.has(question.kind) ? question.text : question.value}
        <span className={classes.places}>{placesText(question)}</span>
      </span>
      {question.kind === 'deal' ? (
        <RefPicker
          to="deal"
          aria-label={question.text}
          placeholder={t('No deal: its rows stay out')}
          value={question.answer === NO_DEAL ? undefined : question.answer}
          onChange={(deal) => onAnswer(question.id, deal ?? NO_DEAL)}
        />
      ) : (
        <Select
          aria-label={question.text}
          data={options}
          value={question.answer}
          allowDeselect={false}
          searchable={options.length > 8}
          onChange={(answer) => answer !== null && onAnswer(question.id, answer)}
        />
      )}
      <span className={classes.basis}>{BASES[question.basis]}</span>
    </li>
  );
}

/** Phases by the firm's own names, pre-sale and delivery apart; everything else by its label. */
function useOptions({ kind, options }: Question) {
  const phaseName = usePhaseNames();
  if (kind !== 'stage') return options.map(({ value, label }) => ({ value, label: sentence(label) }));
  return PHASES.filter((phase) => options.some(({ value }) => value === phase)).map((phase) => ({ value: phase, label: phaseName(phase) }));
}

function placesText({ places }: Question): string {
  return places.length === 1
    ? t('in 1 row (line {{line}})', { line: places[0]?.line })
    : t('in {{length}} rows', { length: numberText(places.length) });
}
