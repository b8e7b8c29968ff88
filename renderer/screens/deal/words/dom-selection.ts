import type { Span } from './sentences';

/** Where a point of the page lies in the text that `root` shows, counted over its text nodes; undefined outside it. */
function offsetOf(root: Node, node: Node, offset: number): number | undefined {
  if (!root.contains(node)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The stretch of `root`'s text that is selected on the page; undefined when nothing is, or when it reaches outside. */
export function selectedSpan(root: Node, selection: Selection | null): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
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
