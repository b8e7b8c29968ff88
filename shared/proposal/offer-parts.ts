import { paragraph, type Block, type Document } from '../document/document';
import type { Contact } from '../records/registry';
import { joinedPerson } from '../records/joined-person';
import type { OfferFacts } from './offer-facts';
import { BILLING_NAMES, billingSentences, offerWording } from './offer-wording';
import { t } from '../values/texts';

export type PrintFact = { readonly label: string; readonly value: string };

/** The name of the client; the deal's where no account is known. */
export const clientName = ({ records, deal }: OfferFacts): string => records.get('account', deal.account)?.name ?? deal.name;

/** What every page of an offer has in common, and the head of its first. `kind`: "Statement of work". */
export function offerFrame(facts: OfferFacts, kind: string): Omit<Document, 'blocks'> {
  const { proposal, deal, firm, logo, today } = facts;
  const date = proposal.sentAt ?? today;
  const version = t('{{kind}}, version {{version}}{{value}}', {
    kind,
    version: proposal.version,
    value: proposal.status === 'draft' ? ' (draft)' : '',
  });
  return {
    title: deal.name,
    subtitle: kind,
    facts: headFacts(facts),
    pageHeader: `${firm.name} · ${deal.name}`,
    pageFooter: version,
    numbered: true,
    language: firm.language,
    author: firm.name,
    date,
    ...(logo ? { logo } : {}),
  };
}

function headFacts(facts: OfferFacts): readonly PrintFact[] {
  const { proposal, deal, firm, records } = facts;
  const { date } = offerWording(firm.language);
  const department = deal.department ? `, ${deal.department}` : '';
  return present([
    [t('Client'), `${clientName(facts)}${department}`],
    [t('For'), buyersOf(facts).map(nameOf).join('\n')],
    [t('From'), [firm.name, joinedPerson(records, deal.ae)?.name].filter(Boolean).join(', ')],
    [t('Version'), versionText(facts)],
    [t('Valid until'), proposal.status !== 'accepted' && proposal.validUntil ? date(proposal.validUntil) : undefined],
    [t('Billing'), proposal.billingModel && BILLING_NAMES[proposal.billingModel]],
  ]);
}

function versionText({ proposal, firm, today }: OfferFacts): string {
  const { date } = offerWording(firm.language);
  const { version, status, sentAt, acceptedAt } = proposal;
  if (status === 'draft') return t('{{version}}, draft of {{today}}', { version, today: date(today) });
  const sent = sentAt ? t('{{version}}, sent {{sentAt}}', { version, sentAt: date(sentAt) }) : String(version);
  return status === 'accepted' && acceptedAt ? t('{{sent}}, accepted {{acceptedAt}}', { sent, acceptedAt: date(acceptedAt) }) : sent;
}

/** Facts that have a value. */
export const present = (facts: readonly (readonly [string, string | undefined])[]): readonly PrintFact[] =>
  facts.flatMap(([label, value]) => (value?.trim() ? [{ label, value: value.trim() }] : []));

export const buyersOf = ({ records, deal }: OfferFacts): readonly Contact[] =>
  deal.buyers.map((id) => records.get('contact', id)).filter((contact): contact is Contact => contact !== undefined && !contact.archived);

export const nameOf = ({ name, title }: Contact): string => [name, title].filter(Boolean).join(', ');

/** A draft must not be taken for an offer. */
export const draftNote = ({ proposal }: OfferFacts): readonly Block[] =>
  proposal.status === 'draft'
    ? [{ kind: 'note', runs: [{ text: t('Draft. '), bold: true }, { text: t('This is work in progress and not an offer.') }] }]
    : [];

/** Words with several paragraphs, one after the other. */
export const paragraphsOf = (text: string | undefined): readonly Block[] =>
  (text ?? '')
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => paragraph(part));

/** How and when it is billed: the model in sentences, then the terms as written in this version. */
export const billingBlocks = ({ proposal, firm }: OfferFacts): readonly Block[] => [
  ...billingSentences(proposal, offerWording(firm.language)).map((sentence) => paragraph(sentence)),
  ...paragraphsOf(proposal.terms),
];

/** Milestones of the deal by day, with the part of the price that each makes due. */
export function milestoneBlocks({ records, deal, firm }: OfferFacts): readonly Block[] {
  const stones = records.of('milestone', 'deal', deal.id).toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  if (stones.length === 0) return [];
  const { date, money } = offerWording(firm.language);
  const withFees = stones.some(({ fee }) => fee);
  const columns = [
    { title: t('Milestone'), align: 'left' },
    { title: t('Due'), align: 'left', share: 0.25 },
    ...(withFees ? [{ title: t('Billed'), align: 'right', share: 0.22 } as const] : []),
  ] as const;
  const rows = stones.map(({ title, due, fee }) => ({
    cells: [
      [[{ text: title }]],
      [[{ text: due ? date(due) : t('to be agreed') }]],
      ...(withFees ? [[[{ text: fee ? money(fee) : '' }]]] : []),
    ],
  }));
  return [{ kind: 'table', columns, rows }];
}

/** Sections that have something to say, each under its heading. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const written = (sections: readonly Section[]): readonly Block[] =>
  sections.flatMap(({ title, blocks }) =>
    blocks.length > 0 ? [{ kind: 'heading' as const, level: 1 as const, text: title }, ...blocks] : [],
  );
