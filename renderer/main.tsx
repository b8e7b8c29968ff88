import { platform } from './platform/current-platform';
import { currentPolicy, loadPolicy } from './platform/policy';
import { speakPersonsLanguage } from './texts/speak';

// What the organisation decided comes before everything; the texts of a module are looked up when it is loaded, so the
// language comes next.
void loadPolicy(platform)
  .then(() => speakPersonsLanguage(currentPolicy().language))
  .then(() => import('./app/start'))
  .catch((error: unknown) => {
    document.body.textContent = `Throughline could not start: ${error instanceof Error ? error.message : String(error)}`;
  });
