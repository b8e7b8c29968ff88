import { bodyOfId, typeOfId } from '#shared/values/id';

/** The kinds of record that a link can lead to: those with a screen of their own. */
export const LINKED_TYPES = ['deal', 'account', 'contact', 'invoice'] as const;
export type LinkedType = (typeof LINKED_TYPES)[number];

/** The id of a record that a link can lead to. */
export type LinkedId = `${LinkedType}:${string}`;

const isLinked = (type: string): type is LinkedType => LINKED_TYPES.some((linked) => linked === type);

/** Crockford's base 32, 26 digits, as ids have it. Some programs change the case of an address, so either is taken. */
const BODY = '[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26}';
const LINK = new RegExp(`^throughline://(${LINKED_TYPES.join('|')})/(${BODY})/?$`, 'i');
const ID = new RegExp(`^(?:${LINKED_TYPES.join('|')}):${BODY}$`);

/**
 * The record that `throughline://deal/01J8…` leads to; undefined for whatever is not exactly of that form. A link can come
 * from anybody's mail, so it names a record and nothing else: no search, no act, no file, no server.
 */
export function readDeepLink(text: string): LinkedId | undefined {
  const [, type = '', body = ''] = LINK.exec(text) ?? [];
  const linked = type.toLowerCase();
  return isLinked(linked) ? `${linked}:${body.toUpperCase()}` : undefined;
}

/** The link to a record; undefined where no link can lead to one of its kind. */
export const deepLinkTo = (id: string): string | undefined =>
  isLinkedId(id) ? `throughline://${typeOfId(id)}/${bodyOfId(id)}` : undefined;

/** Whether a link can lead to this record. */
export const isLinkedId = (id: string): id is LinkedId => ID.test(id);
