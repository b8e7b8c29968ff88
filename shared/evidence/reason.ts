import type { RecordId } from '../ledger/entry';
import { recordTitle } from '../records/title';
import { typeOf } from '../records/registry';
import { titleOf, type Wording } from '../records/value-text';
import { formatDate } from '../values/calendar';
import type { Claim } from './claim';
import type { Rule } from './rules';
import type { KnownTerm } from './terms';
import { unanswered, type Hit, type Judgement } from './verdict';
import { t } from '../values/texts';

/** Why a claim came to its verdict, in a sentence or two. */
export function reasonOf(claim: Claim, terms: readonly KnownTerm[], judgement: Judgement, wording: Wording): string {
  const [first] = judgement.deciding;
  if (judgement.verdict === 'no record') return nothingFound(terms, judgement, wording);
  if (!first) return '';
  if (judgement.verdict === 'discussed') {
    const others = judgement.hits.length;
    const spoken = others === 1 ? t('One passage speaks of it') : t('{{others}} passages speak of it', { others });
    return `${spoken}; none is a promise of ours, and none rules it out. The nearest: ${placeOf(first, wording)}.${asideOf(claim, judgement)}`;
  }
  return `${SENTENCES[first.rule](first, wording)}.${asideOf(claim, judgement)}`;
}

type Sentence = (hit: Hit, wording: Wording) => string;

const SENTENCES: Readonly<Record<Rule, Sentence>> = {
  commitment: (hit, wording) =>
    `${whoOf(hit.witness.by, wording) || t('We')} promised it${toOf(hit, wording)}${onOf(hit, wording)}${byOf(hit)}; it is on record as a commitment`,
  'accepted line': (hit, wording) =>
    t('{{hit}} says it, in what the client accepted{{hit2}}', { hit: titleIn(hit, wording), hit2: onOf(hit, wording) }),
  'offered line': (hit, wording) =>
    t('{{hit}} says it, in a proposal that was sent{{hit2}}', { hit: titleIn(hit, wording), hit2: onOf(hit, wording) }),
  concession: (hit, wording) => t('We conceded it{{hit}}: {{hit2}}', { hit: onOf(hit, wording), hit2: titleIn(hit, wording) }),
  'change order': (hit, wording) =>
    t('It was settled as a change order{{hit}}: {{hit2}}', { hit: onOf(hit, wording), hit2: titleIn(hit, wording) }),
  'promising words': (hit, wording) =>
    t('{{by}} said so{{hit}}{{hit2}}{{hit3}}', {
      by: whoOf(hit.witness.by, wording) || t('Somebody of ours'),
      hit: toOf(hit, wording),
      hit2: onOf(hit, wording),
      hit3: byOf(hit),
    }),
  'refused commitment': (hit, wording) =>
    t('It was noted as a commitment and decided to be not ours: {{hit}}', { hit: titleIn(hit, wording) }),
  excluded: (hit, wording) =>
    t('What was offered to the client excludes it{{hit}}: {{hit2}}', { hit: onOf(hit, wording), hit2: titleIn(hit, wording) }),
  'negotiated away': (hit, wording) => t('The line for it was negotiated away: {{hit}}', { hit: titleIn(hit, wording) }),
  'given up': (hit, wording) => t('It was given up{{hit}}: {{hit2}}', { hit: onOf(hit, wording), hit2: titleIn(hit, wording) }),
  forbidden: (hit, wording) =>
    t('{{by}} rules it out{{hit}}: {{hit2}}', {
      by: whoOf(hit.witness.by, wording) || t('The client'),
      hit: onOf(hit, wording),
      hit2: titleIn(hit, wording),
    }),
  'rejected change order': (hit, wording) =>
    t('A change order for it was rejected{{hit}}: {{hit2}}', { hit: onOf(hit, wording), hit2: titleIn(hit, wording) }),
  'denying words': (hit, wording) =>
    t('{{by}} said that it is not part of it{{hit}}{{hit2}}{{hit3}}', {
      by: whoOf(hit.witness.by, wording) || t('Somebody of ours'),
      hit: toOf(hit, wording),
      hit2: onOf(hit, wording),
      hit3: byOf(hit),
    }),
  'spoken of': (hit, wording) => t('It is spoken of in {{hit}}', { hit: placeOf(hit, wording) }),
};

function nothingFound(terms: readonly KnownTerm[], { closest }: Judgement, wording: Wording): string {
  if (!closest) return t('None of its words stand together anywhere in what was searched.');
  const open = unanswered(terms, [closest]).map(({ said }) => `“${said}”`);
  const nearest = t('No passage answers enough of the claim. The nearest is {{closest}}', { closest: placeOf(closest, wording) });
  return open.length === 0
    ? t('{{nearest}}, where the words stand far apart.', { nearest })
    : `${nearest}; it has nothing for ${listed(open)}.`;
}

function asideOf({ period, who }: Claim, { outsidePeriod, withOthers }: Judgement): string {
  const names = [...new Set(who.map(({ said }) => said))];
  const asides = [
    ...(outsidePeriod && period ? [t('not {{said}}', { said: period.said })] : []),
    ...(withOthers ? [t('without {{names}}', { names: listed(names) })] : []),
  ];
  return asides.length > 0 ? t(' Other than the claim says: {{asides}}.', { asides: asides.join(' and ') }) : '';
}

/** "the call “Price call” of 12 Mar 2026". */
function placeOf(hit: Hit, { records, locale }: Wording): string {
  const type = typeOf(hit.passage.record);
  const record = type && records.get(type, hit.passage.record);
  const day = hit.witness.on ? t(' of {{on}}', { on: formatDate(hit.witness.on, locale) }) : '';
  const noun = record && 'kind' in record && type === 'moment' ? String(record.kind) : (NOUNS[type ?? ''] ?? 'record');
  return record ? t('the {{noun}} “{{record}}”{{day}}', { noun, record: recordTitle(record), day }) : t('a record{{day}}', { day });
}

const NOUNS: Readonly<Record<string, string>> = {
  commitment: 'commitment',
  concession: 'concession',
  objection: 'objection',
  decision: 'decision',
  constraint: 'constraint',
  priority: 'priority',
  scopeLine: t('scope line'),
  proposal: t('terms of'),
  proposalLine: t('proposal line'),
  changeOrder: t('change order'),
  ticket: 'ticket',
  question: 'question',
};

function titleIn({ passage }: Hit, { records }: Wording): string {
  return `“${titleOf(passage.record, records)}”`;
}

const onOf = ({ witness }: Hit, { locale }: Wording): string => (witness.on ? t(' on {{on}}', { on: formatDate(witness.on, locale) }) : '');
const toOf = ({ witness }: Hit, wording: Wording): string => {
  const names = whoOf(witness.to, wording);
  return names ? t(' to {{names}}', { names }) : '';
};
const byOf = ({ witness }: Hit): string => ` (${witness.channel})`;

/** Up to three names, and how many more. */
export function whoOf(ids: readonly RecordId[], { records }: Wording): string {
  const names = ids.slice(0, 3).map((id) => titleOf(id, records));
  return ids.length > 3 ? t('{{names}} and {{ids}} more', { names: names.join(', '), ids: ids.length - 3 }) : listed(names);
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : t('{{join}} and {{words}}', { join: words.slice(0, -1).join(', '), words: words.at(-1) ?? '' });
