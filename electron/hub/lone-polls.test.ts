import { expect, it } from 'vitest';
import { LonePolls } from './lone-polls';

const poll = (database: string) => new URL(`app://throughline/hub/c/${database}/_changes?feed=longpoll&since=7`);

it('a new long-poll ends the former of the same database, and no other request', () => {
  const polls = new LonePolls();
  const first = polls.signalFor(poll('firm-team'));
  const other = polls.signalFor(poll('other-team'));
  expect(polls.signalFor(new URL('app://throughline/hub/c/firm-team/_changes?since=7'))).toBeUndefined();
  expect(first?.aborted).toBe(false);
  const second = polls.signalFor(poll('firm-team'));
  expect([first?.aborted, second?.aborted, other?.aborted]).toEqual([true, false, false]);
});
