import { packPages } from '#shared/ledger/page';
import type { Entry } from '#shared/ledger/entry';
import { instantOf } from '#shared/values/calendar';
import { sampleFiles } from '../../resources/sample-firm/proof';
import { playSampleFirm, sampleFirm } from '../../resources/sample-firm/sample-firm';
import type { StoredPage } from './ledger-store';
import type { PlayedFirm } from './played-firm';

globalThis.onmessage = ({ data: now }: MessageEvent<number>) => {
  const firm = sampleFirm({ today: instantOf(now).slice(0, 10) });
  const { team, finance } = playSampleFirm(firm);
  const pages = { team: pagesOf(team), finance: pagesOf(finance) };
  const played: PlayedFirm = { name: firm.name, me: firm.me, pages, files: sampleFiles() };
  globalThis.postMessage(played);
};

/** A page holds entries of one device, in chain order. */
function pagesOf(entries: readonly Entry[]): StoredPage[] {
  return packPages(entries).map(({ id, text }) => ({ id, entries: text }));
}
