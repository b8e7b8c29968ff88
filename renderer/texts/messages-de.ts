import 'dayjs/locale/de';
import type { Messages } from '#shared/values/texts';

/** Every German text, as one part of the program that only those load who read German. */
export const GERMAN: Messages = Object.assign(
  {},
  ...Object.values(import.meta.glob<Messages>('../../resources/texts/de/*.json', { eager: true, import: 'default' })),
);
