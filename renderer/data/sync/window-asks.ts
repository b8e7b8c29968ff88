import type { EntryId, RecordId } from '#shared/ledger/entry';
import type { Result } from '#shared/values/result';
import type { ServerLink, SyncFacts, SyncProblem } from '../sync-state';
import { t } from '#shared/values/texts';

/** What a window asks of the one that talks to the server. */
export type Ask =
  | { readonly what: 'facts' | 'now' | 'pause' | 'resume' | 'again' }
  | { readonly what: 'signed-in' | 'join'; readonly link: ServerLink }
  | { readonly what: 'withdraw'; readonly entries: readonly EntryId[] }
  | { readonly what: 'drop-sealed'; readonly id: string };

/** What the one that talks to the server tells the others. */
export interface Told {
  readonly facts: SyncFacts;
  readonly unsent: readonly RecordId[];
  readonly unsentCount: number;
  /** Absent where there are too many to tell. */
  readonly entries?: readonly EntryId[];
  /** Somebody handed in something for somebody else. */
  readonly isHanded: boolean;
}

export type SyncNews =
  | ({ readonly kind: 'sync' } & Told)
  | { readonly kind: 'sync-ask'; readonly n: string; readonly ask: Ask }
  | { readonly kind: 'sync-answer'; readonly n: string; readonly answer: Result<void, SyncProblem> };

export type Answer = Result<void, SyncProblem>;

/** Brings what is asked in any window to the one that talks to the server, and the answer back. */
export interface WindowAsks {
  ask(ask: Ask): Promise<Answer>;
  hear(news: SyncNews): void;
  /** This window talks to the server from now on: what it asked and nobody answered, it answers itself. */
  lead(answer: (ask: Ask) => Promise<Answer>): void;
  close(): void;
}

export function openWindowAsks(tell: (news: SyncNews) => void, name: () => string): WindowAsks {
  const open = new Map<string, { readonly ask: Ask; readonly resolve: (answer: Answer) => void }>();
  let answering: ((ask: Ask) => Promise<Answer>) | undefined;
  const settle = (n: string, answer: Answer): void => {
    open.get(n)?.resolve(answer);
    open.delete(n);
  };
  const failed = (cause: unknown): Answer => ({ ok: false, error: { message: cause instanceof Error ? cause.message : String(cause) } });
  return {
    ask: (ask) => {
      if (answering !== undefined) return answering(ask);
      return new Promise((resolve) => {
        const n = name();
        open.set(n, { ask, resolve });
        tell({ kind: 'sync-ask', n, ask });
      });
    },
    hear: (news) => {
      if (news.kind === 'sync-answer') settle(news.n, news.answer);
      else if (news.kind === 'sync-ask' && answering !== undefined) {
        const { n, ask } = news;
        void answering(ask)
          .catch(failed)
          .then((answer) => tell({ kind: 'sync-answer', n, answer }));
      }
    },
    lead: (answer) => {
      answering = answer;
      for (const [n, { ask }] of open)
        void answer(ask)
          .catch(failed)
          .then((said) => settle(n, said));
    },
    close: () => {
      for (const n of open.keys()) settle(n, { ok: false, error: { message: t('The workspace was closed.') } });
    },
  };
}
