import { observed, type Observable } from '../observable';
import type { PauseWhen } from '../sync-state';
import type { PauseSetting, PowerFacts } from './ports';

/** What Chromium tells of the connection and the battery; other browsers tell nothing. */
interface Telling {
  readonly connection?: EventTarget & { readonly saveData?: boolean; readonly type?: string };
  readonly getBattery?: () => Promise<EventTarget & { readonly charging: boolean; readonly level: number }>;
}

const LOW = 0.2;
let facts: Observable<PowerFacts> | undefined;

/** How this device is connected and powered, kept current. */
export function powerFacts(): Observable<PowerFacts> {
  facts ??= watched();
  return facts;
}

function watched(): Observable<PowerFacts> {
  const { connection, getBattery } = (globalThis.navigator ?? {}) as Telling;
  const isMetered = (): boolean => connection?.saveData === true || connection?.type === 'cellular';
  const power = observed<PowerFacts>({ metered: isMetered(), lowBattery: false });
  const set = (change: Partial<PowerFacts>): void => power.set({ ...power.get(), ...change });
  connection?.addEventListener('change', () => set({ metered: isMetered() }));
  getBattery?.call(globalThis.navigator).then(
    (battery) => {
      const look = (): void => set({ lowBattery: !battery.charging && battery.level < LOW });
      for (const event of ['chargingchange', 'levelchange']) battery.addEventListener(event, look);
      look();
    },
    // Not told: then it never holds for the battery.
    () => set({ lowBattery: false }),
  );
  return power;
}

const KEY = 'throughline/pause-when';
const USUALLY: PauseWhen = { metered: false, battery: false };
let setting: PauseSetting | undefined;

/** When sync holds by itself, kept on this device. */
export function pauseSetting(): PauseSetting {
  if (setting !== undefined) return setting;
  const current = observed<PauseWhen>(kept());
  // Another window changed it.
  globalThis.addEventListener?.('storage', ({ key }) => {
    if (key === KEY) current.set(kept());
  });
  setting = {
    get: current.get,
    subscribe: current.subscribe,
    set: (when) => {
      localStorage.setItem(KEY, JSON.stringify(when));
      current.set(when);
    },
  };
  return setting;
}

function kept(): PauseWhen {
  const text = localStorage.getItem(KEY);
  if (text === null) return USUALLY;
  try {
    const { metered, battery } = JSON.parse(text) as Partial<PauseWhen>;
    return { metered: metered === true, battery: battery === true };
  } catch {
    // Not ours, or half written: as if it had never been set.
    localStorage.removeItem(KEY);
    return USUALLY;
  }
}
