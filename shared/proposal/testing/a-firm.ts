import type { Json, RecordId } from '../../ledger/entry';
import type { Proposal, ProposalLine } from '../../records/registry';
import { draftProposal } from '../draft';
import type { Reading } from '../held-back';
import { sendProposal } from '../lifecycle';
import { linesOf } from '../offer-line';
import { eur, OfferRecords } from './offer-records';

export const TODAY = '2026-11-20';
export const scope = (values: Readonly<Record<string, Json>>) => ({ deal: 'deal:erp', status: 'proposed', ...values });

/** A deal with two lines to sell, an option, a courtesy, and a line that was negotiated away. */
export function aFirm(more: Readonly<Record<RecordId, Readonly<Record<string, Json>>>> = {}): OfferRecords {
  return new OfferRecords({
    'person:ada': { name: 'Ada Brandt', 'roles/AE': true, active: true },
    'person:ruth': { name: 'Ruth Halden', 'roles/partner': true, active: true },
    'person:martin': { name: 'Martin Keller', 'roles/finance': true, active: true },
    'deal:erp': { name: 'New ERP', phase: 'negotiation', amount: eur(90_000), billingModel: 'fixed', 'buyers/contact:cfo': true },
    'scopeLine:data': scope({
      title: 'Data',
      included: 'Two years of orders.',
      plannedHours: 120,
      price: eur(24_000),
      rank: 'a1',
      role: 'consultant',
    }),
    'scopeLine:core': scope({
      title: 'Core',
      plannedHours: 400,
      price: eur(60_000),
      rank: 'a0',
      acceptanceTest: 'One order runs through.',
    }),
    'scopeLine:training': scope({ title: 'Training', status: 'optional', plannedHours: 24, price: eur(4_800), rank: 'a2' }),
    'scopeLine:walk': scope({ title: 'Walk through the hall', status: 'courtesy', plannedHours: 4, rank: 'a3' }),
    'scopeLine:portal': scope({ title: 'Portal', status: 'negotiated away', plannedHours: 200, price: eur(30_000), rank: 'a4' }),
    ...more,
  });
}

export const reading = ({ records }: OfferRecords): Reading => ({ records, today: TODAY, undecided: () => [] });
export const TERMS = { validUntil: '2026-12-31', terms: 'Net 30 days.' };

export function drafted(firm: OfferRecords): Proposal {
  const id = firm.id('proposal');
  firm.do(draftProposal(firm.records, firm.get('deal', 'deal:erp'), { id, lineId: () => firm.id('proposalLine'), ...TERMS }));
  return firm.get('proposal', id);
}

export function sent(firm: OfferRecords, proposal = drafted(firm)): Proposal {
  firm.do(sendProposal(proposal, reading(firm)));
  return firm.get('proposal', proposal.id);
}

export const lineOf = (firm: OfferRecords, proposal: Proposal, scopeLine: string): ProposalLine => {
  const found = linesOf(firm.records, proposal.id).find((line) => line.scopeLine === scopeLine);
  if (!found) throw new Error(scopeLine);
  return found;
};

/** The words of a refusal; nothing where a rule agreed. */
export const refusal = (decided: { readonly ok: boolean; readonly error?: { readonly message: string } }) => decided.error?.message;
