import type { Run, Runs } from '../document/document';

/**
 * Formatted text as a closed tree, at most three levels deep: blocks, items, runs. There is no other shape, so nothing
 * that is stored can bring more than this onto a screen or into a document.
 */
export type RichBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Runs[] };

/** Blocks from top to bottom. */
export type RichText = readonly RichBlock[];

/**
 * LAW (round trip). For every tree, `parseRichText(printRichText(tree))` is the tree in its normal form; for every text,
 * printing what was parsed and parsing it again changes nothing. Parsing never fails: what is no marker is words.
 */
export function parseRichText(text: string): RichText {
  const blocks: RichBlock[] = [];
  for (const line of text.split(LINE_END)) {
    const block = blockOf(line.trim());
    if (block) addBlock(blocks, block);
  }
  return blocks;
}

/** The one way in which a tree is written down: a line for each heading, paragraph, item and quoted paragraph. */
export function printRichText(tree: RichText): string {
  return normalRichText(tree)
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return `${'#'.repeat(block.level)} ${printRuns(block.runs)}`;
        case 'paragraph':
          return withoutBlockMarker(printRuns(block.runs));
        case 'list':
          return block.items.map((item) => `${block.ordered ? '1.' : '-'} ${printRuns(item)}`).join('\n');
        case 'quote':
          return block.paragraphs.map((paragraph) => `> ${printRuns(paragraph)}`).join('\n');
      }
    })
    .join('\n\n');
}

/** The same tree without what says nothing: empty blocks and runs, neighbours in one style, spaces at the ends. */
export function normalRichText(tree: RichText): RichText {
  const blocks: RichBlock[] = [];
  for (const block of tree) {
    if (block.kind === 'list') {
      const items = block.items.map(normalRuns).filter(({ length }) => length > 0);
      if (items.length > 0) addBlock(blocks, { ...block, items });
    } else if (block.kind === 'quote') {
      const paragraphs = block.paragraphs.map(normalRuns).filter(({ length }) => length > 0);
      if (paragraphs.length > 0) addBlock(blocks, { ...block, paragraphs });
    } else {
      const runs = normalRuns(block.runs);
      if (runs.length > 0) addBlock(blocks, { ...block, runs });
    }
  }
  return blocks;
}

/** The words alone, a line for each block: for search, for a comparison, for a screen reader. */
export function plainText(tree: RichText): string {
  return tree.flatMap((block) => linesOf(block).map((runs) => runs.map(({ text }) => text).join(''))).join('\n');
}

/** An address that may be opened from a text: https or mailto, without spaces, brackets or control characters. */
export function safeLink(address: string): string | undefined {
  const link = address.trim().replaceAll('(', '%28').replaceAll(')', '%29');
  return link.length <= LONGEST_LINK && LINK.test(link) ? link : undefined;
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const LONGEST_LINK = 2_000;
const LINK = /^(?:https:\/\/[^\s/\\()<>"`]|mailto:)[^\s\\()<>"`\p{Cc}]+$/u;

const linesOf = (block: RichBlock): readonly Runs[] =>
  block.kind === 'list' ? block.items : block.kind === 'quote' ? block.paragraphs : [block.runs];

/** Neighbouring lists of one kind are one list, and so are neighbouring quotes: no text can tell them apart. */
function addBlock(blocks: RichBlock[], block: RichBlock): void {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && block.kind === 'list' && last.ordered === block.ordered) (last.items as Runs[]).push(...block.items);
  else if (last?.kind === 'quote' && block.kind === 'quote') (last.paragraphs as Runs[]).push(...block.paragraphs);
  else blocks.push(copied(block));
}

/** Lists grow while they are gathered, and must not grow in the hands of whoever gave them. */
function copied(block: RichBlock): RichBlock {
  if (block.kind === 'list') return { ...block, items: [...block.items] };
  return block.kind === 'quote' ? { ...block, paragraphs: [...block.paragraphs] } : block;
}

const BLOCK = /^(?:(#{1,3})|(-)|(\d{1,9}\.)|(>)) (.*)$/u;

function blockOf(line: string): RichBlock | undefined {
  const [, hashes, dash, number, , rest] = BLOCK.exec(line) ?? [];
  const runs = parseRuns(rest ?? line);
  if (runs.length === 0) return undefined;
  if (rest === undefined) return { kind: 'paragraph', runs };
  if (hashes !== undefined) return { kind: 'heading', level: hashes.length as 1 | 2 | 3, runs };
  if (dash !== undefined || number !== undefined) return { kind: 'list', ordered: number !== undefined, items: [runs] };
  return { kind: 'quote', paragraphs: [runs] };
}

/** A paragraph that begins like another kind of block says with a backslash that it is none. */
function withoutBlockMarker(line: string): string {
  return line.replace(/^(#{1,3} |- |> |\d{1,9}(?=\. ))/u, (marker) => (/^\d/u.test(marker) ? `${marker}\\` : `\\${marker}`));
}

type Style = Pick<Run, 'bold' | 'italic' | 'code'>;
/** Code stands innermost: what is between its marks is taken as it is. */
const STYLES = [
  ['bold', '**'],
  ['italic', '_'],
  ['code', '`'],
] as const satisfies readonly (readonly [keyof Style, string])[];

function printRuns(runs: Runs): string {
  let printed = '';
  let was: Run = { text: '' };
  for (const is of [...runs, { text: '' } as Run]) {
    const isOtherLink = was.link !== is.link;
    const ends = (style: keyof Style): boolean => was[style] === true && (isOtherLink || style === 'code' || !is[style]);
    const begins = (style: keyof Style): boolean => is[style] === true && (isOtherLink || style === 'code' || !was[style]);
    for (const [style, marker] of STYLES.toReversed()) if (ends(style)) printed += marker;
    if (isOtherLink && was.link !== undefined) printed += `](${was.link})`;
    if (isOtherLink && is.link !== undefined) printed += '[';
    for (const [style, marker] of STYLES) if (begins(style)) printed += marker;
    printed += is.text.replace(is.code ? /[\\`]/gu : /[\\*_`[\]]/gu, '\\$&');
    was = is;
  }
  return printed;
}

/** A piece of a line: words, a sign behind a backslash, or a marker that may turn out to be words. `text` as it stands there. */
type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'escaped'; readonly text: string }
  | { readonly kind: keyof Style; readonly text: string }
  | { readonly kind: 'open'; readonly text: '[' }
  | { readonly kind: 'close'; readonly text: string; readonly link: string };

function parseRuns(line: string): Runs {
  const pieces = withPartners(piecesOf(line));
  const runs: Run[] = [];
  const on: { bold?: true; italic?: true; code?: true } = {};
  let link: string | undefined;
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'words') {
      text += piece.text;
      continue;
    }
    runs.push(runOf(text, on, link));
    text = '';
    if (piece.kind === 'open') link = piece.link;
    else if (piece.kind === 'close') link = undefined;
    else if (on[piece.kind]) delete on[piece.kind];
    else on[piece.kind] = true;
  }
  return normalRuns([...runs, runOf(text, on, link)]);
}

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let noBracketAfter = Number.POSITIVE_INFINITY;
  for (let at = 0; at < line.length;) {
    const char = line.charAt(at);
    const next = line.charAt(at + 1);
    if (char === '\\' && ESCAPED.test(next)) {
      pieces.push({ kind: 'escaped', text: char + next });
      at += 2;
    } else if (char === '*' && next === '*') {
      pieces.push({ kind: 'bold', text: '**' });
      at += 2;
    } else if (char === '_' || char === '`') {
      pieces.push({ kind: char === '_' ? 'italic' : 'code', text: char });
      at += 1;
    } else if (char === '[') {
      pieces.push({ kind: 'open', text: '[' });
      at += 1;
    } else if (char === ']' && next === '(' && at < noBracketAfter) {
      const end = line.indexOf(')', at);
      if (end < 0) noBracketAfter = at;
      const link = end < 0 ? undefined : safeLink(line.slice(at + 2, end));
      const text = link === undefined ? char : line.slice(at, end + 1);
      pieces.push(link === undefined ? { kind: 'words', text } : { kind: 'close', text, link });
      at += text.length;
    } else {
      WORDS.lastIndex = at + 1;
      const end = WORDS.exec(line)?.index ?? line.length;
      pieces.push({ kind: 'words', text: line.slice(at, end) });
      at = end;
    }
  }
  return pieces;
}

const ESCAPED = /^[!-/:-@[-`{-~]$/u;
const WORDS = /[\\*_`[\]]/gu;

type Paired = Exclude<Piece, { kind: 'open' } | { kind: 'escaped' }> | { readonly kind: 'open'; readonly link: string };

/** Markers of a style stand in pairs, and so do the two ends of a link; what has no partner is words, and so is all code. */
function withPartners(pieces: readonly Piece[]): readonly Paired[] {
  const code = pairsOf('code', pieces, () => true);
  const isCode = insideOf(code, pieces.length);
  const partners = new Map<number, string>(code.flat().map((at) => [at, '']));
  for (const style of ['bold', 'italic'] as const) {
    for (const at of pairsOf(style, pieces, (place) => !isCode[place]).flat()) partners.set(at, '');
  }
  let open: number | undefined;
  pieces.forEach((piece, at) => {
    if (isCode[at]) return;
    if (piece.kind === 'open') open = at;
    if (piece.kind !== 'close' || open === undefined) return;
    partners.set(open, piece.link).set(at, piece.link);
    open = undefined;
  });
  return pieces.map((piece, at): Paired => {
    const link = partners.get(at);
    if (piece.kind === 'words' || piece.kind === 'escaped' || link === undefined)
      return { kind: 'words', text: wordsOf(piece, isCode[at] === true) };
    return piece.kind === 'open' ? { kind: 'open', link } : piece;
  });
}

/** The sign behind a backslash; in code only the backtick and the backslash itself need one. */
function wordsOf({ kind, text }: Piece, isCode: boolean): string {
  return kind === 'escaped' && (!isCode || text === '\\`' || text === '\\\\') ? text.slice(1) : text;
}

/** The first and second, the third and fourth, and so on, of the markers of one style. */
function pairsOf(style: keyof Style, pieces: readonly Piece[], counts: (at: number) => boolean): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let first: number | undefined;
  pieces.forEach((piece, at) => {
    if (piece.kind !== style || !counts(at)) return;
    if (first === undefined) first = at;
    else {
      pairs.push([first, at]);
      first = undefined;
    }
  });
  return pairs;
}

/** True for every place between the two of a pair. */
function insideOf(pairs: readonly (readonly [number, number])[], length: number): readonly boolean[] {
  const inside = Array.from({ length }, () => false);
  for (const [first, last] of pairs) inside.fill(true, first + 1, last);
  return inside;
}

/** Runs without empty ones, neighbours in one style joined, one line, no spaces at its ends, no address that is unsafe. */
function normalRuns(runs: Runs): Runs {
  const joined: Run[] = [];
  for (const run of runs) {
    const text = run.text.split(LINE_END).join(' ');
    const link = run.link === undefined ? undefined : safeLink(run.link);
    if (text !== '') joinRun(joined, runOf(text, run, link));
  }
  return trimmed(joined);
}

function joinRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && sameStyle(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

const sameStyle = (a: Run, b: Run): boolean => a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.link === b.link;

const runOf = (text: string, { bold, italic, code }: Style, link: string | undefined): Run => ({
  text,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(code ? { code } : {}),
  ...(link === undefined ? {} : { link }),
});

function trimmed(runs: Run[]): Runs {
  while (runs[0] && runs[0].text.trimStart() === '') runs.shift();
  while (runs.at(-1)?.text.trimEnd() === '') runs.pop();
  const [first] = runs;
  if (first) runs[0] = { ...first, text: first.text.trimStart() };
  const last = runs.at(-1);
  if (last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  return runs;
}
