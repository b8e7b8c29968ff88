import { verifyChain } from '#shared/ledger/verify-chain';
import type { VerifyAnswer, VerifyRequest } from './verify-messages';

/** Collects the pages of a ledger, then hashes every entry and follows every chain. */
export function openVerification(): (request: VerifyRequest) => VerifyAnswer | undefined {
  let raws: unknown[] = [];
  return (request) => {
    if (request.kind === 'pages') {
      for (const text of request.texts) raws.push(...rawsOf(text));
      return undefined;
    }
    const entries = raws.length;
    const problems = verifyChain(raws, request.expected);
    raws = [];
    return { entries, problems };
  };
}

/** A page that is not even JSON counts as one entry that does not hold. */
function rawsOf(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch (cause) {
    return [`unreadable: ${String(cause)}`];
  }
}
