import type { Span } from './sentences';

/** How much of `root`'s text lies before a point of the page; a point outside of `root` counts as its nearer end. */
function offsetOf(root: Node, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(root);
  const place = before.comparePoint(node, offset);
  if (place < 0) return 0;
  if (place === 0) before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * The stretch of `root`'s text that is selected on the page; undefined when nothing is, or when the selection began
 * elsewhere. It may end elsewhere: a triple click selects a paragraph up to the beginning of whatever follows it.
 */
export function selectedSpan(root: Node, selection: Selection | null): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return undefined;
  const range = selection.getRangeAt(0);
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start >= end ? undefined : { start, end };
}

/** Selects a stretch of `root`'s text on the page, as the mouse would, and brings its end into view. */
export function selectSpan(root: Node, span: Span): void {
  const from = pointAt(root, span.start);
  const to = pointAt(root, span.end);
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  to.node.parentElement?.scrollIntoView({ block: 'nearest' });
}

function pointAt(root: Node, offset: number): { node: Text; offset: number } | undefined {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (offset <= passed + node.data.length) return { node, offset: offset - passed };
    passed += node.data.length;
  }
  return undefined;
}
