import type { ServerLink } from '../sync-state';
import type { HubClient } from './ports';

/** The most bytes of an answer that are read: an honest one is far smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The way to a server through the shell, which knows where it is and adds what proves who asks. */
export function hubClient({ connection }: ServerLink): HubClient {
  return {
    request: async ({ method, path, body, signal, timeoutMs }) => {
      const answer = await fetch(`/hub/${encodeURIComponent(connection)}/${path}`, {
        method,
        cache: 'no-store',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
      });
      return { status: answer.status, text: await textOf(answer) };
    },
  };
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let bytes = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return texts.join('') + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new Error('The answer is larger than any should be.');
    }
    texts.push(decoder.decode(value, { stream: true }));
  }
}
