import type { ImportChoices, ImportPlan } from '#shared/exchange/import-plan';
import { ColumnsCard } from './ColumnsCard';
import { mappedFiles, questionGroups } from './mapping';
import classes from './MappingStage.module.css';
import { QuestionsCard } from './QuestionsCard';

interface MappingStageProps {
  readonly plan: ImportPlan;
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

/** What stages, owners, currency and dates mean, and which columns come in. */
export function MappingStage({ plan, choices, onChoose }: MappingStageProps) {
  const groups = questionGroups(plan);
  const answer = (question: string, value: string): void => onChoose({ answers: { ...choices.answers, [question]: value } });
  const use = (file: string, header: string, role: string): void =>
    onChoose({ columns: { ...choices.columns, [file]: { ...choices.columns[file], [header]: role } } });
  return (
    <div className={classes.stage}>
      {groups.map((group) => (
        <QuestionsCard key={group.kind} group={group} onAnswer={answer} />
      ))}
      {mappedFiles(plan).map((file) => (
        <ColumnsCard key={file.file} file={file} onUse={(header, role) => use(file.file, header, role)} />
      ))}
    </div>
  );
}
