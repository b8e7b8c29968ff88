import { tick } from '#shared/ledger/clock';
import { entryPlace, type LedgerItem } from '#shared/ledger/entry';
import { hashEntry, withId } from '#shared/ledger/hash';
import { packPages } from '#shared/ledger/page';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { inThisProcess } from '../../renderer/data/window-lock';
import type { Dice } from './dice';
import type { SimDevice } from './sim-device';

/** Writes what this version does not know: an entry of a later version, or a noun and a field without a declaration. */
export async function writeNewer(workspace: OpenWorkspace, device: SimDevice, dice: Dice): Promise<void> {
  const { registered } = device.disk;
  await inThisProcess(`throughline/${workspace.registered.id}/write`, async () => {
    const ledger = workspace.ledgers.team;
    const id = registered.devices.team;
    const tip = await ledger.tip(id);
    const at = tick(tip?.at, workspace.now());
    const salt = Array.from(dice.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const deal = workspace.records.idsOf('deal')[0] ?? 'deal:none';
    const edits = [
      { record: `hologram:${dice.whole(1, 3)}`, set: { depth: dice.whole(1, 9) }, salt },
      { record: deal, set: { colourOfTheYear: dice.whole(1, 9) }, salt, hue: 'unknown key' },
    ];
    const version = dice.chance(0.5) ? { v: 2, edits: { not: 'a list' } } : { v: 1, edits };
    const place = entryPlace(id, (tip?.seq ?? 0) + 1);
    const item = withId({
      ...version,
      act: 'hologram.project',
      at,
      by: workspace.me,
      beam: 'kept',
      prev: tip?.hash ?? '',
      id: place,
    }) as unknown as LedgerItem;
    const pages = packPages([item]);
    await ledger.shelf.add(pages.map((page) => ({ id: page.id, entries: page.text })));
    ledger.wrote(id, { seq: (tip?.seq ?? 0) + 1, hash: hashEntry(item).hash, at });
    await ledger.take(pages.map((page) => ({ id: page.id, items: [item] })));
  });
}
