import { diffComm } from 'node-diff3';
import { textTokens } from './text-merge';

/** A run of text that stands in both, only in the new one, or only in the old one. */
export interface TextPart {
  readonly how: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A stretch that is the same in both and far from any change. */
export interface TextGap {
  readonly how: 'gap';
  readonly text: string;
}

/** The diff takes time as the product of both lengths; beyond this a person would wait. */
const MAX_COMPARISONS = 25_000_000;

/**
 * What was changed on the way `from` one text `to` the other, by words. The parts that are same or removed join to
 * `from`, those that are same or added to `to`. Words that are parted from others by a space or a comma alone are told as one change.
 */
export function diffText(from: string, to: string): readonly TextPart[] {
  if (from === to) return from ? [{ how: 'same', text: from }] : [];
  return joined(compare([...textTokens(from)], [...textTokens(to)]) ?? compare(linesOf(from), linesOf(to)) ?? whole(from, to));
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

/** Removed and added text of one place, with what is the same before it. */
interface Step {
  same: string;
  removed: string;
  added: string;
}

const whole = (from: string, to: string): Step[] => [{ same: '', removed: from, added: to }];

/** Undefined where comparing would take too long. */
function compare(from: string[], to: string[]): Step[] | undefined {
  const least = Math.min(from.length, to.length);
  let head = 0;
  while (head < least && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < least - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const [left, right] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  if (left.length * right.length > MAX_COMPARISONS) return undefined;
  const steps: Step[] = [{ same: from.slice(0, head).join(''), removed: '', added: '' }];
  for (const { common, buffer1, buffer2 } of diffComm(left, right)) {
    if (common) steps.push({ same: common.join(''), removed: '', added: '' });
    else steps.push({ same: '', removed: buffer1.join(''), added: buffer2.join('') });
  }
  return [...steps, { same: from.slice(from.length - tail).join(''), removed: '', added: '' }];
}

/** Nothing but space and signs between two words. */
const BETWEEN = /^[^\p{L}\p{N}]{0,3}$/u;

function joined(steps: readonly Step[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let open: Step = { same: '', removed: '', added: '' };
  const close = (): void => {
    if (open.removed) parts.push({ how: 'removed', text: open.removed });
    if (open.added) parts.push({ how: 'added', text: open.added });
    if (open.same) parts.push({ how: 'same', text: open.same });
    open = { same: '', removed: '', added: '' };
  };
  // `open.same` stands after its change here: it is taken into the change where the next one follows at once.
  for (const { same, removed, added } of steps) {
    const changes = removed !== '' || added !== '';
    if (changes && open.same !== '') {
      const isChange = open.removed !== '' || open.added !== '';
      if (isChange && BETWEEN.test(open.same) && !open.same.includes('\n')) {
        open = { same: '', removed: open.removed + open.same, added: open.added + open.same };
      } else close();
    }
    open = { same: open.same + same, removed: open.removed + removed, added: open.added + added };
  }
  close();
  return parts;
}

/** A gap that would hide less than this is shown. */
const WORTH_HIDING = 60;

/** The same parts with their words around: of what is far from any change only the nearest sentence stays, the rest is a gap. */
export function aroundChanges(parts: readonly TextPart[]): readonly (TextPart | TextGap)[] {
  if (parts.every(({ how }) => how === 'same')) return parts;
  return parts.flatMap((part, at) => {
    if (part.how !== 'same') return [part];
    const keepsStart = at > 0 ? endOfSentence(part.text) : 0;
    const keepsEnd = at < parts.length - 1 ? startOfSentence(part.text) : part.text.length;
    if (keepsEnd - keepsStart < WORTH_HIDING) return [part];
    const cut: (TextPart | TextGap)[] = [
      { how: 'same', text: part.text.slice(0, keepsStart) },
      { how: 'gap', text: part.text.slice(keepsStart, keepsEnd) },
      { how: 'same', text: part.text.slice(keepsEnd) },
    ];
    return cut.filter(({ text }) => text !== '');
  });
}

/** Where the sentence ends that goes on from a change. */
function endOfSentence(text: string): number {
  const end = /[.!?…](?=\s|$)|\n/u.exec(text);
  return end ? end.index + 1 : text.length;
}

/** Where the sentence begins that leads into a change. */
function startOfSentence(text: string): number {
  let start = 0;
  for (const end of text.matchAll(/[.!?…]\s+|\n/gu)) start = end.index + end[0].length;
  return start;
}
