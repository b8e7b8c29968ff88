/** Why something cannot be done to the scope, and what to do. `message` is fit to show. */
export interface ScopeError {
  readonly message: string;
}
