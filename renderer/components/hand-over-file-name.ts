import { plainFileName } from './file-name';
import { t } from '#shared/values/texts';

/** `Halden: phase 2` on 22 November → `Halden phase 2 2026-11-22.throughline`. */
export function handOverFileName(subject: string, now: number): string {
  return `${plainFileName(subject, t('Throughline'))} ${new Date(now).toISOString().slice(0, 10)}.throughline`;
}
