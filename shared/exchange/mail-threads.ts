import { sha256Hex } from '../ledger/hash';
import type { Mail } from './mail';

/**
 * The thread of a message, told from the message alone, so that every laptop names it alike: the oldest message that it
 * answers, or itself. A message that names none belongs with those of the same subject between the same people.
 */
export function threadOf(mail: Mail): string {
  const [oldest] = mail.references;
  if (oldest !== undefined) return oldest;
  if (mail.messageId !== undefined && !isReply(mail.subject)) return mail.messageId;
  return subjectThread(mail);
}

const PREFIX = /^\s*(?:re|aw|antw|sv|vs|r|fw|fwd|wg|tr|rv|ref|odp)\s*(?:\[\d+\])?\s*:\s*/i;

const isReply = (subject: string): boolean => PREFIX.test(subject);

/** `Re: AW: Rollout` → `rollout` */
export function plainSubject(subject: string): string {
  let rest = subject;
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, '');
  return rest.trim().toLowerCase();
}

function subjectThread({ subject, from, to, cc }: Mail): string {
  const people = [...new Set([...from, ...to, ...cc].map(({ address }) => address))].toSorted();
  return `subject:${sha256Hex(JSON.stringify([plainSubject(subject), people])).slice(0, 32)}`;
}

/** What grouping needs to know of a message, whether it was just read or is a moment already. */
export interface Threaded {
  readonly messageId?: string | undefined;
  readonly thread?: string | undefined;
}

/**
 * Groups messages that belong together: those that share a thread, and those of which one began, or stands in, the thread
 * of another. Order of the input is kept, within groups and between them.
 */
export function groupThreads<T extends Threaded>(messages: readonly T[]): readonly (readonly T[])[] {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    const next = leaders.get(key);
    if (next === undefined || next === key) return key;
    const leader = leaderOf(next);
    leaders.set(key, leader);
    return leader;
  };
  const keysOf = ({ messageId, thread }: T, index: number) => [thread, messageId].filter((key) => key !== undefined).concat(`#${index}`);
  messages.forEach((message, index) => {
    const [first = '', ...rest] = keysOf(message, index);
    for (const key of rest) leaders.set(leaderOf(key), leaderOf(first));
  });
  const groups = new Map<string, T[]>();
  messages.forEach((message, index) => {
    const leader = leaderOf(`#${index}`);
    const group = groups.get(leader);
    if (group) group.push(message);
    else groups.set(leader, [message]);
  });
  return [...groups.values()];
}
