import type { DeviceId, LedgerName } from '#shared/ledger/entry';
import { newDeviceId } from './devices';
import { COPIED, type Problems } from './problems';
import { renewed } from './sync-host';
import type { RegisteredWorkspace } from './workspace-registry';

type Devices = RegisteredWorkspace['devices'];

/** Under which id this installation writes in each ledger, and when it takes another one. */
export class OwnDevices {
  #ids: Devices;
  readonly #keep: (devices: Devices) => Promise<void>;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #problems: Problems;

  constructor(ids: Devices, keep: (devices: Devices) => Promise<void>, random: (bytes: number) => Uint8Array, problems: Problems) {
    this.#ids = ids;
    this.#keep = keep;
    this.#random = random;
    this.#problems = problems;
  }

  get all(): Devices {
    return this.#ids;
  }

  readonly of = (ledger: LedgerName): DeviceId => this.#ids[ledger];

  /** Another window took other ids. */
  heard(devices: Devices): void {
    this.#ids = devices;
  }

  /**
   * Entries that somebody else wrote under this device's id: its data was copied, by restoring a disk image for
   * example. What follows is written under a new id, so that the fork grows no further.
   */
  async leave(arrived: ReadonlySet<DeviceId>, because: 'copied' | 'mended' = 'copied'): Promise<void> {
    const devices = renewed(this.#ids, arrived, () => newDeviceId(this.#random));
    if (devices === undefined) return;
    this.#ids = devices;
    await this.#keep(devices);
    // What fills a damaged page comes from a backup of this very device: nobody else wrote it.
    if (because === 'copied') this.#problems.raise(COPIED);
  }
}
