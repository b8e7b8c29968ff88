import { spokenLanguage } from '#shared/values/texts';

const KEPT_AS = 'throughline.language';

/** Languages that the program speaks, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type LanguageCode = keyof typeof LANGUAGES;

export const isLanguage = (code: string | null | undefined): code is LanguageCode => code === 'en' || code === 'de';

/** The language somebody chose on this device; nothing while it follows the system. */
export const chosenLanguage = {
  get(): LanguageCode | undefined {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : undefined;
  },
  set(code: LanguageCode | undefined): void {
    if (code === undefined) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, code);
  },
};

/** The language to speak: the chosen one, else the first of the system's that the program speaks, else English. */
export function languageToSpeak(chosen: string | undefined, ofSystem: readonly string[]): LanguageCode {
  if (isLanguage(chosen)) return chosen;
  return ofSystem.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

/** The locale of dates, numbers and money: that of the system where it is of the language, else the language's own. */
export function localeFor(language: LanguageCode, ofSystem: readonly string[]): string {
  return ofSystem.find((tag) => tag.split('-')[0] === language) ?? language;
}

/** The name of a worker that words what a person reads: it tells the worker which language to speak. */
export const workerName = (name: string): string => `${name} ${spokenLanguage()}`;
