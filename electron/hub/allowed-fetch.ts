import { type Policy, serverRefusal } from '#shared/policy/policy';
import { NotAllowed } from './refusal';
import type { Fetch } from './server-session';

/**
 * The way to servers that the organisation allows: everything about servers goes through it, signing in as well as what
 * the renderer asks under `/hub`. Rejects with `NotAllowed` before anything is sent. Redirects are not followed
 * (`FETCH_RULES`), so no server can send a request on to one that is not allowed.
 */
export function allowedFetch(fetch: Fetch, policy: Policy): Fetch {
  return (url, init) => {
    const refusal = serverRefusal(policy, url);
    return refusal === undefined ? fetch(url, init) : Promise.reject(new NotAllowed(refusal));
  };
}
