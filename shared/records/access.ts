import type { Role } from './define-record';

/**
 * Who may write what (product.md, "Access"). The server enforces it, the screens obey it.
 * Admins keep users and settings; they are not part of the work.
 */
export const EVERYONE = ['AE', 'PM', 'consultant', 'finance', 'partner'] as const satisfies readonly Role[];
/** Who sells and runs deals: may open, price and staff them. */
export const DEAL_TEAM = ['AE', 'PM', 'partner'] as const satisfies readonly Role[];
/** Who decides what a change costs the client. */
export const DECIDERS = ['PM', 'finance', 'partner'] as const satisfies readonly Role[];
/** Who keeps the books, rates included. */
export const BOOKKEEPERS = ['finance', 'partner'] as const satisfies readonly Role[];
/** Who keeps people and settings. */
export const KEEPERS = ['admin', 'partner'] as const satisfies readonly Role[];
