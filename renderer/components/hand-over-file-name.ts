/** `Halden: phase 2` on 22 November → `Halden phase 2 2026-11-22.throughline`: nothing that a file system refuses. */
export function handOverFileName(subject: string, now: number): string {
  const plain = subject
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return `${plain || 'Throughline'} ${new Date(now).toISOString().slice(0, 10)}.throughline`;
}
