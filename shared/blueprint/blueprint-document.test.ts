import { describe, expect, test } from 'vitest';
import { recordsOf } from '../records/records-from';
import type { BlueprintEdge, BlueprintNode } from '../records/registry';
import { blueprintBlocks } from './blueprint-document';
import { blueprintSvg } from './blueprint-svg';
import { routeOf } from './geometry';
import { labelLines } from './label-lines';
import { parseRichText } from './rich-text';

const node = (body: string, values: Partial<BlueprintNode> = {}): BlueprintNode => ({
  id: `blueprintNode:${body}`,
  blueprint: 'blueprint:1',
  kind: 'system',
  label: body,
  x: 0,
  y: 0,
  ...values,
});
const edge = (from: string, to: string, label = ''): BlueprintEdge => ({
  id: `blueprintEdge:${from}-${to}`,
  blueprint: 'blueprint:1',
  kind: 'data',
  from: `blueprintNode:${from}`,
  to: `blueprintNode:${to}`,
  label,
});
const nodes = [node('portal', { kind: 'actor' }), node('billing', { x: 320, constraint: 'constraint:c', scopeLine: 'scopeLine:b' })];
const edges = [edge('portal', 'billing', 'orders, nightly')];

describe('the drawing as a picture', () => {
  test('holds every node and connection, is the same each time, and says in words what it shows', () => {
    const picture = blueprintSvg({ nodes, edges }, 'Hand-over');
    expect(picture).toEqual(blueprintSvg({ nodes, edges }, 'Hand-over'));
    expect(picture).toMatchObject({ width: 560, height: 112 });
    expect(picture?.alt).toBe('Drawing of Hand-over: 2 nodes, 1 connection.');
    expect(picture?.svg).toContain('<desc>portal to billing (orders, nightly)</desc>');
    for (const words of ['portal', 'billing', 'orders, nightly', 'actor', 'system']) expect(picture?.svg).toContain(`>${words}</text>`);
    expect(blueprintSvg({ nodes: [], edges: [] }, 'Nothing')).toBeUndefined();
  });

  test('shows hostile labels as words: no tag, no script, no sign that XML forbids', () => {
    const hostile = [node('x', { label: '</text><script>alert(1)</script>\u0000\u0007 "&\ud800' })];
    const svg = blueprintSvg({ nodes: hostile, edges: [] }, '<b onload=x>&"')?.svg ?? '';
    expect(svg).not.toMatch(/<script|<b /u);
    for (const sign of ['\u0000', '\u0007', '\ud800']) expect(svg.includes(sign)).toBe(false);
    expect(svg).toContain('&lt;/text&gt;');
    expect(svg).toContain('&lt;b onload=x&gt;&amp;&quot;');
    expect(blueprintSvg({ nodes: [node('y', { x: Number.NaN, y: 1e300 })], edges: [] }, 'Far')).toMatchObject({ width: 240, height: 112 });
  });

  test('breaks a name between words into two lines, and cuts the rest', () => {
    expect(labelLines('Customs tariff and surcharges', 11, 2)).toEqual(['Customs tariff and', 'surcharges']);
    expect(labelLines('Order capture and validation for every channel of the firm', 11, 2)[1]).toMatch(/…$/u);
    expect(labelLines('x'.repeat(100_000), 11, 2)).toHaveLength(2);
  });

  test('leads a connection from the side that faces the other, and keeps two opposite ones apart', () => {
    const [left, right] = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
    ];
    expect(routeOf(left, right).path).toMatch(/^M192 32C/u);
    expect(routeOf(right, left).path).toMatch(/^M400 32C/u);
    expect(routeOf(left, { x: 0, y: 300 }).path).toMatch(/^M96 64C/u);
    expect(routeOf(left, right, 'with twin').label.y).toBe(41);
    expect(routeOf(right, left, 'with twin').label.y).toBe(23);
  });
});

describe('the blueprint in a document', () => {
  const records = recordsOf([
    { id: 'blueprint:1', deal: 'deal:1', title: 'Hand-over', status: 'approved' },
    { id: 'constraint:c', deal: 'deal:1', text: 'Billing is not changed', strength: 'must' },
    { id: 'scopeLine:b', deal: 'deal:1', title: 'Integrate with billing', status: 'in', touches: [] },
    {
      id: 'blueprintSection:2',
      blueprint: 'blueprint:1',
      title: 'Nights',
      text: '## Drop\n\nAt **two**.\n\n- once\n- again\n\n> Not before',
      rank: 'a0',
    },
    { id: 'blueprintSection:1', blueprint: 'blueprint:1', title: 'Days', text: 'Quiet.', rank: 'a1' },
    ...nodes,
    ...edges,
  ]);

  test('is its drawing, its sections in their order, and its parts by kind with scope and what the client insists on', () => {
    expect(blueprintBlocks(records, 'blueprint:1')).toMatchObject([
      { kind: 'picture', alt: expect.stringContaining('Hand-over') },
      { kind: 'heading', level: 2, text: 'Nights' },
      { kind: 'heading', level: 3, text: 'Drop' },
      { kind: 'paragraph', runs: [{ text: 'At ' }, { text: 'two', bold: true }, { text: '.' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'once' }], [{ text: 'again' }]] },
      { kind: 'note', runs: [{ text: 'Not before' }] },
      { kind: 'heading', level: 2, text: 'Days' },
      { kind: 'paragraph' },
      { kind: 'heading', level: 2, text: 'Parts of the solution' },
      {
        kind: 'table',
        rows: [
          { cells: [[[{ text: 'portal' }], [{ text: 'Actor' }]], [], []] },
          {
            cells: [
              [[{ text: 'billing' }], [{ text: 'System' }]],
              [[{ text: 'Must: ' }, { text: 'Billing is not changed' }]],
              [[{ text: 'Integrate with billing' }]],
            ],
          },
        ],
      },
    ]);
  });

  test('is nothing where there is no such blueprint', () => {
    expect(blueprintBlocks(records, 'blueprint:2')).toEqual([]);
    expect(parseRichText('')).toEqual([]);
  });
});
