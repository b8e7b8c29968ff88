import type { JSONContent } from '@tiptap/core';
import { normalRichText, safeLink, type RichBlock, type RichText } from '#shared/blueprint/rich-text';
import type { Run, Runs } from '#shared/document/document';

/** The tree as the editor's document. It is never empty: there is always a line to write in. */
export function editorDocument(text: RichText): JSONContent {
  return { type: 'doc', content: text.length > 0 ? text.map(blockContent) : [{ type: 'paragraph' }] };
}

/** What the editor holds as the tree, whatever its document looks like: what is not in the tree's shape becomes paragraphs. */
export function textOfEditor(content: JSONContent): RichText {
  return normalRichText((content.content ?? []).flatMap(blocksOf));
}

function blockContent(block: RichBlock): JSONContent {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: block.runs.map(textContent) };
    case 'paragraph':
      return paragraph(block.runs);
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
      };
    case 'quote':
      return { type: 'blockquote', content: block.paragraphs.map(paragraph) };
  }
}

const paragraph = (runs: Runs): JSONContent => ({ type: 'paragraph', content: runs.map(textContent) });

function textContent({ text, bold, italic, code, link }: Run): JSONContent {
  const marks = [
    ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(code ? [{ type: 'code' }] : []),
  ];
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

function blocksOf(node: JSONContent): readonly RichBlock[] {
  switch (node.type) {
    case 'heading': {
      const level: unknown = node.attrs?.['level'];
      return [{ kind: 'heading', level: level === 1 || level === 2 ? level : 3, runs: runsOf(node) }];
    }
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: node.type === 'orderedList', items: (node.content ?? []).flatMap(linesOf) }];
    case 'blockquote':
      return [{ kind: 'quote', paragraphs: (node.content ?? []).flatMap(linesOf) }];
    default:
      return linesOf(node).map((runs) => ({ kind: 'paragraph', runs }));
  }
}

/** The lines of words in a node, however deep they stand. */
function linesOf(node: JSONContent): readonly Runs[] {
  const inner = node.content ?? [];
  return inner.some(({ type }) => type === 'text') || inner.length === 0 ? [runsOf(node)] : inner.flatMap(linesOf);
}

const runsOf = (node: JSONContent): Runs => (node.content ?? []).flatMap((inner) => (inner.type === 'text' ? [runOf(inner)] : []));

function runOf({ text = '', marks = [] }: JSONContent): Run {
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href: unknown = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
  const link = typeof href === 'string' ? safeLink(href) : undefined;
  return {
    text,
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italic: true } : {}),
    ...(has('code') ? { code: true } : {}),
    ...(link === undefined ? {} : { link }),
  };
}
