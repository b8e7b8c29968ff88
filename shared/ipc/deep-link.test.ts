import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId, mintId } from '#shared/values/id';
import { law } from '../../test/law';
import { deepLinkTo, isLinkedId, LINKED_TYPES, readDeepLink } from './deep-link';

const BODY = '01J8ZC5V3N7Q4R2S6T8W0X1Y3Z';

describe('a link into the app', () => {
  it.each(LINKED_TYPES)('throughline://%s/… leads to one record', (type) => {
    expect(readDeepLink(`throughline://${type}/${BODY}`)).toBe(`${type}:${BODY}`);
  });

  it('is understood where a program wrote it in small letters, in capitals, or with a slash at the end', () => {
    expect(readDeepLink(`throughline://deal/${BODY.toLowerCase()}`)).toBe(`deal:${BODY}`);
    expect(readDeepLink(`THROUGHLINE://DEAL/${BODY}`)).toBe(`deal:${BODY}`);
    expect(readDeepLink(`throughline://deal/${BODY}/`)).toBe(`deal:${BODY}`);
  });

  it.each([
    '',
    'throughline://',
    'throughline://deal',
    'throughline://deal/',
    `throughline:deal/${BODY}`,
    `throughline:///deal/${BODY}`,
    `throughline://ticket/${BODY}`,
    `throughline://settings/${BODY}`,
    `throughline://deal/${BODY}/split`,
    `throughline://deal/${BODY}//`,
    `throughline://deal/${BODY}?log=call`,
    `throughline://deal/${BODY}#x`,
    `throughline://deal/../settings`,
    `throughline://deal/%2e%2e/${BODY}`,
    `throughline://deal/${BODY}%00`,
    `throughline://deal/${BODY}\n`,
    `\nthroughline://deal/${BODY}`,
    ` throughline://deal/${BODY}`,
    `throughline://deal/${BODY}" --restore "C:\\evil`,
    `throughline://ada@deal/${BODY}`,
    `throughline://deal:80/${BODY}`,
    `throughline://deal/${BODY}0`,
    `throughline://deal/${BODY.slice(1)}`,
    `throughline://deal/${BODY.replace('V', 'U')}`,
    `throughline://déal/${BODY}`,
    `throughline://deal\\${BODY}`,
    `https://deal/${BODY}`,
    `javascript:throughline://deal/${BODY}`,
    'throughline://__proto__/constructor',
  ])('%j leads nowhere', (text) => expect(readDeepLink(text)).toBeUndefined());

  it('can be made for a record with a screen of its own, and for no other', () => {
    expect(deepLinkTo(`deal:${BODY}`)).toBe(`throughline://deal/${BODY}`);
    expect(deepLinkTo(`ticket:${BODY}`)).toBeUndefined();
    expect(deepLinkTo('deal:x?y')).toBeUndefined();
    expect(deepLinkTo('')).toBeUndefined();
  });
});

const type = fc.constantFrom(...LINKED_TYPES);

law(
  'the link to any record, minted or imported, leads back to just that record',
  fc.property(type, fc.nat(), fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.string(), (of, now, random, external) => {
    for (const id of [mintId(of, { now, random }), derivedId(of, 'hubspot', external)]) {
      expect(readDeepLink(deepLinkTo(id) ?? '')).toBe(id);
    }
  }),
);

/** Good links with something hostile put in anywhere, and texts of all kinds. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.nat({ max: 60 }),
      fc.oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('/', '..', '%2f', '\\', '"', ' --x', '\u0000', '\u202e', '?', '#', '@', ':'),
      ),
    )
    .map(([at, put]) => {
      const link = `throughline://deal/${BODY}`;
      return link.slice(0, at) + put + link.slice(at);
    }),
);

law(
  'whatever is opened, it leads to a record of a known kind by an id without any other sign, or nowhere',
  fc.property(hostile, (text) => {
    const id = readDeepLink(text);
    if (id === undefined) return;
    expect(isLinkedId(id)).toBe(true);
    expect(id).toMatch(/^(?:deal|account|contact|invoice):[0-9A-Z]{26}$/);
    expect(text.toLowerCase().replace(/\/$/, '')).toBe(deepLinkTo(id)?.toLowerCase());
  }),
  10_000,
);
