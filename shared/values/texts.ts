import { createInstance } from 'i18next';

/**
 * What the program says, in the language of the person. The English text is the key of its translation, so code reads
 * as what it shows; `resources/texts` holds the message files. The shell says once, before anything else is loaded,
 * which language is spoken; where nobody says so (tests, command line) it is English.
 */
const texts = createInstance();

/** Message files of one language: English text, `{{name}}` for what is put in → translation; `…_one` and `…_other` for counts. */
export type Messages = Readonly<Record<string, string>>;

/** How a person's language is told to the program. */
export interface Language {
  /** `en` or `de`. */
  readonly language: string;
  /** The locale of dates, numbers and money, such as `en-GB` or `de-AT`. */
  readonly locale: string;
  /** Every text that is not its own key. */
  readonly messages: Messages;
}

let spoken: Language = { language: 'en', locale: 'en', messages: {} };
let plain: Readonly<Record<string, string>> = {};

/** Sets the language of everything that is said from now on. To be called once, before the modules that say something are loaded. */
export function speak(language: Language): void {
  spoken = language;
  plain = language.messages;
  void texts.init({
    lng: language.language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '|',
    returnEmptyString: false,
    interpolation: { escapeValue: false },
    resources: { [language.language]: { translation: language.messages } },
  });
}

speak(spoken);

/** The text in the person's language; `values` fill its `{{names}}`, `count` chooses singular or plural. Untranslated texts stay English. */
export function t(text: string, values?: Readonly<Record<string, string | number | null | undefined>>): string {
  if (values === undefined) return plain[text] ?? text;
  return texts.t(text, values);
}

/** The language that is spoken, `en` or `de`. */
export const spokenLanguage = (): string => spoken.language;

/** The locale of dates, numbers and money. */
export const spokenLocale = (): string => spoken.locale;
