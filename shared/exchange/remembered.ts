import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { derivedId } from '../values/id';

/** An answer that the firm keeps, so that the next import does not ask. */
export interface Remembered {
  readonly question: string;
  readonly answer: string;
}

export const rememberedKey = (question: string): string => `import.${question}`;

/** The record that remembers an answer. Its id follows from the key, so two laptops remember one. */
export const settingIdOf = (key: string): Id<'firmSetting'> => derivedId('firmSetting', 'throughline', key);

/** What was answered before; an import that was undone takes its answers with it. */
export function rememberedAnswer(question: string, records: Records): string | undefined {
  const setting = records.get('firmSetting', settingIdOf(rememberedKey(question)));
  return setting && !setting.archived && typeof setting.value === 'string' ? setting.value : undefined;
}
