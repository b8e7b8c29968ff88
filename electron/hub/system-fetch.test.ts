import { expect, it } from 'vitest';
import { refusalOf } from './refusal';
import { systemFetch } from './system-fetch';

/** Stands for Electron's session, which does not end a request whose answer is cancelled. */
function aSession() {
  const signals: AbortSignal[] = [];
  const session = {
    fetch: async (_url: string, init: RequestInit) => {
      if (init.signal) signals.push(init.signal);
      return new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('\n')) }), { status: 201 });
    },
  };
  return { signals, fetch: systemFetch(session) };
}

it('an answer that is cancelled ends its request', async () => {
  const { fetch, signals } = aSession();
  const answer = await fetch('http://hub/firm-team/_changes', {});
  expect(answer.status).toBe(201);
  const reader = answer.body?.getReader();
  expect((await reader?.read())?.value).toEqual(new Uint8Array([10]));
  expect(signals[0]?.aborted).toBe(false);
  await reader?.cancel();
  expect(signals[0]?.aborted).toBe(true);
});

it('a request that is called off is called off', async () => {
  const { fetch, signals } = aSession();
  const caller = new AbortController();
  await fetch('http://hub/', { signal: caller.signal });
  caller.abort();
  expect(signals[0]?.aborted).toBe(true);
});

it('a proxy that wants a password is no answer of the server', async () => {
  const proxied = systemFetch({ fetch: async () => new Response('{"error":"x"}', { status: 407 }) });
  const error: unknown = await proxied('https://hub.firm.example/', {}).catch((reason: unknown) => reason);
  expect(refusalOf(error, 'https://hub.firm.example/')).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('proxy wants a name and a password'),
  });
});
