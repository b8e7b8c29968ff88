import type { HubAnswer, HubClient, HubRequest, Whoami } from '../../renderer/data/sync/ports';
import type { Dice } from './dice';
import type { Answer, VirtualHub, Waiting } from './virtual-hub';
import type { Owner, VirtualTime } from './virtual-time';

/** What can go wrong with one request. */
export const FAULTS = [
  'request dropped',
  'answer dropped',
  'sent twice',
  'overtaken',
  'answer cut short',
  'answer from a portal',
  'answer is no JSON',
  'signed out',
  'not allowed',
  'conflict',
  'too large',
  'too many requests',
  'server error before',
  'server error after',
  'bad gateway',
  'slow',
] as const;
export type Fault = (typeof FAULTS)[number];

const PORTAL = '<!doctype html><title>Hotel Wi-Fi</title><body>Accept the terms to go on.</body>';

interface LongPoll extends Waiting {
  readonly settle: (answer: Answer | undefined) => void;
}

/** The network between all devices and the one server. */
export class VirtualNetwork {
  readonly hub: VirtualHub;
  readonly #time: VirtualTime;
  readonly #dice: Dice;
  readonly #polls = new Set<LongPoll>();
  isDown = false;
  /** Requests that reached the server. */
  requests = 0;

  constructor(hub: VirtualHub, time: VirtualTime, dice: Dice) {
    this.hub = hub;
    this.#time = time;
    this.#dice = dice;
    hub.changed = (database) => this.#wake(database);
  }

  /** Every connection breaks; documents stay. */
  restart(): void {
    for (const poll of [...this.#polls]) this.#finish(poll, undefined);
  }

  line(user: string): Line {
    return new Line(this, this.#time, this.#dice, user);
  }

  /** What the server makes of a request; `undefined` where the connection broke. */
  deliver(user: string, { method, path, body }: HubRequest, settle: (answer: Answer | undefined) => void): void {
    this.requests += 1;
    if (this.isDown) return settle({ status: 502, body: { error: 'unreachable', reason: 'The server does not answer.' } });
    const answered = this.hub.answer(user, method, path, body);
    if ('status' in answered) return settle(answered);
    const poll: LongPoll = { ...answered, settle };
    if (poll.isDue()) return settle(poll.answer());
    this.#polls.add(poll);
    this.#time.after(poll.timeout, () => this.#finish(poll, poll.answer()));
  }

  #wake(database: string): void {
    for (const poll of [...this.#polls]) if (poll.database === database && poll.isDue()) this.#finish(poll, poll.answer());
  }

  #finish(poll: LongPoll, answer: Answer | undefined): void {
    if (this.#polls.delete(poll)) poll.settle(answer);
  }
}

/** One device's way to the server, with whatever is wrong with it now. */
export class Line {
  readonly #network: VirtualNetwork;
  readonly #time: VirtualTime;
  readonly #dice: Dice;
  readonly #user: string;
  /** What happens to the next requests, one each. */
  faults: Fault[] = [];
  isOffline = false;

  constructor(network: VirtualNetwork, time: VirtualTime, dice: Dice, user: string) {
    this.#network = network;
    this.#time = time;
    this.#dice = dice;
    this.#user = user;
  }

  /** The line as a program uses it that runs from one start to its end. */
  of(owner: Owner): HubClient & { readonly whoami: Whoami } {
    return { request: (request) => this.#request(request, owner), whoami: () => this.#whoami(owner) };
  }

  #request(request: HubRequest, owner: Owner): Promise<HubAnswer> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(why));
      if (request.signal.aborted) return fail('called off');
      const stop = this.#time.after(request.timeoutMs, () => over(() => fail('no answer in time')), owner);
      const calledOff = () => over(() => fail('called off'));
      const over = (settle: () => void) => {
        stop();
        request.signal.removeEventListener('abort', calledOff);
        settle();
      };
      request.signal.addEventListener('abort', calledOff);
      if (this.isOffline) return void this.#time.after(this.#dice.whole(1, 30), () => over(() => fail('no network')), owner);
      this.#send(request, this.faults.shift(), owner, (answer) =>
        over(() => (answer === undefined ? fail('connection lost') : resolve(answer))),
      );
    });
  }

  #whoami(owner: Owner): ReturnType<Whoami> {
    const answer = (): Awaited<ReturnType<Whoami>> => {
      const roles = this.#network.hub.rolesOf(this.#user);
      if (this.isOffline || this.#network.isDown) return { ok: false, kind: 'unreachable', message: 'The server does not answer.' };
      if (roles === undefined) return { ok: false, kind: 'wrong-password', message: 'Sign in again.' };
      return { ok: true, url: 'http://hub', user: this.#user, roles };
    };
    return new Promise((resolve) => void this.#time.after(this.#dice.whole(5, 60), () => resolve(answer()), owner));
  }

  #send(request: HubRequest, fault: Fault | undefined, owner: Owner, done: (answer: HubAnswer | undefined) => void): void {
    const latency = () => this.#dice.whole(5, 80) + (fault === 'overtaken' ? 4_000 : 0);
    const arrive = (then: (answer: Answer | undefined) => void) =>
      this.#time.after(latency(), () => this.#network.deliver(this.#user, request, then));
    const back = (answer: Answer | undefined) =>
      this.#time.after(latency() + (fault === 'slow' ? 45_000 : 0), () => done(answer && this.#spoiled(answer, fault)), owner);
    if (fault === 'request dropped') return;
    const instead = fault === undefined ? undefined : INSTEAD[fault];
    if (instead) return void this.#time.after(latency() * 2, () => done({ status: instead[0], text: instead[1] }), owner);
    if (fault === 'sent twice') this.#time.after(this.#dice.whole(1, 5_000), () => void arrive(() => undefined));
    arrive(fault === 'answer dropped' ? () => undefined : back);
  }

  #spoiled({ status, body }: Answer, fault: Fault | undefined): HubAnswer {
    const text = JSON.stringify(body);
    if (fault === 'answer cut short') return { status, text: text.slice(0, Math.floor(text.length * this.#dice.real())) };
    if (fault === 'server error after') return { status: 500, text: '{"error":"internal_server_error","reason":"timeout"}' };
    return { status, text };
  }
}

/** Answers that somebody on the way gives, before the server hears anything. */
const INSTEAD: Readonly<Partial<Record<Fault, readonly [status: number, text: string]>>> = {
  'answer from a portal': [200, PORTAL],
  'answer is no JSON': [200, ''],
  'signed out': [401, '{"error":"unauthorized","reason":"You are not authorized to access this db."}'],
  'not allowed': [403, '{"error":"forbidden","reason":"Account is temporarily locked due to multiple authentication failures"}'],
  conflict: [409, '{"error":"conflict","reason":"Document update conflict."}'],
  'too large': [413, '{"error":"too_large","reason":"the request entity is too large"}'],
  'too many requests': [429, '{"error":"too_many_requests","reason":"Slow down."}'],
  'server error before': [500, '{"error":"internal_server_error","reason":"No DB shards could be opened."}'],
  'bad gateway': [502, '<html><body>502 Bad Gateway</body></html>'],
};
