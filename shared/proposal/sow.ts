import { paragraph, type Block, type Document } from '../document/document';
import { agreedLines, offeredLines, openOptions, type OfferedLine, type OfferFacts } from './offer-facts';
import { billingBlocks, buyersOf, clientName, draftNote, milestoneBlocks, nameOf, offerFrame, paragraphsOf, written } from './offer-parts';
import { optionBlocks, priceBlocks } from './offer-price-blocks';
import { collected, constraintBlocks, furtherCommitments, lineBlocks } from './offer-scope-blocks';
import { offerWording } from './offer-wording';

/**
 * The statement of work of one version: what both sides sign. It says what was offered when it was sent, whatever the
 * scope says today, and only what the client may read: no cost, no margin, no objections, nothing of why we think they buy.
 */
export function sowDocument(facts: OfferFacts): Document {
  const lines = offeredLines(facts);
  return { ...offerFrame(facts, 'Statement of work'), blocks: [...draftNote(facts), ...written(sectionsOf(facts, lines))] };
}

function sectionsOf(facts: OfferFacts, lines: readonly OfferedLine[]) {
  const agreed = agreedLines(lines);
  const background = paragraphsOf(facts.proposal.background);
  const scope = background.length > 0 ? 3 : 2;
  const further = furtherCommitments(facts, lines);
  return [
    { title: 'Parties', blocks: partyBlocks(facts) },
    { title: 'Background', blocks: background },
    { title: 'Scope of work', blocks: lineBlocks(agreed, facts.records) },
    {
      title: 'Price',
      blocks: [...priceBlocks(facts, lines, scope), ...optionBlocks(facts, lines), ...lineBlocks(openOptions(lines), facts.records, 3)],
    },
    { title: 'Billing', blocks: billingBlocks(facts) },
    { title: 'Milestones', blocks: milestoneBlocks(facts) },
    { title: 'Exclusions', blocks: excluded(agreed) },
    { title: 'Assumptions', blocks: collected(agreed, 'assumptions') },
    { title: 'What must be respected', blocks: constraintBlocks(facts, lines) },
    { title: 'Further commitments', blocks: further.length > 0 ? [{ kind: 'list' as const, ordered: false, items: further }] : [] },
    { title: 'Acceptance', blocks: acceptanceBlocks(agreed) },
    { title: 'Changes', blocks: [paragraph(CHANGES)] },
    { title: 'Blueprint', blocks: facts.blueprint },
    { title: 'Agreement', blocks: agreementBlocks(facts) },
  ];
}

function partyBlocks(facts: OfferFacts): readonly Block[] {
  const { firm } = facts;
  const client = clientName(facts);
  const supplier = [firm.name, ...(firm.address ?? '').split('\n')].map((line) => line.trim()).filter(Boolean);
  return [
    paragraph(`This statement of work is between ${client} (the client) and ${firm.name} (the supplier).`),
    {
      kind: 'facts',
      facts: [
        { label: 'Client', value: [client, ...buyersOf(facts).map(nameOf)].join('\n') },
        { label: 'Supplier', value: supplier.join('\n') },
      ],
    },
  ];
}

function excluded(lines: readonly OfferedLine[]): readonly Block[] {
  const list = collected(lines, 'excluded');
  return list.length > 0 ? [paragraph('Not part of this statement of work, whatever else is said in it:'), ...list] : [];
}

function acceptanceBlocks(lines: readonly OfferedLine[]): readonly Block[] {
  const tests = collected(lines, 'acceptanceTest');
  const untested = lines.some(({ acceptanceTest }) => acceptanceTest === undefined);
  if (tests.length === 0) return [paragraph('Each line is accepted by the client in writing once it is done.')];
  return [
    paragraph(
      `Each line is accepted when its test is passed.${untested ? ' A line without a test is accepted in writing once it is done.' : ''}`,
    ),
    ...tests,
  ];
}

const CHANGES =
  'Work beyond this scope begins only after a written change order. It says what is added or left out, what that costs, and which days it moves, and both sides sign it.';

function agreementBlocks(facts: OfferFacts): readonly Block[] {
  const { proposal, firm, records } = facts;
  const { date } = offerWording(firm.language);
  const signer = proposal.status === 'accepted' ? records.get('contact', proposal.acceptedBy)?.name : undefined;
  return [
    ...(proposal.validUntil && proposal.status !== 'accepted'
      ? [paragraph(`This offer can be accepted until ${date(proposal.validUntil)}, by signing below.`)]
      : []),
    { kind: 'signatures', parties: [{ firm: firm.name }, { firm: clientName(facts), ...(signer ? { name: signer } : {}) }] },
  ];
}
