/** `Halden: phase 2` → `Halden phase 2`: nothing that a file system refuses; `fallback` where nothing is left. */
export function plainFileName(subject: string, fallback: string): string {
  const plain = subject
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return plain || fallback;
}
