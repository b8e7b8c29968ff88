import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface LockChoices {
  /** After how many minutes without input the app locks itself; 0: never. */
  readonly minutes: number;
  /** Whether it locks when the system locks or sleeps. */
  readonly withSystem: boolean;
  setMinutes(minutes: number): void;
  setWithSystem(withSystem: boolean): void;
}

/** When this device locks by itself, as the person chose. What the organisation has set goes before it. */
export const useLockChoices = create<LockChoices>()(
  persist(
    (set) => ({
      minutes: 0,
      withSystem: false,
      setMinutes: (minutes) => set({ minutes }),
      setWithSystem: (withSystem) => set({ withSystem }),
    }),
    { name: 'throughline.lock-choices' },
  ),
);
