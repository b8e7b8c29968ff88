import { paragraph, type Block, type Document } from '../document/document';
import { agreedLines, offeredLines, openOptions, type OfferedLine, type OfferFacts } from './offer-facts';
import { billingBlocks, buyersOf, clientName, draftNote, milestoneBlocks, nameOf, offerFrame, paragraphsOf, written } from './offer-parts';
import { optionBlocks, priceBlocks } from './offer-price-blocks';
import { collected, constraintBlocks, furtherCommitments, lineBlocks } from './offer-scope-blocks';
import { offerWording } from './offer-wording';
import { t } from '../values/texts';

/**
 * The statement of work of one version: what both sides sign. It says what was offered when it was sent, whatever the
 * scope says today, and only what the client may read: no cost, no margin, no objections, nothing of why we think they buy.
 */
export function sowDocument(facts: OfferFacts): Document {
  const lines = offeredLines(facts);
  return { ...offerFrame(facts, t('Statement of work')), blocks: [...draftNote(facts), ...written(sectionsOf(facts, lines))] };
}

function sectionsOf(facts: OfferFacts, lines: readonly OfferedLine[]) {
  const agreed = agreedLines(lines);
  const background = paragraphsOf(facts.proposal.background);
  const scope = background.length > 0 ? 3 : 2;
  const further = furtherCommitments(facts, lines);
  return [
    { title: t('Parties'), blocks: partyBlocks(facts) },
    { title: t('Background'), blocks: background },
    { title: t('Scope of work'), blocks: lineBlocks(agreed, facts.records) },
    {
      title: t('Price'),
      blocks: [...priceBlocks(facts, lines, scope), ...optionBlocks(facts, lines), ...lineBlocks(openOptions(lines), facts.records, 3)],
    },
    { title: t('Billing'), blocks: billingBlocks(facts) },
    { title: t('Milestones'), blocks: milestoneBlocks(facts) },
    { title: t('Exclusions'), blocks: excluded(agreed) },
    { title: t('Assumptions'), blocks: collected(agreed, 'assumptions') },
    { title: t('What must be respected'), blocks: constraintBlocks(facts, lines) },
    { title: t('Further commitments'), blocks: further.length > 0 ? [{ kind: 'list' as const, ordered: false, items: further }] : [] },
    { title: t('Acceptance'), blocks: acceptanceBlocks(agreed) },
    { title: t('Changes'), blocks: [paragraph(CHANGES)] },
    { title: t('Blueprint'), blocks: facts.blueprint },
    { title: t('Agreement'), blocks: agreementBlocks(facts) },
  ];
}

function partyBlocks(facts: OfferFacts): readonly Block[] {
  const { firm } = facts;
  const client = clientName(facts);
  const supplier = [firm.name, ...(firm.address ?? '').split('\n')].map((line) => line.trim()).filter(Boolean);
  return [
    paragraph(t('This statement of work is between {{client}} (the client) and {{name}} (the supplier).', { client, name: firm.name })),
    {
      kind: 'facts',
      facts: [
        { label: t('Client'), value: [client, ...buyersOf(facts).map(nameOf)].join('\n') },
        { label: t('Supplier'), value: supplier.join('\n') },
      ],
    },
  ];
}

function excluded(lines: readonly OfferedLine[]): readonly Block[] {
  const list = collected(lines, 'excluded');
  return list.length > 0 ? [paragraph(t('Not part of this statement of work, whatever else is said in it:')), ...list] : [];
}

function acceptanceBlocks(lines: readonly OfferedLine[]): readonly Block[] {
  const tests = collected(lines, 'acceptanceTest');
  const untested = lines.some(({ acceptanceTest }) => acceptanceTest === undefined);
  if (tests.length === 0) return [paragraph(t('Each line is accepted by the client in writing once it is done.'))];
  return [
    paragraph(
      t('Each line is accepted when its test is passed.{{value}}', {
        value: untested ? t(' A line without a test is accepted in writing once it is done.') : '',
      }),
    ),
    ...tests,
  ];
}

const CHANGES = t(
  'Work beyond this scope begins only after a written change order. It says what is added or left out, what that costs, and which days it moves, and both sides sign it.',
);

function agreementBlocks(facts: OfferFacts): readonly Block[] {
  const { proposal, firm, records } = facts;
  const { date } = offerWording(firm.language);
  const signer = proposal.status === 'accepted' ? records.get('contact', proposal.acceptedBy)?.name : undefined;
  return [
    ...(proposal.validUntil && proposal.status !== 'accepted'
      ? [paragraph(t('This offer can be accepted until {{validUntil}}, by signing below.', { validUntil: date(proposal.validUntil) }))]
      : []),
    { kind: 'signatures', parties: [{ firm: firm.name }, { firm: clientName(facts), ...(signer ? { name: signer } : {}) }] },
  ];
}
