import { speakPersonsLanguage } from './texts/speak';

// The texts of a module are looked up when it is loaded: the language comes first.
void speakPersonsLanguage().then(() => import('./app/start'));
