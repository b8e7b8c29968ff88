/** What a key press means for shortcuts, free of the browser. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The first key of a two-key shortcut, and when it was pressed (milliseconds). */
export interface Begun {
  readonly chord: string;
  readonly at: number;
}

const PATIENCE = 1_000;

/** A press as shortcuts are written: `mod+k`, `mod+shift+z`, `g`, `?`. Shift only counts where it does not make the sign. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const isLetter = /^\p{L}$/u.test(key);
  const parts = [
    ctrlKey || metaKey ? 'mod' : '',
    altKey ? 'alt' : '',
    shiftKey && (isLetter || key.length > 1) ? 'shift' : '',
    key.toLowerCase(),
  ];
  return parts.filter(Boolean).join('+');
}

/**
 * Which of `shortcuts` a press completes, and what it may begin. `g p` must be finished within a second.
 */
export function readPress(
  shortcuts: readonly string[],
  chord: string,
  now: number,
  begun: Begun | undefined,
): { readonly done: string | undefined; readonly begun: Begun | undefined } {
  const started = begun && now - begun.at <= PATIENCE ? `${begun.chord} ${chord}` : undefined;
  const done = shortcuts.find((keys) => keys.toLowerCase() === started) ?? shortcuts.find((keys) => keys.toLowerCase() === chord);
  const begins = !done && shortcuts.some((keys) => keys.toLowerCase().startsWith(`${chord} `));
  return { done, begun: begins ? { chord, at: now } : undefined };
}
