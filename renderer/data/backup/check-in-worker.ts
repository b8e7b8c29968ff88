import type { CheckedBackup } from './check-backup';
import type { BackupCheck } from './make-backup';

/** Opens, hashes and counts in a worker: seconds of work that nobody who types should feel. */
export const checkInWorker: BackupCheck = async (read, key) => {
  const worker = new Worker(new URL('./check-backup.worker.ts', import.meta.url), { type: 'module', name: 'backup check' });
  try {
    const answer = new Promise<CheckedBackup>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CheckedBackup>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(`The backup could not be checked: ${message}`));
    });
    // Told where it is waited for, below.
    answer.catch(() => undefined);
    for await (const bytes of read()) worker.postMessage({ bytes });
    worker.postMessage({ key });
    return await answer;
  } finally {
    worker.terminate();
  }
};
