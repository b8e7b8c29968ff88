// How this window looks and what runs in it (theme, columns, timers): kept by the screens in localStorage, under this prefix.
const PREFIX = 'throughline.';
/** Which workspace opens next is decided by opening one. */
const NOT_KEPT: ReadonlySet<string> = new Set(['throughline.workspace']);

const storage = (): Storage | undefined => (globalThis as { readonly localStorage?: Storage }).localStorage;

export function readLooks(): Record<string, string> {
  const kept: Record<string, string> = {};
  const from = storage();
  for (let at = 0; at < (from?.length ?? 0); at += 1) {
    const key = from?.key(at) ?? '';
    const value = from?.getItem(key);
    if (key.startsWith(PREFIX) && !NOT_KEPT.has(key) && typeof value === 'string') kept[key] = value;
  }
  return kept;
}

/** Puts back what is not set here. */
export function restoreLooks(looks: Readonly<Record<string, string>>): void {
  const to = storage();
  for (const [key, value] of Object.entries(looks)) {
    if (key.startsWith(PREFIX) && !NOT_KEPT.has(key) && to?.getItem(key) === null) to.setItem(key, value);
  }
}
