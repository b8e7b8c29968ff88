import type { RecordId } from '../ledger/entry';
import { recordTitle } from '../records/title';
import { typeOf } from '../records/registry';
import { titleOf, type Wording } from '../records/value-text';
import { formatDate } from '../values/calendar';
import type { Claim } from './claim';
import type { Rule } from './rules';
import type { KnownTerm } from './terms';
import { unanswered, type Hit, type Judgement } from './verdict';

/** Why a claim came to its verdict, in a sentence or two. */
export function reasonOf(claim: Claim, terms: readonly KnownTerm[], judgement: Judgement, wording: Wording): string {
  const [first] = judgement.deciding;
  if (judgement.verdict === 'no record') return nothingFound(terms, judgement, wording);
  if (!first) return '';
  if (judgement.verdict === 'discussed') {
    const others = judgement.hits.length;
    const spoken = others === 1 ? 'One passage speaks of it' : `${others} passages speak of it`;
    return `${spoken}; none is a promise of ours, and none rules it out. The nearest: ${placeOf(first, wording)}.${asideOf(claim, judgement)}`;
  }
  return `${SENTENCES[first.rule](first, wording)}.${asideOf(claim, judgement)}`;
}

type Sentence = (hit: Hit, wording: Wording) => string;

const SENTENCES: Readonly<Record<Rule, Sentence>> = {
  commitment: (hit, wording) =>
    `${whoOf(hit.witness.by, wording) || 'We'} promised it${toOf(hit, wording)}${onOf(hit, wording)}${byOf(hit)}; it is on record as a commitment`,
  'accepted line': (hit, wording) => `${titleIn(hit, wording)} says it, in what the client accepted${onOf(hit, wording)}`,
  'offered line': (hit, wording) => `${titleIn(hit, wording)} says it, in a proposal that was sent${onOf(hit, wording)}`,
  concession: (hit, wording) => `We conceded it${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  'change order': (hit, wording) => `It was settled as a change order${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  'promising words': (hit, wording) =>
    `${whoOf(hit.witness.by, wording) || 'Somebody of ours'} said so${toOf(hit, wording)}${onOf(hit, wording)}${byOf(hit)}`,
  'refused commitment': (hit, wording) => `It was noted as a commitment and decided to be not ours: ${titleIn(hit, wording)}`,
  excluded: (hit, wording) => `What was offered to the client excludes it${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  'negotiated away': (hit, wording) => `The line for it was negotiated away: ${titleIn(hit, wording)}`,
  'given up': (hit, wording) => `It was given up${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  forbidden: (hit, wording) =>
    `${whoOf(hit.witness.by, wording) || 'The client'} rules it out${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  'rejected change order': (hit, wording) => `A change order for it was rejected${onOf(hit, wording)}: ${titleIn(hit, wording)}`,
  'denying words': (hit, wording) =>
    `${whoOf(hit.witness.by, wording) || 'Somebody of ours'} said that it is not part of it${toOf(hit, wording)}${onOf(hit, wording)}${byOf(hit)}`,
  'spoken of': (hit, wording) => `It is spoken of in ${placeOf(hit, wording)}`,
};

function nothingFound(terms: readonly KnownTerm[], { closest }: Judgement, wording: Wording): string {
  if (!closest) return 'None of its words stand together anywhere in what was searched.';
  const open = unanswered(terms, [closest]).map(({ said }) => `“${said}”`);
  const nearest = `No passage answers enough of the claim. The nearest is ${placeOf(closest, wording)}`;
  return open.length === 0 ? `${nearest}, where the words stand far apart.` : `${nearest}; it has nothing for ${listed(open)}.`;
}

function asideOf({ period, who }: Claim, { outsidePeriod, withOthers }: Judgement): string {
  const names = [...new Set(who.map(({ said }) => said))];
  const asides = [...(outsidePeriod && period ? [`not ${period.said}`] : []), ...(withOthers ? [`without ${listed(names)}`] : [])];
  return asides.length > 0 ? ` Other than the claim says: ${asides.join(' and ')}.` : '';
}

/** "the call “Price call” of 12 Mar 2026". */
function placeOf(hit: Hit, { records, locale }: Wording): string {
  const type = typeOf(hit.passage.record);
  const record = type && records.get(type, hit.passage.record);
  const day = hit.witness.on ? ` of ${formatDate(hit.witness.on, locale)}` : '';
  const noun = record && 'kind' in record && type === 'moment' ? String(record.kind) : (NOUNS[type ?? ''] ?? 'record');
  return record ? `the ${noun} “${recordTitle(record)}”${day}` : `a record${day}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  commitment: 'commitment',
  concession: 'concession',
  objection: 'objection',
  decision: 'decision',
  constraint: 'constraint',
  priority: 'priority',
  scopeLine: 'scope line',
  proposal: 'terms of',
  proposalLine: 'proposal line',
  changeOrder: 'change order',
  ticket: 'ticket',
  question: 'question',
};

function titleIn({ passage }: Hit, { records }: Wording): string {
  return `“${titleOf(passage.record, records)}”`;
}

const onOf = ({ witness }: Hit, { locale }: Wording): string => (witness.on ? ` on ${formatDate(witness.on, locale)}` : '');
const toOf = ({ witness }: Hit, wording: Wording): string => {
  const names = whoOf(witness.to, wording);
  return names ? ` to ${names}` : '';
};
const byOf = ({ witness }: Hit): string => ` (${witness.channel})`;

/** Up to three names, and how many more. */
export function whoOf(ids: readonly RecordId[], { records }: Wording): string {
  const names = ids.slice(0, 3).map((id) => titleOf(id, records));
  return ids.length > 3 ? `${names.join(', ')} and ${ids.length - 3} more` : listed(names);
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
