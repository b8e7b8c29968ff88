import { parseAst } from 'rolldown/parseAst';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** A text of the program, as code asks for it. */
export interface SourceText {
  readonly text: string;
  /** Values that it is given: `count` makes it a text with two forms. */
  readonly values: readonly string[];
}

/** What is wrong in a file, in words that say where. */
export type TextFault = string;

const ATTRIBUTES = /^(label|placeholder|title|description|error|aria-label|submitLabel)$/;
/** Names that are the same in every language. */
const SAME_EVERYWHERE = /^(Throughline|CSV|XLSX|PDF|Word|Excel|SVG|PNG|OK|EAC|ETC|VAC|SOW|https?:.*|[A-Z]{2,4})$/;
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(/&\w+;/g, '')) && !SAME_EVERYWHERE.test(text.trim());

/** Every text that a file asks for with `t`, `Sentence` or `countText`. */
export function textsOf(path: string, source: string): SourceText[] {
  const found: SourceText[] = [];
  walk(treeOf(path, source), (node) => {
    if (node.type === 'CallExpression') found.push(...textsOfCall(node));
    if (node.type === 'JSXOpeningElement' && nameOf(node['name']) === 'Sentence') found.push(...textsOfSentence(node));
  });
  return found;
}

/** Words that stand on a screen without having gone through `t`. */
export function untranslatedIn(path: string, source: string): TextFault[] {
  const faults: TextFault[] = [];
  const tell = (node: Node, text: string): void => void faults.push(`${path}:${lineOf(source, node.start)} “${text.trim()}”`);
  walk(treeOf(path, source), (node) => {
    if (node.type === 'JSXText' && hasWords(String(node['value'])) && !isCode(node, source)) tell(node, String(node['value']));
    const value = node['value'] as Node | null;
    if (
      node.type === 'JSXAttribute' &&
      ATTRIBUTES.test(nameOf(node['name'])) &&
      value?.type === 'Literal' &&
      hasWords(String(value['value']))
    )
      tell(node, String(value['value']));
  });
  return faults;
}

const treeOf = (path: string, source: string): Node =>
  parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' }) as unknown as Node;

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function textsOfCall(node: Node): SourceText[] {
  const [first, second, third] = node['arguments'] as Node[];
  const callee = nameOf(node['callee']);
  if (callee === 't') return literals(first).map((text) => ({ text, values: keysOf(second) }));
  if (callee === 'countText' || callee === 'countOf')
    return [...literals(second), ...literals(third)].map((text) => ({ text, values: [] }));
  return [];
}

function textsOfSentence(node: Node): SourceText[] {
  const attributes = (node['attributes'] as Node[]).filter(({ type }) => type === 'JSXAttribute');
  const named = (name: string): Node | undefined => attributes.find((attribute) => nameOf(attribute['name']) === name);
  const text = named('text')?.['value'] as Node | undefined;
  const values = (named('values')?.['value'] as Node | undefined)?.['expression'] as Node | undefined;
  const literal = text?.type === 'JSXExpressionContainer' ? (text['expression'] as Node) : text;
  return literals(literal).map((one) => ({ text: one, values: keysOf(values) }));
}

/** A literal, or both of a choice between two. */
function literals(node: Node | undefined): string[] {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node?.type === 'ConditionalExpression') return [...literals(node['consequent'] as Node), ...literals(node['alternate'] as Node)];
  if (node?.type === 'TemplateLiteral' && (node['expressions'] as Node[]).length === 0)
    return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);
  return [];
}

const keysOf = (node: Node | undefined): string[] =>
  node?.type === 'ObjectExpression' ? (node['properties'] as Node[]).map((property) => nameOf(property['key'])) : [];

const nameOf = (node: unknown): string => {
  const name = isNode(node) ? (node['name'] ?? node['value']) : undefined;
  return typeof name === 'string' ? name : '';
};

const isCode = (node: Node, source: string): boolean => /<(code|kbd|Kbd|Code|pre|style)[^<>]*>\s*$/.test(source.slice(0, node.start));

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;
