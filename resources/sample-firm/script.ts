import type { Json } from '#shared/ledger/entry';
import type { BILLING_MODELS, Phase } from '#shared/records/deal';
import type { FigureName, System } from '#shared/records/external-figure';
import type { PersonKey } from './people';

/** Days from today: -30 is a month ago. Days at weekends move to the nearest working day. */
export type Day = number;
/** A contact of the deal's account, by the key in accounts.ts. */
export type ContactKey = string;
/** A sum in whole units of the deal's currency. */
export type Units = number;

/** What one deal went through. The routine of the firm (proposals, milestones, invoices, hours) follows from the facts. */
export interface DealScript {
  readonly key: string;
  readonly account: string;
  readonly name: string;
  readonly department: string;
  readonly ae: PersonKey;
  readonly lead: PersonKey;
  readonly pm?: PersonKey;
  readonly buyers: readonly ContactKey[];
  readonly model: (typeof BILLING_MODELS)[number];
  readonly currency: 'EUR' | 'GBP' | 'USD';
  readonly opened: Day;
  /** Expected value at first, and each time it was re-priced before the signature. */
  readonly prices: readonly (readonly [Day, Units])[];
  readonly closeBy: Day;
  /** Phases after discovery, each with its day; `lost` and `on hold` among them. */
  readonly steps: readonly (readonly [Day, Phase])[];
  /** Signed value; present exactly where a step crosses the signature. */
  readonly signed?: Units;
  /** Why they bought, as we see it: for us alone. */
  readonly why?: string;
  /** Why this project, in words for the client: the offer begins with it. */
  readonly background?: string;
  readonly lostBecause?: string;
  readonly plannedEnd?: Day;
  readonly health?: 'green' | 'amber' | 'red';
  readonly scope: readonly Line[];
  readonly milestones?: readonly Stone[];
  readonly retainer?: { readonly fee: Units; readonly months: number };
  readonly cap?: Units;
  /** Who works on it after the signature, the busiest first. */
  readonly team?: readonly PersonKey[];
  /** Hours that the work takes for each hour planned. */
  readonly effort?: number;
  /** Share of the work that is done, where the deal is being delivered. */
  readonly progress?: number;
  readonly beats: readonly Beat[];
}

/** One line of scope; `hours` and `price` as planned. */
export interface Line {
  readonly key: string;
  readonly title: string;
  readonly included: string;
  readonly excluded?: string;
  readonly assumes?: string;
  readonly test?: string;
  readonly why?: string;
  readonly hours: number;
  readonly price: Units;
  /** What the first proposal asked for it, where the price came down. */
  readonly asked?: Units;
  readonly role?: string;
  /** Hours that this line takes for each hour planned, where it is not as the deal's. */
  readonly effort?: number;
  readonly status?: 'optional' | 'negotiated away' | 'done';
  /** Why it was taken out, where it was. */
  readonly dropped?: string;
  /** Keys of constraints that it meets. */
  readonly touches?: readonly string[];
}

/** `reached` and `due` are days; a fee makes it billable. */
export interface Stone {
  readonly key: string;
  readonly title: string;
  readonly due: Day;
  readonly fee?: Units;
  readonly reached?: Day;
  readonly by?: ContactKey;
  /** Days from invoice to payment; absent: about a month. `never` for what is still owed. */
  readonly paidAfter?: number | 'never';
  /** What came in, tax included, where it is not all of it. */
  readonly paidPart?: Units;
}

/** A promise noted in the words of a moment. `quote` is word for word. */
export interface Noted {
  readonly kind: 'commitment' | 'objection' | 'constraint' | 'priority' | 'concession' | 'decision' | 'scopeLine';
  readonly key: string;
  readonly quote: string;
  readonly values: Readonly<Record<string, Json>>;
}

interface At {
  readonly day: Day;
  readonly by: PersonKey;
}

export type Beat = At &
  (
    | {
        readonly what: 'moment';
        readonly key: string;
        readonly kind: 'e-mail' | 'call' | 'meeting' | 'chat' | 'note';
        readonly from?: PersonKey | ContactKey;
        readonly with: readonly (PersonKey | ContactKey)[];
        readonly subject: string;
        readonly body: string;
        readonly notes: readonly Noted[];
      }
    | { readonly what: 'edit'; readonly values: Readonly<Record<string, Json>>; readonly why?: string }
    | { readonly what: 'editLine'; readonly key: string; readonly values: Readonly<Record<string, Json>>; readonly why?: string }
    | {
        readonly what: 'decide';
        readonly key: string;
        readonly decision: 'honour free' | 'honour billed' | 'renegotiate' | 'not ours';
        readonly why: string;
      }
    | { readonly what: 'keep'; readonly key: string }
    | { readonly what: 'break'; readonly key: string; readonly why: string }
    | {
        readonly what: 'resolve';
        readonly key: string;
        readonly resolution: string;
        readonly ledTo?: readonly ['scopeLine' | 'concession' | 'commitment', string];
      }
    | { readonly what: 'approve'; readonly key: string }
    | { readonly what: 'workAround'; readonly key: string; readonly line: string; readonly constraint: string }
    | { readonly what: 'courtesyLine'; readonly key: string; readonly why: string }
    | {
        readonly what: 'supersede';
        readonly old: string;
        readonly key: string;
        readonly text: string;
        readonly why: string;
        readonly decidedBy: string;
      }
    | {
        readonly what: 'change';
        readonly key: string;
        readonly title: string;
        readonly price: Units;
        readonly hours: number;
        readonly from: ContactKey;
        readonly source: string;
        readonly quote: string;
      }
    | {
        readonly what: 'settle';
        readonly key: string;
        readonly status: 'submitted' | 'billed' | 'absorbed' | 'rejected';
        readonly why: string;
      }
    | {
        readonly what: 'ticket';
        readonly key: string;
        readonly title: string;
        readonly values: Readonly<Record<string, Json>>;
        readonly due?: Day;
      }
    | { readonly what: 'close'; readonly key: string; readonly outcome: string }
    | {
        readonly what: 'slip';
        readonly key: string;
        readonly to: Day;
        readonly cause: string;
        readonly party: 'us' | 'client' | 'third party';
      }
    | {
        readonly what: 'ask';
        readonly key: string;
        readonly to: PersonKey;
        readonly text: string;
        readonly about?: readonly [string, string];
        /** The field that the answer fills. */
        readonly fills?: 'why';
        readonly due: Day;
      }
    | { readonly what: 'answer'; readonly key: string; readonly text: string }
    | { readonly what: 'pulse'; readonly mood: 'good' | 'mixed' | 'poor'; readonly note: string }
    | { readonly what: 'credit'; readonly text: string; readonly net: Units; readonly milestone: string }
    | { readonly what: 'expense'; readonly text: string; readonly cost: Units }
    | {
        readonly what: 'hours';
        readonly person: PersonKey;
        readonly hours: number;
        readonly activity: 'delivery' | 'reconstruction' | 'escalation' | 'rework';
        readonly note: string;
        readonly ticket?: string;
        /** The change order, or the promise, that the hours make good. */
        readonly order?: string;
        readonly promise?: string;
      }
    | { readonly what: 'planCost'; readonly order: string; readonly hours: number }
    | {
        readonly what: 'figure';
        readonly system: System;
        readonly field: FigureName;
        readonly file: string;
        /** Units of money, or hours. */
        readonly says: number;
      }
  );
