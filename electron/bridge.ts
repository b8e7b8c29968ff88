import type { BrowserWindow, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { type Channel, CONTRACT, type Reply, type Request, type Response } from '#shared/ipc/contract';
import { REQUEST_PREFIX } from '#shared/ipc/ipc-name';
import type { Log } from './log';

/** One handler for each request of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [C in Channel]: (request: Request<C>, window: BrowserWindow) => Promise<Response<C>>;
};

/** What the bridge needs of the process around it. */
export interface BridgeSetting {
  readonly ipc: { handle(name: string, listener: (event: IpcMainInvokeEvent, raw: unknown) => Promise<Reply>): void };
  readonly maySpeak: (frame: WebFrameMain | null) => boolean;
  readonly windowOf: (event: IpcMainInvokeEvent) => BrowserWindow | null;
  readonly log: Log;
}

/** Serves every request of the contract: the sender is checked and the arguments are parsed before a handler sees them. */
export function serveBridge(handlers: Handlers, setting: BridgeSetting): void {
  for (const channel of Object.keys(CONTRACT) as Channel[]) {
    setting.ipc.handle(REQUEST_PREFIX + channel, (event, raw) => serve(channel, handlers, setting, event, raw));
  }
}

async function serve<C extends Channel>(
  channel: C,
  handlers: Handlers,
  { maySpeak, windowOf, log }: BridgeSetting,
  event: IpcMainInvokeEvent,
  raw: unknown,
): Promise<Reply> {
  const window = windowOf(event);
  const request = CONTRACT[channel].request.safeParse(raw);
  if (!window || !maySpeak(event.senderFrame) || !request.success) {
    log.write(
      'warning',
      `refused ${channel}`,
      request.success ? 'the sender is not the app' : request.error.issues.map(({ code, path }) => ({ code, at: path.join('.') })),
    );
    return { ok: false, message: 'The desktop refused this request.' };
  }
  try {
    const value = await handlers[channel](request.data as Request<C>, window);
    log.write('debug', `answered ${channel}`);
    return { ok: true, value };
  } catch (error) {
    log.write('error', `${channel} failed`, error);
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
