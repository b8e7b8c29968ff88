import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTRACT, type Reply, type Request, type Response, SHELL_CHANNELS, type ShellChannel } from '#shared/ipc/contract';
import { SECURITY_HEADERS } from '../content-policy';
import { bodyOf } from './body-of';

/** One handler for each request that the browser shell serves. */
export type ShellHandlers = { readonly [C in ShellChannel]: (request: Request<C>) => Promise<Response<C>> };

/** No request about servers is nearly as long. Bytes. */
const LONGEST_REQUEST = 64 * 1024;

const REFUSED: Reply = { ok: false, message: 'Throughline refused this request.' };

/** Answers a request of the contract that came over HTTP: parsed as on the desktop's bridge, before a handler sees it. */
export async function answerCall(
  handlers: ShellHandlers,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  const channel = SHELL_CHANNELS.find((known) => known === name);
  if (!channel) return send(response, 404, REFUSED);
  // A form of another site cannot send this type, should it ever come as far as here.
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return send(response, 415, REFUSED);
  const body = await bodyOf(request, LONGEST_REQUEST);
  if (!body) return send(response, 413, REFUSED);
  const parsed = CONTRACT[channel].request.safeParse(jsonOf(body));
  if (!parsed.success) return send(response, 400, REFUSED);
  send(response, 200, await replyOf(handlers, channel, parsed.data as Request<typeof channel>, onError));
}

async function replyOf<C extends ShellChannel>(
  handlers: ShellHandlers,
  channel: C,
  request: Request<C>,
  onError: (error: unknown) => void,
): Promise<Reply> {
  try {
    return { ok: true, value: await handlers[channel](request) };
  } catch (error) {
    onError(error);
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Undefined where it is not JSON: no request is that. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function send(response: ServerResponse, status: number, reply: Reply): void {
  const headers = { ...SECURITY_HEADERS, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers);
  response.end(JSON.stringify(reply));
}
