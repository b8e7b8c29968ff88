// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { selectedSpan, selectSpan } from './dom-selection';

let root: HTMLElement;

beforeEach(() => {
  // The simulated page has no layout, so nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  document.body.innerHTML = '<p>before</p><div id="text">We agree to <mark><a>go live</a></mark> in March.</div><p>after</p>';
  root = document.getElementById('text') as HTMLElement;
  getSelection()?.removeAllRanges();
});

describe('a selection on the page', () => {
  it('is a stretch of the text, whatever is marked inside it', () => {
    selectSpan(root, { start: 9, end: 22 });
    expect(getSelection()?.toString()).toBe('to go live in');
    expect(selectedSpan(root, getSelection())).toEqual({ start: 9, end: 22 });
  });

  it('may run over the end of the text, as a triple click does', () => {
    const after = document.body.lastElementChild as Element;
    getSelection()?.setBaseAndExtent(root.firstChild as Node, 3, after, 0);
    expect(selectedSpan(root, getSelection())).toEqual({ start: 3, end: 29 });
  });

  it('is not one of this text when it began elsewhere', () => {
    const before = document.body.firstElementChild as Element;
    getSelection()?.setBaseAndExtent(before.firstChild as Node, 0, root.firstChild as Node, 5);
    expect(selectedSpan(root, getSelection())).toBeUndefined();
    getSelection()?.collapse(root.firstChild, 2);
    expect(selectedSpan(root, getSelection())).toBeUndefined();
  });
});
