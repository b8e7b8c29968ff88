/**
 * The address when it may leave the app, else undefined: https and mailto only. Anything else (file:, javascript:,
 * a program's own scheme) could act on this computer. Pulled mail and notes carry such links.
 */
export function outsideLink(text: string): string | undefined {
  const url = text.trim();
  if (/[\u0000-\u001f\u007f]/.test(url)) return undefined;
  return /^https:\/\/[^\s/@\\]+(?:[/?#]\S*)?$/i.test(url) || /^mailto:[^\s@]+@[^\s@]+$/i.test(url) ? url : undefined;
}
