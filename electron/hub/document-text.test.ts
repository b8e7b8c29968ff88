import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDocument, readDocument } from './document-text';

describe('the text of a document', () => {
  it('comes back as it was sent: order of keys, number text, long integers, dangerous names', () => {
    const own = '"b":1.0,"2":12345678901234567890,"1":[ 1e2 ],"__proto__":{"admin":true},"constructor":null,"a":"\\u00e9"';
    const { id, text } = readDocument(`{"_id":"x", ${own} }`);
    expect([id, text]).toEqual(['x', own]);
    expect(printDocument({ _id: 'x', _rev: '1-a' }, text)).toBe(`{"_id":"x","_rev":"1-a",${own}}`);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('admin');
  });

  it('is the same document after any number of ways through', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => !key.startsWith('_')),
          fc.jsonValue(),
        ),
        (content) => {
          const text = JSON.stringify(content);
          const once = printDocument({ _id: 'x' }, readDocument(text).text);
          expect(printDocument({ _id: 'x' }, readDocument(once).text)).toBe(once);
          expect(JSON.parse(once)).toEqual(JSON.parse(text.replace('{', `{"_id":"x"${text === '{}' ? '' : ','}`)));
        },
      ),
    );
  });

  it('knows an escaped `_id` for what it is', () => {
    expect(readDocument(String.raw`{"\u005fid":"x","\u005fdeleted":true}`)).toMatchObject({ id: 'x', deleted: true, text: '' });
  });

  it.each([
    ['[]', 'Document must be a JSON object'],
    ['{"_id":1}', 'Document id must be a string'],
    ['{"_id":"_mine"}', 'Only reserved document ids may start with underscore.'],
    ['{"_rev":"x"}', 'Invalid rev format'],
    ['{"_mine":1}', 'Bad special document member: _mine'],
    ['{"_attachments":{"a":{}}}', 'This server keeps no attachments.'],
    ['{"_revisions":{"start":1,"ids":["a","b"]}}', '_revisions'],
    ['{"_revisions":{"start":"1","ids":[]}}', '_revisions'],
  ])('refuses %s', (text, reason) => expect(() => readDocument(text)).toThrow(reason));
});
