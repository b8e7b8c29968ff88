import type { Picture } from '../document/document';
import type { BlueprintEdge, BlueprintNode } from '../records/registry';
import { NODE_HEIGHT, NODE_WIDTH, positionOf, routeOf, shapeOf, type Point } from './geometry';
import { labelLines } from './label-lines';
import { labelOf, type BlueprintKind, type BlueprintParts } from './parts';

/** Line and ground of each kind on white paper; each pair is at least 4.5 : 1. */
const INK: Readonly<Record<BlueprintKind, { readonly line: string; readonly ground: string }>> = {
  actor: { line: '#6741a8', ground: '#f4effb' },
  system: { line: '#1f5fa8', ground: '#eaf2fb' },
  process: { line: '#0c635e', ground: '#ebf6f5' },
  data: { line: '#96600a', ground: '#fdf5e6' },
  integration: { line: '#a3305f', ground: '#fbeef4' },
};

/** How the line of a connection is broken, by its kind: told apart without colour. */
export const DASHES: Readonly<Record<BlueprintKind, string | undefined>> = {
  actor: undefined,
  system: undefined,
  process: undefined,
  data: '2 4',
  integration: '8 4',
};

/** The words of a node, as lines that fit into its shape. */
export const nodeLines = (node: Pick<BlueprintNode, 'label'>): readonly string[] => labelLines(labelOf(node), LABEL_EMS, 2);

/** The words of a connection, in a line. */
export const edgeLine = ({ label }: Pick<BlueprintEdge, 'label'>): string => labelLines(label ?? '', EDGE_EMS, 1)[0] ?? '';

const LABEL_EMS = 11;
const EDGE_EMS = 16;
const MARGIN = 24;

/**
 * The drawing of a blueprint as SVG text: the same parts always give the same text. It holds shapes and words and nothing
 * that runs or is fetched. Undefined where nothing is drawn yet.
 */
export function blueprintSvg({ nodes, edges }: Pick<BlueprintParts, 'nodes' | 'edges'>, title: string): Picture | undefined {
  if (nodes.length === 0) return undefined;
  const places = new Map(nodes.map((node) => [node.id, positionOf(node)]));
  const { x, y, width, height } = boundsOf([...places.values()]);
  const alt = altOf({ nodes, edges }, title);
  const joined = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const lines = edges.map((edge) => edgeSvg(edge, places, joined.has(`${edge.to} ${edge.from}`) ? 'with twin' : 'alone'));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img" font-family="Inter, Helvetica, Arial, sans-serif">`,
    `<title>${escaped(alt)}</title>`,
    `<desc>${escaped(waysOf({ nodes, edges }))}</desc>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines.map(({ line }) => line),
    ...lines.flatMap(({ words }) => words ?? []),
    ...nodes.map((node) => nodeSvg(node, places.get(node.id) ?? ORIGIN)),
    '</svg>',
  ].join('\n');
  return { svg, width, height, alt };
}

function boundsOf(places: readonly Point[]) {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  const [x, y] = [Math.floor(least(xs)) - MARGIN, Math.floor(least(ys)) - MARGIN];
  return { x, y, width: Math.ceil(most(xs)) + NODE_WIDTH + MARGIN - x, height: Math.ceil(most(ys)) + NODE_HEIGHT + MARGIN - y };
}

function nodeSvg(node: BlueprintNode, { x, y }: Point): string {
  const { line, ground } = INK[node.kind];
  const lines = nodeLines(node);
  const first = lines.length > 1 ? 37 : 44;
  const words = lines.map(
    (text, at) => `<text x="96" y="${first + at * 16}" font-size="13" font-weight="600" fill="#1a2126">${escaped(text)}</text>`,
  );
  return [
    `<g transform="translate(${x} ${y})" text-anchor="middle">`,
    `<path d="${shapeOf(node.kind)}" fill="${ground}" stroke="${line}" stroke-width="1.5"/>`,
    `<text x="96" y="21" font-size="10" fill="${line}">${node.kind}</text>`,
    ...words,
    '</g>',
  ].join('');
}

function edgeSvg(edge: BlueprintEdge, places: ReadonlyMap<string, Point>, twin: 'alone' | 'with twin') {
  const { path, head, label } = routeOf(places.get(edge.from) ?? ORIGIN, places.get(edge.to) ?? ORIGIN, twin);
  const dashes = DASHES[edge.kind];
  const line = `<path d="${path}" fill="none" stroke="#5a646d" stroke-width="1.5"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/><path d="${head}" fill="#5a646d"/>`;
  const text = edgeLine(edge);
  if (!text) return { line };
  const half = text.length * 2.8 + 3;
  return {
    line,
    words: `<rect x="${round(label.x - half)}" y="${round(label.y - 8)}" width="${round(half * 2)}" height="16" rx="3" fill="#ffffff"/><text x="${round(label.x)}" y="${round(label.y + 4)}" font-size="11" text-anchor="middle" fill="#1a2126">${escaped(text)}</text>`,
  };
}

const ORIGIN: Point = { x: 0, y: 0 };
const round = (value: number): number => Math.round(value * 10) / 10;

/** What a drawing is of, in a line. */
function altOf({ nodes, edges }: Pick<BlueprintParts, 'nodes' | 'edges'>, title: string): string {
  const count = (of: number, noun: string): string => `${of} ${noun}${of === 1 ? '' : 's'}`;
  return `Drawing of ${title}: ${count(nodes.length, 'node')}, ${count(edges.length, 'connection')}.`;
}

/** What leads where, for somebody who does not see it. */
function waysOf({ nodes, edges }: Pick<BlueprintParts, 'nodes' | 'edges'>): string {
  const names = new Map(nodes.map((node) => [node.id, labelOf(node)]));
  return edges
    .map(({ from, to, label }) => `${names.get(from) ?? ''} to ${names.get(to) ?? ''}${label ? ` (${label})` : ''}`)
    .join('; ')
    .replace(/\s+/gu, ' ');
}

/** Words as XML text. What XML 1.0 cannot hold, lone halves of a sign among it, is left out. */
function escaped(text: string): string {
  const lawful = [...text].filter((sign) => isLawful(sign.codePointAt(0) ?? 0)).join('');
  return lawful.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const isLawful = (code: number): boolean =>
  code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
