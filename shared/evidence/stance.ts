import type { Records } from '../records/records';
import type { Moment } from '../records/registry';
import { foldWord, WORD } from '../values/words';
import type { Passage } from './passages';
import { isNegator } from './stop-words';

/** What a passage does with the claim: somebody of ours promises it, turns it down, or it is only spoken of. */
export type Stance = 'promises' | 'denies' | 'speaks';
export type Side = 'us' | 'them';

/** Words by which one binds oneself, in the first person or towards "you". */
const PROMISING =
  /\b(?:we|i)(?:['’]ll|\s+(?:will|shall|can\s+(?:offer|do|accept|agree|confirm|include|deliver|provide)|are\s+going\s+to|commit|guarantee|promised?|agreed?|accept(?:ed)?|undertake|deliver|include|offered|confirm(?:ed)?|give\s+you|told\s+(?:him|her|them)\s+(?:that\s+)?(?:we|i)\s+will))\b|\byou\s+(?:will|may|can|get|have)\b|\b(?:is|are)\s+included\b|\bincluded\.|\bat\s+no\s+(?:extra|additional)?\s*(?:cost|charge)\b|\b(?:ich\s+werde|wir\s+werden|wir\s+sagen\s+zu|ich\s+sage\s+zu|sie\s+(?:bekommen|erhalten))\b|\bwir\s+(?!haben|hatten|waren|sind|müssen|können|könnten|würden|möchten|wollen|sollten|glauben|denken|prüfen|hoffen|sehen|bräuchten|brauchen)\p{L}+(?:en|ern|eln)\b/iu;
/** The same told of somebody: "Luca agreed", "Owen promised to". */
const BOUND = /\b(?:will|agreed|promised|confirmed|accepted|offered|committed|guaranteed|sagte\s+zu|versprach|bestätigte)\b/iu;
/** Words that take the promise back: a maybe, a wish, a look at it. */
const HEDGED =
  /\b(?:would|could|might|may\s+be|maybe|perhaps|hopefully|hope|try|tries|look\s+(?:at|into)|think\s+about|come\s+back\s+(?:on|to|with)|consider|possibly|if\s+possible|ideally|depends|(?:not|no|never)\s+promised?|did\s+not\s+promise|suggest|propose|wish|planned\s+to|intend|see\s+what|open:|würden?|könnten?|vielleicht|eventuell|prüfen|versuchen|hoffentlich|vorschlagen|möglicherweise)\b/iu;
const DENYING =
  /\b(?:we|i)\s+(?:will\s+not|won['’]t|cannot|can['’]t|can\s+not|do\s+not|don['’]t|are\s+not\s+going\s+to)\b|\b(?:not|isn['’]t|aren['’]t)\s+(?:included|in\s+(?:the\s+)?scope|part\s+of|possible|on\s+offer|covered)\b|\b(?:out\s+of|outside)\s+(?:the\s+|our\s+)?scope\b|\b(?:comes|goes|went|taken|take|leave|left|stays?)\s+out\b|\bis\s+out\b|\b(?:nicht|kein\p{L}*)\s+(?:enthalten|teil|im\s+(?:umfang|angebot)|möglich|vorgesehen)\b|\bwir\s+\p{L}+\s+(?:nicht|kein\p{L}*)\b/iu;
const ANSWERED_NO = /^["“]?(?:no\b|it\s+is\s+not\b|not\s+(?:in|part|included)|we\s+(?:said\s+no|declined|refused)|nein\b)/iu;
const ANSWERED_YES =
  /^["“]?(?:yes\b|agreed\b|accepted\b|of\s+course\b|we\s+(?:said\s+yes|agreed|accepted)|(?:he|she)\s+got\s+a\s+yes|ja\b|einverstanden\b)/iu;
/** Share of the claim that one sentence must hold for its "we will" to be about it. */
const BINDS = 0.5;
/** "no later than", "not only" negate nothing. */
const NO_NEGATION =
  /\b(?:no\s+(?:later|earlier|sooner|more|less)\s+than|not\s+only|no\s+(?:extra|additional)?\s*(?:cost|charge)|no\s+doubt|no\s+problem)\b/giu;
/** So many words before what it turns round. */
const REACH_OF_NOT = 6;
const PROHIBITING = /\b(?:not|no|never|nothing|nobody|without|forbid\p{L}*|must\s+not|strike|nicht|kein\p{L}*|nie|nichts|ohne)\b/iu;

/** Whether the sentence with the matched words says that something is not so. */
export function isNegated({ sentences, matches }: Pick<Passage, 'sentences' | 'matches'>): boolean {
  return sentences.some((sentence) => {
    const held = matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    if (held.length === 0) return false;
    const text = sentence.text.replace(NO_NEGATION, (found) => ' '.repeat(found.length)).replace(/n[’']t\b/giu, ' not');
    const words = [...text.matchAll(WORD)].map((found) => ({ word: foldWord(found[0]), start: sentence.start + found.index }));
    const turns = words.filter(({ word, start }, at) => {
      if (!isNegator(word)) return false;
      const last = words[at + REACH_OF_NOT]?.start ?? Infinity;
      const between = (match: { readonly start: number }) => text.slice(start - sentence.start, match.start - sentence.start);
      return held.some((match) => match.start > start && match.start <= last && !/[,;:]/u.test(between(match)));
    });
    // "Nothing goes to build without a signature" says yes.
    return turns.length % 2 === 1;
  });
}

/** Whether words of a client rule something out. */
export const isProhibition = ({ sentences }: Pick<Passage, 'sentences'>): boolean => sentences.some(({ text }) => PROHIBITING.test(text));

/** Whether words say that something is left out of what is sold. */
export const isLeavingOut = ({ sentences }: Pick<Passage, 'sentences'>): boolean => sentences.some(({ text }) => DENYING.test(text));

/** Who wrote a mail. Calls, meetings and notes are written down by us, whoever speaks in them. */
export function writtenBy(moment: Moment, records: Records): Side {
  if (moment.kind !== 'e-mail') return 'us';
  const from = (moment.from ?? '').toLowerCase();
  const address = /[^\s<>"]+@[^\s<>"]+/u.exec(from)?.[0] ?? from;
  if (moment.contacts.some((id) => sameAddress(records.get('contact', id)?.email, address))) return 'them';
  if (records.all('person').some(({ email }) => sameAddress(email, address))) return 'us';
  const domain = address.split('@')[1];
  return domain && records.all('person').some(({ email }) => email?.toLowerCase().endsWith(`@${domain}`)) ? 'us' : 'them';
}

const sameAddress = (email: string | undefined, address: string): boolean => email !== undefined && email.toLowerCase() === address;

/** Whether the client heard it: a note is between ourselves. */
export const isHeardByClient = (moment: Moment): boolean => moment.kind !== 'note' && moment.contacts.length > 0;

/**
 * What a passage of a moment does, by stated rules. A question promises nothing. Words of the client bind us to nothing.
 * A sentence binds only to what stands in itself: half of the claim at least. A hedge takes a promise back. The next sentence may answer: "Agreed.", "It is not."
 */
export function stanceOf(passage: Passage, moment: Moment, records: Records): Stance {
  const holding = passage.sentences.filter((_, at) => (passage.shares[at] ?? 0) >= BINDS);
  if (holding.length === 0) return 'speaks';
  const text = holding.map((sentence) => sentence.text).join(' ');
  const names = namesOf(moment, records);
  const answer = moment.kind === 'e-mail' ? '' : (passage.after?.text ?? passage.sentences.at(-1)?.text ?? '');
  if (ANSWERED_NO.test(answer)) return 'denies';
  if (sideOf(passage, moment, names, records) === 'them') return ANSWERED_YES.test(answer) && !HEDGED.test(answer) ? 'promises' : 'speaks';
  if (DENYING.test(text) || (isNegated(passage) && PROMISING.test(text))) return 'denies';
  if (HEDGED.test(text)) return 'speaks';
  if (ANSWERED_YES.test(answer)) return 'promises';
  if (text.trimEnd().endsWith('?')) return 'speaks';
  const told = [...names.us].some((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text)) && BOUND.test(text);
  return PROMISING.test(text) || told ? 'promises' : 'speaks';
}

interface Names {
  readonly us: ReadonlySet<string>;
  readonly them: ReadonlySet<string>;
}

/** First and last names of those who took part, and of all of us. */
function namesOf(moment: Moment, records: Records): Names {
  const parts = (names: readonly (string | undefined)[]) =>
    new Set(names.flatMap((name) => (name ?? '').split(/\s+/u)).filter((name) => /^\p{L}{3,}$/u.test(name)));
  const us = parts(records.all('person').map(({ name }) => name));
  const them = parts(moment.contacts.map((id) => records.get('contact', id)?.name));
  return { us, them };
}

/** `Luca: "…"`, `Mrs Weber: "…"`, `Katrin Weber says …` at the beginning of what is said, or `She wants …` of one of theirs. */
const SPEAKER =
  /^(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.?\s+)?(\p{Lu}[\p{L}-]+)(?:\s+(\p{Lu}[\p{L}-]+))?\s*(?::|says|said|asked|asks|wants|wanted|wishes|will|opened|hopes|had|told|confirmed|remembers|reminded|expects|needs|agreed|offered|promised)/u;
const THIRD = /^(?:he|she|they)\s+(?:will|wants|wanted|asked|asks|says|said|needs|expects|would|hopes|wishes|had|remembers)\b/iu;

/** Whose words they are: a speaker named in the passage or in the sentence before it, else whoever wrote the moment. */
function sideOf(passage: Passage, moment: Moment, names: Names, records: Records): Side {
  const author = writtenBy(moment, records);
  if (moment.kind === 'e-mail') return author;
  const first = passage.sentences[0]?.text ?? '';
  if (THIRD.test(first)) return 'them';
  const opened =
    passage.before && !passage.sentences[0]?.opens && /[“"]/u.test(passage.before.text) ? [first, passage.before.text] : [first];
  for (const text of opened) {
    const speaker = SPEAKER.exec(text);
    const said = [speaker?.[1], speaker?.[2]].filter((name) => name !== undefined);
    if (said.some((name) => names.them.has(name))) return 'them';
    if (said.some((name) => names.us.has(name))) return 'us';
  }
  return author;
}
