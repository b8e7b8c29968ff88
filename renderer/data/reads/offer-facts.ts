import { blueprintBlocks } from '#shared/blueprint/blueprint-document';
import type { Logo } from '#shared/document/document';
import { imageSize } from '#shared/document/image-size';
import { asOf } from '#shared/ledger/as-of';
import { isRedacted, type Entry } from '#shared/ledger/entry';
import { linesOf } from '#shared/proposal/offer-line';
import type { OfferFacts } from '#shared/proposal/offer-facts';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import { firmProfile, type FirmProfile } from '#shared/records/firm-profile';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, type Proposal, type RecordType } from '#shared/records/registry';
import type { Files, Workspace, WorkspaceInfo } from '../workspace';

/** What printing needs of a workspace. */
export interface OfferSource extends Pick<Workspace, 'history'> {
  readonly records: Records;
  readonly files: Pick<Files, 'get'>;
  readonly info: Pick<WorkspaceInfo, 'name'>;
}

/**
 * Everything that the SOW and the proposal of one version are printed from. A version that was sent is read as it was
 * sent: the fold of exactly what its author had then, so that it says the same in a year. Rejects where the version is
 * not in the workspace.
 */
export async function readOfferFacts(source: OfferSource, id: Id<'proposal'>, today: CalendarDateText): Promise<OfferFacts> {
  const { records: live, info } = source;
  const proposal = live.get('proposal', id);
  const deal = proposal && live.get('deal', proposal.deal);
  if (!proposal || !deal) throw new Error('This version of the proposal is not in the workspace.');
  const records = await recordsAsOffered(source, proposal);
  const firm = firmProfile(live, info.name);
  const logo = await readLogo(source, firm);
  return {
    proposal: asSent(proposal, records),
    deal: records.get('deal', deal.id) ?? deal,
    records,
    chosen: new Set(linesOf(live, id).flatMap((line) => (line.chosen ? [line.id] : []))),
    firm,
    ...(logo ? { logo } : {}),
    blueprint: proposal.blueprint ? blueprintBlocks(records, proposal.blueprint) : [],
    today,
  };
}

/** The picture of the firm's mark; nothing where there is none, or where its bytes are not on this device yet. */
export async function readLogo({ files }: Pick<OfferSource, 'files'>, { logo }: FirmProfile): Promise<Logo | undefined> {
  const bytes = logo && (await files.get(logo));
  const size = bytes && imageSize(bytes);
  return size ? { bytes, type: size.type } : undefined;
}

/** The version as it was sent, and how it stands today. */
function asSent(proposal: Proposal, records: Records): Proposal {
  const { status, acceptedAt, acceptedBy } = proposal;
  return {
    ...(records.get('proposal', proposal.id) ?? proposal),
    status,
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(acceptedBy ? { acceptedBy } : {}),
  };
}

async function recordsAsOffered(source: OfferSource, proposal: Proposal): Promise<Records> {
  const { records } = source;
  if (proposal.status === 'draft') return records;
  const entries = await source.history({ deal: proposal.deal });
  const sent = entries.findLast((entry) => entry.act === 'proposal.send' && isAbout(entry, proposal.id));
  return sent ? withPresent(recordsFrom(asOf(entries, sent, kindOf).records()), records) : records;
}

/** Sent, and not merely replaced by the version that was. */
const isAbout = ({ edits }: Entry, proposal: Id<'proposal'>): boolean =>
  edits.some((edit) => edit.record === proposal && !isRedacted(edit) && edit.set['status'] === 'sent');

/** Not the deal's own: who somebody is, is said as it is today. */
const PRESENT: ReadonlySet<RecordType> = new Set<RecordType>(['account', 'contact', 'person', 'firmSetting']);

const withPresent = (past: Records, present: Records): Records => ({
  get: (type, id) => (PRESENT.has(type) ? present : past).get(type, id),
  all: (type) => (PRESENT.has(type) ? present : past).all(type),
  of: (type, field, id) => (PRESENT.has(type) ? present : past).of(type, field, id),
});
