import { deepLinkTo } from '#shared/ipc/deep-link';
import { t } from '#shared/values/texts';
import { notify } from './notify';

/** Puts a link to a record on the clipboard. It opens the desktop app of whoever has the record, and shows it. */
export async function copyLink(id: string): Promise<void> {
  const link = deepLinkTo(id);
  if (link === undefined) return;
  try {
    await navigator.clipboard.writeText(link);
    notify.done(t('The link is copied. It opens for everybody who has this workspace.'));
  } catch {
    notify.problem(link, t('The clipboard is closed to this page. This is the link:'));
  }
}
