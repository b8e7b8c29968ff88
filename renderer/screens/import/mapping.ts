import type { FilePlan, ImportPlan, Question } from '#shared/exchange/import-plan';
import { STAGES, type Stage } from './import-state';

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
    title: 'Stages',
    text: 'Which phase a stage of the CRM stands for. Stages after the signature make the deal a signed one.',
  },
  { kind: 'deal', title: 'Deals', text: 'Which deal a project or client of the files belongs to. Rows without a deal stay out.' },
  { kind: 'kind', title: 'Kinds of tickets', text: 'What the types of the files are here.' },
  { kind: 'status', title: 'Statuses', text: 'Where work stands that has this status.' },
  {
    kind: 'scope line',
    title: 'Tasks',
    text: 'Which scope line of its deal a task is. Hours without one stand on the deal alone.',
  },
  { kind: 'choice', title: 'Words', text: 'What the words of a column mean here.' },
  { kind: 'owner', title: 'Owners', text: 'Who the owners in the files are here.' },
  { kind: 'currency', title: 'Currency', text: 'For amounts that do not name theirs. Amounts are never converted.' },
  { kind: 'date order', title: 'Dates', text: 'Dates that can be read two ways.' },
  { kind: 'decimal sign', title: 'Numbers', text: 'Amounts that can be read two ways.' },
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
