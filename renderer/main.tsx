import './app/zod-without-eval';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/index.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { useSession } from './app/session';
import { answerWhoami } from './data/sync/whoami';
import { platform } from './platform/current-platform';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
answerWhoami((connection) => platform.hub.whoAmI(connection));
void useSession.getState().start();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
