import { t } from '#shared/values/texts';
import { hasNews } from '../../resources/release-notes/release-notes';
import { notify } from '../components/notify';
import { lastVersion } from '../ui-state/last-version';

/** Says once after an update that there is something new, and where it can be read. */
export function tellNews(): void {
  const before = lastVersion.get();
  lastVersion.set(APP_VERSION);
  if (hasNews(before, APP_VERSION))
    notify.done(t('Throughline is now version {{version}}. What is new stands in Settings, About Throughline.', { version: APP_VERSION }));
}
