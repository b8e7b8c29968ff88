import { type Channel, CONTRACT, type Response, reply } from '#shared/ipc/contract';

/** What a shell answered to a request, parsed. Throws with the shell's own words where it could not do it. */
export function valueOf<C extends Channel>(channel: C, raw: unknown): Response<C> {
  const answer = reply.parse(raw);
  if (!answer.ok) throw new Error(answer.message);
  return CONTRACT[channel].response.parse(answer.value) as Response<C>;
}
