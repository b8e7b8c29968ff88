import { heading, paragraph, plain, type Block, type Document, type Runs } from '../document/document';
import { agreedLines, offeredLines, type OfferedLine, type OfferFacts } from './offer-facts';
import { billingBlocks, clientName, draftNote, milestoneBlocks, offerFrame, paragraphsOf, written } from './offer-parts';
import { optionBlocks, priceBlocks } from './offer-price-blocks';
import { collected, constraintBlocks } from './offer-scope-blocks';
import { offerWording } from './offer-wording';

/** The proposal of one version: what a client reads to decide. Shorter than the SOW, and from the same lines. */
export function offerDocument(facts: OfferFacts): Document {
  const lines = offeredLines(facts);
  return { ...offerFrame(facts, 'Proposal'), blocks: [...draftNote(facts), ...written(sectionsOf(facts, lines))] };
}

function sectionsOf(facts: OfferFacts, lines: readonly OfferedLine[]) {
  const why = paragraphsOf(facts.proposal.background);
  const agreed = agreedLines(lines);
  return [
    { title: 'Background', blocks: why },
    { title: 'What we propose', blocks: agreed.flatMap(proposedLine) },
    { title: 'Price', blocks: [...priceBlocks(facts, lines, why.length > 0 ? 2 : 1), ...optionBlocks(facts, lines)] },
    { title: 'Billing and milestones', blocks: [...billingBlocks(facts), ...milestoneBlocks(facts)] },
    { title: 'What is not included', blocks: collected(agreed, 'excluded') },
    { title: 'What this rests on', blocks: collected(agreed, 'assumptions') },
    { title: 'What we respect', blocks: constraintBlocks(facts, lines) },
    { title: 'How it fits together', blocks: facts.blueprint },
    { title: 'Next steps', blocks: nextSteps(facts) },
  ];
}

const proposedLine = ({ title, included, as }: OfferedLine): readonly Block[] => [
  heading(2, title),
  ...paragraphsOf(included),
  ...(as === 'courtesy' ? [paragraph('Done without charge.')] : []),
];

function nextSteps(facts: OfferFacts): readonly Block[] {
  const { proposal, firm } = facts;
  if (proposal.status === 'accepted') return [];
  const stands = proposal.validUntil ? `This offer stands until ${offerWording(firm.language).date(proposal.validUntil)}.` : undefined;
  const steps: readonly Runs[] = [
    plain(`${clientName(facts)} says which options it takes.`),
    plain('Both sides sign the statement of work.'),
    plain('We meet for the kickoff, with everything that was said in hand.'),
  ];
  const isOptional = offeredLines(facts).some(({ as }) => as === 'option');
  return [...paragraphsOf(stands), { kind: 'list', ordered: true, items: isOptional ? steps : steps.slice(1) }];
}
