import type { Messages } from '#shared/values/texts';

/** English texts are their own keys; only those that count something have two forms. */
export const ENGLISH: Messages = Object.assign(
  {},
  ...Object.values(import.meta.glob<Messages>('../../resources/texts/en/*.json', { eager: true, import: 'default' })),
);
