import type { Whoami } from './ports';
import { t } from '#shared/values/texts';

let asked: Whoami = async () => ({ ok: false, kind: 'failed', message: t('This app cannot ask the server who is signed in.') });

/** Says how a server is asked who is signed in. The app calls it once: the shell knows, and this folder knows no shell. */
export function answerWhoami(whoami: Whoami): void {
  asked = whoami;
}

export const whoami: Whoami = (connection) => asked(connection);
