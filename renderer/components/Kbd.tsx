import classes from './Kbd.module.css';
import { t } from '#shared/values/texts';

const ON_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Readonly<Record<string, string>> = {
  mod: ON_MAC ? '⌘' : t('Ctrl'),
  shift: ON_MAC ? '⇧' : t('Shift'),
  alt: ON_MAC ? '⌥' : t('Alt'),
  enter: '↵',
  space: t('Space'),
  escape: t('Esc'),
};

/** Keys as this computer writes them. `mod+K` are pressed together, `g p` one after the other. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys} aria-label={spokenKeys(keys)}>
      {keys.split(' ').map((chord) => (
        <kbd key={chord} className={classes.key}>
          {chord
            .split(/\+(?!$)/)
            .map(keyName)
            .join(ON_MAC ? '' : '+')}
        </kbd>
      ))}
    </span>
  );
}

/** The same keys as words, for titles and screen readers: `Ctrl+K`, `g then p`. */
export function spokenKeys(keys: string): string {
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split(/\+(?!$)/)
        .map(keyName)
        .join('+'),
    )
    .join(' then ');
}

function keyName(key: string): string {
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
