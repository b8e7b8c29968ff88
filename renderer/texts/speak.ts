import { speak, type Messages } from '#shared/values/texts';
import { ENGLISH } from './messages-en';
import { chosenLanguage, languageToSpeak, localeFor, type LanguageCode } from './language';

const MESSAGES: Readonly<Record<LanguageCode, () => Promise<Messages>>> = {
  en: () => Promise.resolve(ENGLISH),
  de: async () => (await import('./messages-de')).GERMAN,
};

/**
 * Sets language and locale for this window, `managed` where the organisation has decided. To be done before any screen is
 * loaded, as texts are looked up where they stand.
 */
export async function speakPersonsLanguage(managed: LanguageCode | undefined): Promise<void> {
  const language = languageToSpeak(managed ?? chosenLanguage.get(), navigator.languages);
  speak({ language, locale: localeFor(language, navigator.languages), messages: await MESSAGES[language]() });
  document.documentElement.lang = language;
}
