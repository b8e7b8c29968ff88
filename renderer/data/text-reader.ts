import type { NamedBytes } from '#shared/exchange/file-text/file-text';
import { unreadable, type TextPart } from '#shared/exchange/file-text/text-part';
import { openTurnstile } from '#shared/values/turnstile';
import type { TextReader } from './file-texts';
import type { ReadAnswer, ReaderAnswer } from './reader-messages';
import { t } from '#shared/values/texts';

/** A file that takes longer is made to take long. */
const MOST_MILLISECONDS = 60_000;
/** A reader with nothing to do lets its memory go. */
const IDLE_MILLISECONDS = 20_000;

/**
 * Reads files in a worker of its own, one after the other. A file that takes too long, or brings the worker down, is unreadable; the
 * next one gets a new worker.
 */
export function textReaderWorker(): TextReader {
  let worker: Worker | undefined;
  const inTurn = openTurnstile();
  let idle: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(idle);
    worker?.terminate();
    worker = undefined;
  };
  const one = async (file: NamedBytes): Promise<readonly TextPart[]> => {
    clearTimeout(idle);
    worker ??= new Worker(new URL('./file-text.worker.ts', import.meta.url), { type: 'module', name: 'texts of files' });
    const read = await answerOf(worker, file);
    if (read.kind === 'stopped') stop();
    else idle = setTimeout(stop, IDLE_MILLISECONDS);
    if (read.kind === 'read') return read.parts;
    if (read.kind === 'stopped' && read.began) return [{ name: '', ...unreadable(read.reason) }];
    throw new Error(read.kind === 'missing' ? read.message : 'The reader of files could not be started.');
  };
  return {
    read: (file) => inTurn(() => one(file)),
    close: stop,
  };
}

type Read = ReadAnswer | { readonly kind: 'stopped'; readonly began: boolean; readonly reason: string };

/** Resolves in any case: with what was read, or why the worker has to go. */
function answerOf(worker: Worker, file: NamedBytes): Promise<Read> {
  return new Promise((resolve) => {
    let began = STARTED.has(worker);
    const done = (read: Read): void => {
      clearTimeout(clock);
      worker.onmessage = worker.onerror = null;
      resolve(read);
    };
    const clock = setTimeout(
      () => done({ kind: 'stopped', began, reason: t('It takes longer than a minute to read.') }),
      MOST_MILLISECONDS,
    );
    // The library for PDFs greets whoever started the worker that it is loaded into: its messages are not ours.
    worker.onmessage = ({ data }: MessageEvent<ReaderAnswer | { readonly kind?: undefined }>) => {
      if (data.kind === 'read' || data.kind === 'missing') done(data);
      else if (data.kind === 'ready') began = STARTED.add(worker).has(worker);
    };
    worker.onerror = () => done({ kind: 'stopped', began, reason: t('It could not be read.') });
    worker.postMessage(file);
  });
}

/** Workers that said that they are there. */
const STARTED = new WeakSet<Worker>();
