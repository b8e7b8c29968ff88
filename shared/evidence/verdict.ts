import type { VERDICTS } from '../records/decision';
import type { Records } from '../records/records';
import type { Claim } from './claim';
import { groundOf, turned } from './grounds';
import type { Passage } from './passages';
import { SPOKEN_OF, type Ground, type Rule } from './rules';
import type { KnownTerm } from './terms';
import { witnessOf, type Witness } from './witness';

export type Verdict = (typeof VERDICTS)[number];

/** A passage with what it proves and where it comes from. */
export interface Hit extends Ground {
  readonly passage: Passage;
  readonly witness: Witness;
  /** Answers enough of the claim to decide it. */
  readonly covers: boolean;
  /** Said in the period, by or to the people, whom the claim names; true where it names none. */
  readonly inPeriod: boolean;
  readonly withNamed: boolean;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The rule of the deciding hits; none for "no record". */
  readonly rule?: Rule;
  /** Why, the strongest first. */
  readonly deciding: readonly Hit[];
  /** Everything that speaks of the claim, deciding hits first. */
  readonly hits: readonly Hit[];
  /** The passage that came nearest, where nothing speaks of the claim. */
  readonly closest?: Hit;
  /** Decided by words that were said at another time, or by others, than the claim names. */
  readonly outsidePeriod: boolean;
  readonly withOthers: boolean;
}

/** Share of the claim that the record must answer, and the passage itself, to decide it. */
const DECIDES = 0.66;
const DECIDES_DIRECT = 0.5;
/** The same for "it was spoken of". */
export const SPEAKS = 0.5;
const SPEAKS_DIRECT = 0.36;
/** Coverage by which one passage is clearly nearer to the claim than another. */
const NEARER = 0.15;
const MOST_DECIDING = 3;

/**
 * RULES OF THE VERDICT
 * 1. A passage *covers* the claim when its record answers two thirds of the claim's weight, half of it in at most three sentences
 *    next to each other, and no number, sum or "free" of the claim is missing. It *speaks* of the claim when it answers half.
 * 2. Each covering passage has a ground (`RULES`): it supports the claim, opposes it, or only mentions it.
 * 3. Supported and not opposed: promised. Opposed and not supported: contradicted.
 * 4. Both: the one that is clearly nearer to the claim; then the stronger (signed, on record, in writing, by word of mouth);
 *    then the later.
 * 5. Neither, but spoken of: discussed, not promised. No passage speaks of it: no record.
 * 6. Where the claim names a time or people, what was said then and with them decides first; where only other words decide, the
 *    verdict says so.
 */
export function judge(claim: Claim, passages: readonly Passage[], records: Records): Judgement {
  const about = passages.filter((passage) => coversClaim(passage) || speaks(passage));
  const speaking = withoutCopies(distinct(about.map((passage) => hitOf(claim, passage, records))), records);
  const supporting = best(speaking, 'supports');
  const opposing = best(speaking, 'opposes');
  const [verdict, deciding] = decided(supporting, opposing, speaking);
  const [first] = deciding;
  const rest = speaking.filter((hit) => !deciding.includes(hit));
  const [nearest] = passages;
  return {
    verdict,
    ...(first && { rule: first.rule }),
    deciding,
    hits: [...deciding, ...rest],
    ...(verdict === 'no record' && nearest ? { closest: hitOf(claim, nearest, records) } : {}),
    outsidePeriod: first !== undefined && !first.inPeriod,
    withOthers: first !== undefined && !first.withNamed,
  };
}

function decided(supporting: readonly Hit[], opposing: readonly Hit[], speaking: readonly Hit[]): readonly [Verdict, readonly Hit[]] {
  const [yes] = supporting;
  const [no] = opposing;
  if (yes && no) return outweighs(no, yes) ? ['contradicted', opposing] : ['promised', supporting];
  if (yes) return ['promised', supporting];
  if (no) return ['contradicted', opposing];
  return speaking.length > 0 ? ['discussed', asNamed(speaking).slice(0, MOST_DECIDING)] : ['no record', []];
}

function outweighs(a: Hit, b: Hit): boolean {
  const nearer = a.passage.coverage - b.passage.coverage;
  if (Math.abs(nearer) > NEARER) return nearer > 0;
  if (a.strength !== b.strength) return a.strength > b.strength;
  return (a.witness.on ?? '') > (b.witness.on ?? '');
}

/** The covering hits with an effect, those that rule 4 puts first at the front. */
function best(hits: readonly Hit[], effect: Ground['effect']): readonly Hit[] {
  const own = asNamed(hits.filter((hit) => hit.covers && hit.effect === effect));
  return own.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_DECIDING);
}

/** Those of the time and the people that the claim names; those of the time; all, where there are no such. */
function asNamed(hits: readonly Hit[]): readonly Hit[] {
  const timely = hits.filter(({ inPeriod }) => inPeriod);
  const named = timely.filter(({ withNamed }) => withNamed);
  return named.length > 0 ? named : timely.length > 0 ? timely : hits;
}

/** Nearness first, in steps, then how firmly it stands. */
const weight = ({ passage, strength }: Hit): number => Math.round(passage.coverage / NEARER) * 10 + strength + passage.score / 10;

const coversClaim = ({ coverage, direct, missing }: Passage): boolean =>
  coverage >= DECIDES && direct >= DECIDES_DIRECT && missing.length === 0;

const speaks = ({ coverage, direct, matches }: Passage): boolean =>
  coverage >= SPEAKS && direct >= SPEAKS_DIRECT && new Set(matches.map(({ term }) => term)).size > 1;

function hitOf(claim: Claim, passage: Passage, records: Records): Hit {
  const covers = coversClaim(passage);
  const ground = covers ? groundOf(passage, records) : SPOKEN_OF;
  const witness = witnessOf(passage.record, passage.role, records);
  return {
    ...(claim.negated ? turned(ground, passage) : ground),
    passage,
    witness,
    covers,
    inPeriod: isInPeriod(claim, witness),
    withNamed: isWithNamed(claim, passage, witness, records),
  };
}

const isInPeriod = ({ period }: Claim, { on }: Witness): boolean =>
  period === undefined || (on !== undefined && period.from <= on && on <= period.to);

/** Everybody named took part, or is named in the words; a name with several bearers is met by one of them. */
function isWithNamed({ who }: Claim, { sentences }: Passage, witness: Witness, records: Records): boolean {
  if (who.length === 0) return true;
  const deal = records.get('deal', witness.deal);
  const moment = records.get('moment', witness.moment);
  const there = new Set<string>([
    ...witness.by,
    ...witness.to,
    ...(moment?.contacts ?? []),
    ...(moment?.people ?? []),
    ...(deal?.account ? [deal.account] : []),
  ]);
  const words = sentences.map(({ text }) => text).join(' ');
  const said = new Set(who.map((named) => named.said));
  return [...said].every((name) => words.includes(name) || who.some((named) => named.said === name && there.has(named.id)));
}

/** A record is one hit: its part that supports or opposes most firmly, else its best passage. Moments may speak twice. */
function distinct(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  const order = hits.toSorted((a, b) => Number(b.covers) - Number(a.covers) || b.passage.score - a.passage.score);
  for (const hit of order) {
    const same = kept.find(
      (other) => other.passage.record === hit.passage.record && (other.effect === hit.effect || hit.effect === 'mentions'),
    );
    if (!same) kept.push(hit);
  }
  return kept;
}

/** A line stands in every version of an offer: versions that prove nothing are left out where the line itself is shown. */
function withoutCopies(hits: readonly Hit[], records: Records): readonly Hit[] {
  const shown = new Set(hits.map(({ passage }) => passage.record));
  return hits.filter(({ effect, passage }) => {
    const line = records.get('proposalLine', passage.record)?.scopeLine;
    return effect !== 'mentions' || line === undefined || !shown.has(line);
  });
}

/** Terms of the claim that no hit answers: what a negative tried in vain. */
export function unanswered(terms: readonly KnownTerm[], hits: readonly Hit[]): readonly KnownTerm[] {
  const found = new Set(hits.flatMap(({ passage }) => passage.matches.map(({ term }) => term)));
  return terms.filter((_, at) => !found.has(at));
}
