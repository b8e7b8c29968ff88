import { spokenLocale } from '#shared/values/texts';
const clock = new Intl.DateTimeFormat(spokenLocale(), { hour: '2-digit', minute: '2-digit' });

/** The time of day of an instant where the reader sits: under the heading of its day no more is needed. */
export function clockText(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : clock.format(at);
}
