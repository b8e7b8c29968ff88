import { HubFailure, jsonOf } from './asking';
import type { LedgerState } from './ledger-state';
import { seqText } from './read-batch';
import { addressOf, queryOf, type Round } from './round';

/**
 * How a wake-up request ended. `news`: something changed. `own`: only what this device handed in itself. `quiet`: nothing did,
 * and it is time to look at the other databases.
 */
export type WokenBy = { readonly kind: 'news' | 'own' | 'quiet' } | { readonly kind: 'failed'; readonly cause: unknown };

/**
 * Asks the server to answer when something changes in the team's ledger. The answer is only a reason to look: what changed is
 * pulled as always. Never rejects. One that the network swallowed is given up after a while.
 */
export async function wakeUp(state: LedgerState, round: Round): Promise<WokenBy> {
  const { pace, ask } = round;
  const query = queryOf({ feed: 'longpoll', since: state.since ?? 0, limit: 1, timeout: pace.wakeUp });
  try {
    const answer = jsonOf(await ask.get(`${addressOf(round, 'team')}/_changes?${query}`, pace.watchdog));
    round.contact();
    const { results } = answer;
    if (!Array.isArray(results)) throw new HubFailure('unreadable', 'The server’s changes have no rows.');
    if (results.length === 0) return { kind: 'quiet' };
    return { kind: seqText(answer['last_seq']) === state.since ? 'own' : 'news' };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}
