import type { PromiseError } from '../promise/promise-error';

/** Why something cannot be done to the scope, and what to do; where two values wait for a choice, which. */
export type ScopeError = PromiseError;
