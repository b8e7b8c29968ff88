import type { Have } from '#shared/ledger/entry';
import type { ChainProblem } from '#shared/ledger/verify-chain';

/** To the worker: the page texts of one ledger in batches, then the end of it. Only the end is answered. */
export type VerifyRequest =
  { readonly kind: 'pages'; readonly texts: readonly string[] } | { readonly kind: 'end'; readonly expected: Have };

export interface VerifyAnswer {
  readonly entries: number;
  readonly problems: readonly ChainProblem[];
}
