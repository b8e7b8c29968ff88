import './zod-without-eval';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/index.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { doJob } from './command-line-job';
import { keepLocked } from './lock';
import { useSession } from './session';
import { answerWhoami } from '../data/sync/whoami';
import { keepKeysIn } from '../data/vault/workspace-vault';
import { platform } from '../platform/current-platform';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
answerWhoami((connection) => platform.hub.whoAmI(connection));
if (platform.keyStore) keepKeysIn(platform.keyStore);
const { backups } = platform;
const job = (await backups?.job()) ?? { tag: 'none' };
if (backups && job.tag !== 'none') await doJob(job.tag, backups, 'recoveryKey' in job ? job.recoveryKey : undefined);
else {
  keepLocked();
  void useSession.getState().start();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
