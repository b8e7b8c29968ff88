import type { Entry } from '#shared/ledger/entry';
import { foldAll } from '#shared/ledger/fold';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, type Deal, type Proposal } from '#shared/records/registry';
import type { StoredRecord } from '#shared/records/view';
import type { OfferFacts } from '#shared/proposal/offer-facts';
import { readOfferFacts, type OfferSource } from '../renderer/data/reads/offer-facts';
import { playSampleFirm, sampleFirm } from '../resources/sample-firm/sample-firm';

const TODAY = '2026-11-22';

/** The versions of the sample firm's offers, as a screen would print them. */
export class SampleOffers {
  private readonly source: OfferSource;

  constructor() {
    const firm = sampleFirm({ today: TODAY });
    const { team } = playSampleFirm(firm);
    this.source = {
      records: recordsFrom(foldAll(team, kindOf).records() as Iterable<StoredRecord>),
      history: async (scope) => team.filter((entry) => 'deal' in scope && belongsTo(entry, scope.deal)),
      files: { get: async () => undefined },
      info: { name: firm.name },
    };
  }

  accepted(): readonly Proposal[] {
    return this.source.records.all('proposal').filter(({ status }) => status === 'accepted');
  }

  dealOf = ({ deal }: Proposal): Deal => {
    const found = this.source.records.get('deal', deal);
    if (!found) throw new Error(deal);
    return found;
  };

  facts = (proposal: Proposal): Promise<OfferFacts> => readOfferFacts(this.source, proposal.id, TODAY);
}

const belongsTo = (entry: Entry, deal: string): boolean => entry.deal === deal || entry.edits.some(({ record }) => record === deal);
