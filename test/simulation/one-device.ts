import { createRecord } from '#shared/records/write';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { FOUNDING } from '../../renderer/data/undo';
import { SimDevice } from './sim-device';
import { pageIdOf } from './villain';
import { VirtualHub, WORKSPACE } from './virtual-hub';
import { VirtualNetwork } from './virtual-network';
import { onVirtualPlatform } from './virtual-platform';
import { VirtualTime } from './virtual-time';
import { Dice } from './dice';

/** One device beside a server that a test does with as it likes. */
export interface OneDevice {
  readonly hub: VirtualHub;
  readonly time: VirtualTime;
  readonly device: SimDevice;
  readonly workspace: () => OpenWorkspace;
  /** Puts a page on the server, past its rules, as if `from` had handed it in. */
  readonly plant: (items: readonly object[], page?: { readonly id?: string; readonly from?: string }) => string;
  /** Lets so much time pass, in milliseconds. */
  readonly pass: (ms: number) => Promise<void>;
  /** Runs until the work is done. */
  readonly finished: <T>(work: Promise<T>) => Promise<T>;
}

/** A partner, in step with the server before the test begins. */
export async function besideServer(test: (one: OneDevice) => Promise<void>): Promise<void> {
  const time = new VirtualTime(Date.UTC(2026, 10, 22, 9));
  const hub = new VirtualHub();
  hub.setUser('ines', [`${WORKSPACE}:partner`, `${WORKSPACE}:admin`]);
  hub.setUser('victor', [`${WORKSPACE}:AE`]);
  const network = new VirtualNetwork(hub, time, new Dice(1));
  const troubles: string[] = [];
  const trouble = (what: unknown): void => void troubles.push(what instanceof Error ? (what.stack ?? what.message) : String(what));
  const device = new SimDevice('device', 'ines', 1, { time, network, trouble });
  const workspace = (): OpenWorkspace => device.workspace as OpenWorkspace;
  const finished = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false;
    void Promise.allSettled([work]).then(() => (isDone = true));
    await time.runUntil(time.now + 600_000, () => isDone);
    if (!isDone) throw new Error('it does not end');
    return work;
  };
  await onVirtualPlatform(time, trouble, async () => {
    await finished(device.start());
    const me = 'person:01J00000000000000000000001';
    await finished(workspace().become(me));
    await finished(
      workspace().writer.commitOwn([
        createRecord('person', me, { name: 'Ines', roles: ['partner', 'admin'], active: true }, { act: FOUNDING }),
      ]),
    );
    await finished(workspace().sync.join(device.link()));
    await time.runUntil(time.now + 5_000);
    const plant: OneDevice['plant'] = (items, { id, from = 'victor' } = {}) => {
      const page = id ?? pageIdOf(items as Parameters<typeof pageIdOf>[0]);
      hub.database('team').force(page, { from, entries: items });
      hub.changed(`${WORKSPACE}-team`);
      return page;
    };
    await test({ hub, time, device, workspace, plant, finished, pass: (ms) => time.runUntil(time.now + ms) });
    device.kill();
  });
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
}
