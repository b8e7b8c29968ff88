import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalRichText, parseRichText, printRichText } from '#shared/blueprint/rich-text';
import { editorDocument, textOfEditor } from './editor-document';
import { EXTENSIONS } from './editor-extensions';

const TEXT =
  '## Night\n\nEvery **approved** order, _once_, as `INV.DAT`.\n\n- drop\n- repeat [annex](https://x.example/a)\n\n1. first\n\n> No changes.';

describe('the text of a section in the editor', () => {
  test('is the text that was stored: nothing is lost on the way in and out', () => {
    const stored = parseRichText(TEXT);
    expect(printRichText(textOfEditor(editorDocument(stored)))).toBe(TEXT);
  });

  test('fits what the editor allows, so that opening a section never changes it', () => {
    const schema = getSchema([...EXTENSIONS]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('# a', '- b', '1. c', '> d', '**e** _f_', '`g`', '[h](mailto:h@x.example)', '- **`i`**', ''), {
          maxLength: 12,
        }),
        (lines) => {
          const stored = parseRichText(lines.join('\n'));
          const document = schema.nodeFromJSON(editorDocument(stored));
          document.check();
          expect(textOfEditor(document.toJSON())).toEqual(stored);
        },
      ),
    );
  });

  test('becomes paragraphs where the editor holds what the tree does not know, and loses no word', () => {
    const strange = {
      type: 'doc',
      content: [
        { type: 'codeBlock', content: [{ type: 'text', text: 'x' }] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'b' }] }] }],
                },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'z', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'strike' }] }],
        },
      ],
    };
    expect(textOfEditor(strange)).toEqual([
      { kind: 'paragraph', runs: [{ text: 'x' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] },
      { kind: 'paragraph', runs: [{ text: 'z' }] },
    ]);
    expect(textOfEditor({})).toEqual(normalRichText([]));
  });
});
