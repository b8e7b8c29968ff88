import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connections } from '../hub/connections';
import { answerHub, MAX_REQUEST_BYTES } from '../hub/proxy';
import { bodyOf } from './body-of';

/** Hands a visit on to a server and its answer back, as they come. A browser that goes away ends the request there. */
export async function handOn(connections: Connections, target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const method = request.method ?? '';
  const body = method === 'POST' ? ((await bodyOf(request, MAX_REQUEST_BYTES)) ?? 'too large') : undefined;
  const answer = await answerHub(connections, { method, target, body, signal: gone.signal });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  // A long-poll has nothing to say for a while: its head must not wait for that.
  response.flushHeaders();
  if (answer.body) await pour(answer.body, response, gone.signal);
  else response.end();
}

async function pour(body: ReadableStream<Uint8Array>, response: ServerResponse, gone: AbortSignal): Promise<void> {
  try {
    for await (const chunk of body) {
      if (!response.write(chunk)) await once(response, 'drain', { signal: gone });
    }
    response.end();
  } catch {
    // Either side went away in the middle: the page sees an answer that breaks off, which is what happened.
    response.destroy();
  }
}
