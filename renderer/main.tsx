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

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void useSession.getState().start();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
