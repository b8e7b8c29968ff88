import { speak } from '#shared/values/texts';
import { isLanguage, localeFor } from './language';
import { GERMAN } from './messages-de';
import { ENGLISH } from './messages-en';

/**
 * The language of a worker that words what a person reads. To be imported before all else: the window says the
 * language in the worker's name (`workerName`), as texts are looked up when a module is loaded.
 */
const language = self.name.split(' ').find(isLanguage) ?? 'en';
speak({ language, locale: localeFor(language, navigator.languages), messages: language === 'de' ? GERMAN : ENGLISH });
