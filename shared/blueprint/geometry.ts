import type { BlueprintNode } from '../records/registry';
import type { BlueprintKind } from './parts';

/** CSS pixels. Every node has one size, so a drawing looks the same on a screen, in a picture and after a merge. */
export const NODE_WIDTH = 192;
export const NODE_HEIGHT = 64;
/** Nodes snap to multiples of it. */
export const GRID = 16;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const FARTHEST = 100_000;

/** Upper left corner. A position that has not arrived is the origin, and one out of all bounds is brought back. */
export const positionOf = ({ x, y }: Pick<BlueprintNode, 'x' | 'y'>): Point => ({ x: bounded(x), y: bounded(y) });

const bounded = (value: number | undefined): number =>
  value === undefined || !Number.isFinite(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));

export const snapped = ({ x, y }: Point): Point => ({ x: toGrid(x), y: toGrid(y) });
const toGrid = (value: number): number => Math.round(value / GRID) * GRID;

/** The outline of a node as SVG path data, from its upper left corner: told apart without colour. */
export function shapeOf(kind: BlueprintKind): string {
  const [w, h] = [NODE_WIDTH, NODE_HEIGHT];
  const r = h / 2;
  switch (kind) {
    case 'actor':
      return `M${r} 0H${w - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${r}A${r} ${r} 0 0 1 ${r} 0Z`;
    case 'system':
      return `M6 0H${w - 6}Q${w} 0 ${w} 6V${h - 6}Q${w} ${h} ${w - 6} ${h}H6Q0 ${h} 0 ${h - 6}V6Q0 0 6 0ZM10 0V${h}M${w - 10} 0V${h}`;
    case 'process':
      return `M0 0H${w - 20}L${w} ${r}L${w - 20} ${h}H0Z`;
    case 'data':
      return `M0 5A${w / 2} 5 0 0 1 ${w} 5V${h - 5}A${w / 2} 5 0 0 1 0 ${h - 5}ZM0 5A${w / 2} 5 0 0 0 ${w} 5`;
    case 'integration':
      return `M18 0H${w - 18}L${w} ${r}L${w - 18} ${h}H18L0 ${r}Z`;
  }
}

/** Where a connection runs. */
export interface Route {
  /** SVG path data of the line. */
  readonly path: string;
  /** SVG path data of its head. */
  readonly head: string;
  readonly label: Point;
}

/**
 * From the side of one node that faces the other, to the side that faces back. `twin`: a connection the other way exists
 * too, and the two keep apart.
 */
export function routeOf(from: Point, to: Point, twin: 'alone' | 'with twin' = 'alone'): Route {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sideways = Math.abs(dx) - NODE_WIDTH >= Math.abs(dy) - NODE_HEIGHT;
  const way = (sideways ? dx : dy) < 0 ? -1 : 1;
  const shift = twin === 'with twin' ? way * 9 : 0;
  const middle = (point: Point): Point => ({
    x: point.x + NODE_WIDTH / 2 + (sideways ? 0 : shift),
    y: point.y + NODE_HEIGHT / 2 + (sideways ? shift : 0),
  });
  const half = (sideways ? NODE_WIDTH : NODE_HEIGHT) / 2;
  const along = (point: Point, by: number): Point => (sideways ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by });
  const [start, tip] = [along(middle(from), way * half), along(middle(to), -way * half)];
  const end = along(tip, -way * HEAD);
  const bend = Math.max(20, Math.abs(sideways ? end.x - start.x : end.y - start.y) / 2) * way;
  const wing = (by: number): Point => (sideways ? { x: end.x, y: end.y + by } : { x: end.x + by, y: end.y });
  return {
    path: `M${at(start)}C${at(along(start, bend))} ${at(along(end, -bend))} ${at(end)}`,
    head: `M${at(tip)}L${at(wing(HEAD / 2))}L${at(wing(-HEAD / 2))}Z`,
    label: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}

/** The middle of the side of a node that faces a point. */
export function sideTowards(node: Point, to: Point): Point {
  const [x, y] = [node.x + NODE_WIDTH / 2, node.y + NODE_HEIGHT / 2];
  const [dx, dy] = [to.x - x, to.y - y];
  const sideways = Math.abs(dx) - NODE_WIDTH / 2 >= Math.abs(dy) - NODE_HEIGHT / 2;
  return sideways ? { x: x + (Math.sign(dx) * NODE_WIDTH) / 2, y } : { x, y: y + (Math.sign(dy) * NODE_HEIGHT) / 2 };
}

const HEAD = 9;
const at = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
/** A tenth of a pixel: the same text on every machine. */
const rounded = (value: number): number => Math.round(value * 10) / 10 || 0;
