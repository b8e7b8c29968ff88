import { heading, paragraph, plain, type Block, type Document, type Runs } from '../document/document';
import { agreedLines, offeredLines, type OfferedLine, type OfferFacts } from './offer-facts';
import { billingBlocks, clientName, draftNote, milestoneBlocks, offerFrame, paragraphsOf, written } from './offer-parts';
import { optionBlocks, priceBlocks } from './offer-price-blocks';
import { collected, constraintBlocks } from './offer-scope-blocks';
import { offerWording } from './offer-wording';
import { t } from '../values/texts';

/** The proposal of one version: what a client reads to decide. Shorter than the SOW, and from the same lines. */
export function offerDocument(facts: OfferFacts): Document {
  const lines = offeredLines(facts);
  return { ...offerFrame(facts, t('Proposal')), blocks: [...draftNote(facts), ...written(sectionsOf(facts, lines))] };
}

function sectionsOf(facts: OfferFacts, lines: readonly OfferedLine[]) {
  const why = paragraphsOf(facts.proposal.background);
  const agreed = agreedLines(lines);
  return [
    { title: t('Background'), blocks: why },
    { title: t('What we propose'), blocks: agreed.flatMap(proposedLine) },
    { title: t('Price'), blocks: [...priceBlocks(facts, lines, why.length > 0 ? 2 : 1), ...optionBlocks(facts, lines)] },
    { title: t('Billing and milestones'), blocks: [...billingBlocks(facts), ...milestoneBlocks(facts)] },
    { title: t('What is not included'), blocks: collected(agreed, 'excluded') },
    { title: t('What this rests on'), blocks: collected(agreed, 'assumptions') },
    { title: t('What we respect'), blocks: constraintBlocks(facts, lines) },
    { title: t('How it fits together'), blocks: facts.blueprint },
    { title: t('Next steps'), blocks: nextSteps(facts) },
  ];
}

const proposedLine = ({ title, included, as }: OfferedLine): readonly Block[] => [
  heading(2, title),
  ...paragraphsOf(included),
  ...(as === 'courtesy' ? [paragraph(t('Done without charge.'))] : []),
];

function nextSteps(facts: OfferFacts): readonly Block[] {
  const { proposal, firm } = facts;
  if (proposal.status === 'accepted') return [];
  const stands = proposal.validUntil
    ? t('This offer stands until {{validUntil}}.', { validUntil: offerWording(firm.language).date(proposal.validUntil) })
    : undefined;
  const steps: readonly Runs[] = [
    plain(t('{{facts}} says which options it takes.', { facts: clientName(facts) })),
    plain(t('Both sides sign the statement of work.')),
    plain(t('We meet for the kickoff, with everything that was said in hand.')),
  ];
  const isOptional = offeredLines(facts).some(({ as }) => as === 'option');
  return [...paragraphsOf(stands), { kind: 'list', ordered: true, items: isOptional ? steps : steps.slice(1) }];
}
