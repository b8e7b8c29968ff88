import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Verdict } from '#shared/evidence/verdict';

/** A claim that was looked up on this device, and what it came to. */
export interface RecentClaim {
  readonly claim: string;
  /** `deal:…`, `account:…`, or empty for everything. */
  readonly within: string;
  readonly verdict: Verdict;
}

interface RecentClaims {
  readonly byWorkspace: Readonly<Record<string, readonly RecentClaim[]>>;
  remember(workspace: string, claim: RecentClaim): void;
}

const MOST = 12;

/** What this person asked lately, the latest first. It is no record: what they decided is. */
export const useRecentClaims = create<RecentClaims>()(
  persist(
    (set) => ({
      byWorkspace: {},
      remember: (workspace, asked) =>
        set(({ byWorkspace }) => {
          const others = (byWorkspace[workspace] ?? []).filter(({ claim, within }) => claim !== asked.claim || within !== asked.within);
          return { byWorkspace: { ...byWorkspace, [workspace]: [asked, ...others].slice(0, MOST) } };
        }),
    }),
    { name: 'throughline.claims' },
  ),
);
