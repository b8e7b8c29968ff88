import { definitionOf } from '../records/registry';
import type { Records } from '../records/records';
import { anyTableFormat, TABLE_NOUNS, type TableNoun } from './any-table';
import type { FilePlan, ImportChoices } from './import-plan';
import { own } from './own';
import type { ReadFile } from './read-file';
import { rememberedAnswer, type Remembered } from './remembered';
import { t } from '../values/texts';

/** What a table is that was recognised. */
const AUTO = 'auto';

const tableQuestion = (signature: string): string => `table/${signature}`;
const isNoun = (value: string | undefined): value is TableNoun => TABLE_NOUNS.some((noun) => noun === value);

/** What a table of no known system holds: chosen now, or as last time for these headers. */
function nounOf({ name, signature }: LooseTable, records: Records, choices: ImportChoices): TableNoun | undefined {
  const noun = own(choices.kinds, name) ?? rememberedAnswer(tableQuestion(signature), records);
  return isNoun(noun) ? noun : undefined;
}

type LooseTable = Extract<ReadFile, { kind: 'loose table' }>;

/** The file as it is brought in: a table whose noun is known is read as such, one that shall stay out stays out. */
export function chosenFile(file: ReadFile, records: Records, choices: ImportChoices): ReadFile {
  if (file.kind === 'table' && own(choices.kinds, file.name) === '')
    return { kind: 'unsupported', name: file.name, label: file.format.label, reason: t('Left out by choice.') };
  if (file.kind !== 'loose table') return file;
  const noun = nounOf(file, records, choices);
  if (noun === undefined) return file;
  const { kind: _, label: __, reason: ___, signature, ...rest } = file;
  return { ...rest, kind: 'table', format: anyTableFormat(noun, signature, file.name) };
}

/** What a person can choose for a file, whatever it is brought in as. */
export function choiceOf(file: ReadFile, records: Records, choices: ImportChoices): Pick<FilePlan, 'holds' | 'book'> {
  if (file.kind !== 'table' && file.kind !== 'loose table') return {};
  const book = file.book === undefined ? {} : { book: file.book };
  if (file.kind === 'table') {
    const value = own(choices.kinds, file.name) === '' ? '' : AUTO;
    return { ...book, holds: { value, options: [{ value: AUTO, label: file.format.label }] } };
  }
  const options = TABLE_NOUNS.map((noun) => ({ value: noun as string, label: definitionOf(noun).plural }));
  return { ...book, holds: { value: nounOf(file, records, choices) ?? '', options } };
}

/** What tables of these headers hold, for the next time. */
export function kindsToRemember(files: readonly ReadFile[], choices: ImportChoices): readonly Remembered[] {
  return files.flatMap((file) => {
    const chosen = own(choices.kinds, file.name);
    return file.kind === 'loose table' && isNoun(chosen) ? [{ question: tableQuestion(file.signature), answer: chosen }] : [];
  });
}
