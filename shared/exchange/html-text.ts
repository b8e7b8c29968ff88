import { own } from './own';

/** The few names that mail uses; anything else is written as a number or left as it stands. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', yen: '¥' },
  ...{
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
  },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç' },
  ...{ aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', acirc: 'â', ecirc: 'ê', ocirc: 'ô', zwnj: '', zwj: '', shy: '' },
};

/** Elements whose text is not for readers. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
]);

/**
 * The words of an HTML mail, for reading, searching and quoting. It is text afterwards: nothing in it is ever run or
 * rendered. One pass from left to right, so that hostile nesting costs no more than its length.
 */
export function htmlText(html: string): string {
  const lower = html.toLowerCase();
  const neverClosed = new Set<string>();
  let text = '';
  let silence: string | undefined;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (silence === undefined) text += decodeEntities(html.slice(at, open === -1 ? html.length : open)).replace(/\s+/g, ' ');
    if (open === -1) break;
    const close = tagEnd(html, open);
    const { name, closing } = tagOf(html.slice(open, close));
    if (silence !== undefined) silence = closing && name === silence ? undefined : silence;
    else if (SILENT.has(name) && !closing && !neverClosed.has(name)) {
      if (lower.includes(`</${name}`, close)) silence = name;
      else neverClosed.add(name);
    } else if (name === 'li' && !closing) text += '\n• ';
    else if (name === 'td' || name === 'th') text += closing ? '\t' : '';
    else if (BREAKS.has(name)) text += '\n';
    at = close;
  }
  return tidy(text);
}

/** Just after the `>` that ends the tag (or comment) which begins at `open`. */
function tagEnd(html: string, open: number): number {
  const comment = html.startsWith('<!--', open);
  const close = html.indexOf(comment ? '-->' : '>', open);
  return close === -1 ? html.length : close + (comment ? 3 : 1);
}

function tagOf(tag: string): { readonly name: string; readonly closing: boolean } {
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  return { name: (name ?? '').toLowerCase(), closing: slash === '/' };
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return own(ENTITIES, name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}

const tidy = (text: string): string =>
  text
    .replace(/[ \u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
