/** Why a promise cannot be noted or settled, and what to do. `message` is fit to show. */
export interface PromiseError {
  readonly message: string;
}

/** What the person deciding has in view beside the record. */
export interface InView {
  /** Fields whose offline edits nobody has settled yet. */
  readonly undecided?: readonly string[];
}

/** Names the field that must be settled first, or nothing. */
export function unsettled({ undecided = [] }: InView, fields: readonly string[]): PromiseError | undefined {
  const open = undecided.filter((field) => fields.includes(field));
  return open.length ? { message: `Two people changed ${open.join(' and ')} offline. Choose the right value first.` } : undefined;
}
