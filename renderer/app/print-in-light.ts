const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: prints in the light appearance, whatever is on the screen. Returns what ends it. */
export function printInLight(): () => void {
  const root = document.documentElement;
  let onScreen: string | null = null;
  const before = (): void => {
    onScreen = root.getAttribute(SCHEME);
    root.setAttribute(SCHEME, 'light');
  };
  const after = (): void => {
    if (onScreen !== null) root.setAttribute(SCHEME, onScreen);
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
