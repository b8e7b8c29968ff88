import { heading, paragraph, plain, type Block, type Runs } from '../document/document';
import type { Commitment, Constraint } from '../records/registry';
import type { Records } from '../records/records';
import { workaroundsOf } from '../scope/constraint-check';
import { agreedLines, type OfferedLine, type OfferFacts } from './offer-facts';
import { t } from '../values/texts';

/** Each line under a heading of its own: what is included, what is not, what it rests on, when it is accepted. */
export const lineBlocks = (lines: readonly OfferedLine[], records: Records, level: 2 | 3 = 2): readonly Block[] =>
  lines.flatMap((offered) => {
    const facts = factsOf(offered, records);
    return [
      heading(level, offered.title),
      ...(offered.as === 'courtesy' ? [paragraph(t('Done without charge.'))] : []),
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ];
  });

type Fact = { readonly label: string; readonly value: string };

function factsOf({ included, excluded, assumptions, acceptanceTest, scopeLine }: OfferedLine, records: Records): readonly Fact[] {
  const agreed = scopeLine ? inSow(records.of('commitment', 'scopeLine', scopeLine.id)).map(({ text }) => text.trim()) : [];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('Included'), included],
    [t('Not included'), excluded],
    [t('Assumptions'), assumptions],
    [t('Agreed'), agreed.join('\n') || undefined],
    [t('Accepted when'), acceptanceTest],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** Promises that somebody said stand in the SOW: then they must. */
const inSow = (commitments: readonly Commitment[]): readonly Commitment[] =>
  commitments.filter((commitment) => commitment.inSow && !commitment.archived && commitment.decision !== 'not ours');

/** Promises of the SOW that belong to no line of this version. */
export function furtherCommitments({ records, deal }: OfferFacts, lines: readonly OfferedLine[]): readonly Runs[] {
  const shown = new Set<string | undefined>(lines.map(({ scopeLine }) => scopeLine?.id));
  return inSow(records.of('commitment', 'deal', deal.id))
    .filter(({ scopeLine }) => scopeLine === undefined || !shown.has(scopeLine))
    .map(({ text }) => plain(text.trim()));
}

/** What one field says in all lines together, line by line. */
export function collected(lines: readonly OfferedLine[], field: 'excluded' | 'assumptions' | 'acceptanceTest'): readonly Block[] {
  const items = lines.flatMap((line): Runs[] => {
    const said = line[field];
    return said === undefined ? [] : [[{ text: `${line.title}: `, bold: true }, { text: said }]];
  });
  return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
}

/** What the client rules out or wants, where a line meets it, and the promise that gets the line round it. */
export function constraintBlocks({ records }: OfferFacts, lines: readonly OfferedLine[]): readonly Block[] {
  const met = constraintsMet(lines, records);
  if (met.length === 0) return [];
  const columns = [
    { title: t('What is to be respected'), align: 'left', share: 0.4 },
    { title: t('How this scope respects it'), align: 'left' },
    { title: t('Line'), align: 'left', share: 0.22 },
  ] as const;
  const rows = met.map(({ constraint, line, ways }) => ({
    cells: [
      [[{ text: constraint.text.trim() }], ...setBy(constraint, records)],
      ways.length > 0 ? ways.map((way) => plain(way)) : [plain('–')],
      [plain(line.title)],
    ],
  }));
  return [{ kind: 'table', columns, rows }];
}

interface Met {
  readonly constraint: Constraint;
  readonly line: OfferedLine;
  readonly ways: readonly string[];
}

const constraintsMet = (lines: readonly OfferedLine[], records: Records): readonly Met[] =>
  agreedLines(lines).flatMap((line) =>
    (line.scopeLine?.touches ?? []).flatMap((id): Met[] => {
      const constraint = records.get('constraint', id);
      if (!constraint || constraint.archived || !line.scopeLine) return [];
      const ways = workaroundsOf(records, line.scopeLine, constraint).map(({ text }) => text.trim());
      return [{ constraint, line, ways }];
    }),
  );

function setBy({ by, strength }: Constraint, records: Records): readonly Runs[] {
  const contact = records.get('contact', by);
  const who = contact ? [contact.name, contact.title].filter(Boolean).join(', ') : undefined;
  const said = [strength === 'must' ? t('Must') : t('Preferred'), ...(who ? [who] : [])].join(' · ');
  return [[{ text: said, italic: true }]];
}
