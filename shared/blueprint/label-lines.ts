/** Width of a sign in ems of the interface's typeface, near enough to break lines by: a pure function cannot ask a screen. */
function widthOf(sign: string): number {
  if (/[ilj.,:;|!'’I()[\]]/u.test(sign)) return 0.3;
  if (/[frt\s-]/u.test(sign)) return 0.38;
  if (/[mwMW@%—]/u.test(sign)) return 0.9;
  if ((sign.codePointAt(0) ?? 0) >= 0x2e80) return 1;
  return /[\p{Lu}\d]/u.test(sign) ? 0.66 : 0.56;
}

/** A name in at most `most` lines of `width` ems, broken between words where it can be, and cut with an ellipsis. */
export function labelLines(label: string, width: number, most: number): readonly string[] {
  const words = label.slice(0, LONGEST).replace(/\s+/gu, ' ').trim().split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((one) => brokenWord(one, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && lengthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), width)];
}

const LONGEST = 300;
const lengthOf = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);

function brokenWord(word: string, width: number): readonly string[] {
  if (lengthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (lengthOf(part + sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return part ? [...parts, part] : parts;
}

function shortened(text: string, width: number): string {
  let kept = '';
  for (const sign of text) {
    if (lengthOf(`${kept}${sign}…`) > width) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return kept;
}
