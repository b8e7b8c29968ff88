import type { FirmProfile } from '../../records/firm-profile';
import type { Proposal } from '../../records/registry';
import type { OfferFacts } from '../offer-facts';
import { TODAY } from './a-firm';
import type { OfferRecords } from './offer-records';

export const HALDEN: FirmProfile = { name: 'Halden & Pryce', address: 'Am Sandtorkai 50\n20457 Hamburg', language: 'en-GB' };

/** What a version is printed from, with the records as they are. */
export const offerFactsOf = (firm: OfferRecords, proposal: Proposal, more: Partial<OfferFacts> = {}): OfferFacts => ({
  proposal,
  deal: firm.get('deal', proposal.deal),
  records: firm.records,
  chosen: new Set(),
  firm: HALDEN,
  blueprint: [],
  today: TODAY,
  ...more,
});
