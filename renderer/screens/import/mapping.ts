import type { FilePlan, ImportPlan, Question } from '#shared/exchange/import-plan';
import { STAGES, type Stage } from './import-state';
import { t } from '#shared/values/texts';

/** Questions of one kind, as they are asked together. */
export interface QuestionGroup {
  readonly kind: Question['kind'];
  readonly title: string;
  readonly text: string;
  readonly questions: readonly Question[];
}

const KINDS: readonly Omit<QuestionGroup, 'questions'>[] = [
  {
    kind: 'stage',
    title: t('Stages'),
    text: t('Which phase a stage of the CRM stands for. Stages after the signature make the deal a signed one.'),
  },
  { kind: 'deal', title: t('Deals'), text: t('Which deal a project or client of the files belongs to. Rows without a deal stay out.') },
  { kind: 'kind', title: t('Kinds of tickets'), text: t('What the types of the files are here.') },
  { kind: 'status', title: t('Statuses'), text: t('Where work stands that has this status.') },
  {
    kind: 'scope line',
    title: t('Tasks'),
    text: t('Which scope line of its deal a task is. Hours without one stand on the deal alone.'),
  },
  { kind: 'choice', title: t('Words'), text: t('What the words of a column mean here.') },
  { kind: 'owner', title: t('Owners'), text: t('Who the owners in the files are here.') },
  { kind: 'currency', title: t('Currency'), text: t('For amounts that do not name theirs. Amounts are never converted.') },
  { kind: 'date order', title: t('Dates'), text: t('Dates that can be read two ways.') },
  { kind: 'decimal sign', title: t('Numbers'), text: t('Amounts that can be read two ways.') },
];

/** What the files leave open, by kind; inside a kind, guesses come before what is certain. */
export function questionGroups({ questions }: ImportPlan): readonly QuestionGroup[] {
  return KINDS.map((kind) => ({
    ...kind,
    questions: questions.filter((question) => question.kind === kind.kind).toSorted((a, b) => Number(isGuess(b)) - Number(isGuess(a))),
  })).filter(({ questions: asked }) => asked.length > 0);
}

/** Nobody said so and nothing proves it: a person should look. */
export const isGuess = ({ basis }: Question): boolean => basis === 'assumed';

export const openQuestions = ({ questions }: ImportPlan): number => questions.filter(isGuess).length;

/** Tables, whose columns can be chosen. */
export const mappedFiles = ({ files }: ImportPlan): readonly FilePlan[] => files.filter(({ columns }) => columns.length > 0);

/** The stages of this import: without questions and columns where the files leave none open. */
export function stagesOf(plan: ImportPlan | undefined): readonly Stage[] {
  const asks = plan === undefined || plan.questions.length > 0 || mappedFiles(plan).length > 0;
  return asks ? STAGES : STAGES.filter((stage) => stage !== 'mapping');
}
