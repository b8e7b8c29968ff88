import { unzipSync } from 'fflate';
import { decodeText } from '../decode-text';
import { unreadable, wordsOf, type Words } from './text-part';

/** Inflated bytes of one document that are read: a small archive may pretend to hold any number of them. */
export const MOST_INFLATED = 32 * 1024 * 1024;

/** The parts with words, in the order in which they are read. */
const PARTS = [/^word\/document\d*\.xml$/, /^word\/(?:foot|end)notes\.xml$/, /^word\/(?:header|footer)\d*\.xml$/, /^word\/comments\.xml$/];

const orderOf = (name: string): number => PARTS.findIndex((part) => part.test(name));

/** The words of a `.docx`: its body, notes, headers, footers and comments. What was deleted with tracked changes is not read. */
export function docxText(bytes: Uint8Array): Words {
  let inflated = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (orderOf(name) < 0) return false;
        inflated += originalSize;
        if (inflated > MOST_INFLATED) throw new TooLarge();
        return true;
      },
    });
  } catch (thrown) {
    return unreadable(thrown instanceof TooLarge ? 'It unpacks to more than can be read here.' : 'The document is damaged.');
  }
  const names = Object.keys(files).sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));
  if (names.length === 0) return unreadable('It is an archive, not a text document.');
  const texts: string[] = [];
  for (const name of names) {
    const xml = decodeText(files[name] ?? new Uint8Array()).text;
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return unreadable('The document declares entities of its own, which are not read.');
    texts.push(wordprocessingText(xml));
  }
  return wordsOf(
    texts
      .map((text) => text.trim())
      .filter(Boolean)
      .join('\n\n'),
  );
}

class TooLarge extends Error {}

/** Elements whose words are shown a second time elsewhere, or no more. */
const SILENT = new Set(['Fallback', 'moveFrom', 'del', 'instrText', 'delText']);
const BREAKS: Readonly<Record<string, string>> = { p: '\n', br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' };
/** What stands in the place of its tag; the others after their end. */
const AT_START = new Set(['br', 'cr', 'tab', 'noBreakHyphen']);

/** One pass from left to right over the tags: nothing is built, so nesting costs no more than its length. */
function wordprocessingText(xml: string): string {
  const pieces: string[] = [];
  let depthOfSilence = 0;
  let inText = false;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (inText && depthOfSilence === 0) pieces.push(entities(xml.slice(at, open < 0 ? xml.length : open)));
    if (open < 0) break;
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    at = close + 1;
    const { name, closing, single } = tagOf(xml, open, close);
    if (SILENT.has(name) && !single) depthOfSilence = Math.max(0, depthOfSilence + (closing ? -1 : 1));
    else if (name === 't') inText = !closing && !single;
    else if (depthOfSilence === 0 && AT_START.has(name) !== closing) pieces.push(BREAKS[name] ?? '');
  }
  return pieces.join('').replace(/\n{3,}/g, '\n\n');
}

/** `<w:tab/>` → tab. The prefix is left out: drawings and formulas have words of their own under theirs. */
function tagOf(xml: string, open: number, close: number): { readonly name: string; readonly closing: boolean; readonly single: boolean } {
  const closing = xml[open + 1] === '/';
  const [whole = ''] = /^[^\s/>]+/.exec(xml.slice(open + (closing ? 2 : 1), Math.min(close, open + 80))) ?? [];
  return { name: whole.slice(whole.indexOf(':') + 1), closing, single: xml[close - 1] === '/' };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}
