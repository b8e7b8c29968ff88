import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';

/** An answer that the firm keeps, so that the next import does not ask. */
export interface Remembered {
  readonly question: string;
  readonly answer: string;
}

export const rememberedKey = (question: string): string => `import.${question}`;

/** What was answered before; an import that was undone takes its answers with it. */
export function rememberedAnswer(question: string, records: Records): string | undefined {
  const setting = records.get('firmSetting', settingId(rememberedKey(question)));
  return setting && !setting.archived && typeof setting.value === 'string' ? setting.value : undefined;
}
