import { foldAll } from '#shared/ledger/fold';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, typeOf } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import type { StoredRecord } from '#shared/records/view';
import { playSampleFirm, sampleFirm } from '../../../resources/sample-firm/sample-firm';
import type { EvidenceAnswer } from '../evidence-answer';
import { askEvidence } from '../evidence-search';
import { openSearchIndex } from '../search-index';
import type { Requests } from '../search-messages';
import { dealOfLine, searchDocument } from '../search-text';

export const TODAY = '2026-11-22';

/** The sample firm, asked as the screen asks it: the same index, the same rules, on the same thread. */
export interface AskedFirm {
  readonly records: Records;
  ask(claim: string, dealName?: string): Promise<EvidenceAnswer>;
}

export function askableSampleFirm(): AskedFirm {
  const stored = [...foldAll(playSampleFirm(sampleFirm({ today: TODAY })).team, kindOf).records()] as StoredRecord[];
  const records = recordsFrom(stored);
  const answer = openSearchIndex();
  const documents = stored.flatMap((record) => {
    const type = typeOf(record.id);
    return (type && searchDocument(type, record, dealOfLine(record, records))) ?? [];
  });
  answer({ kind: 'put', n: 0, documents, gone: [] });
  const request = (async (make) => answer(make(1))) as Requests;
  return {
    records,
    ask: (claim, dealName) => {
      const deal = records.all('deal').find(({ name }) => name === dealName);
      if (dealName !== undefined && deal === undefined) throw new Error(`No deal is called ${dealName}`);
      const scope = deal ? ({ kind: 'deal', deal: deal.id } as const) : ({ kind: 'all' } as const);
      return askEvidence({ claim, scope, today: TODAY, locale: 'en' }, { request, records, texts: { ofMoments: async () => new Map() } });
    },
  };
}

/** What the answer rests on: the title of the moment in which the first deciding words were said, or of the record that holds them. */
export function decidedBy({ deciding: [first] }: EvidenceAnswer, records: Records): string | undefined {
  if (!first) return undefined;
  const id = first.witness.moment ?? first.passage.record;
  const type = typeOf(id);
  const record = type && records.get(type, id);
  return record && recordTitle(record);
}
