import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'comfortable' | 'compact';

interface Appearance {
  readonly density: Density;
  setDensity(density: Density): void;
}

/** How dense lists are on this device. Light and dark are kept by Mantine's own colour-scheme store. */
export const useAppearance = create<Appearance>()(
  persist(
    (set) => ({
      density: 'comfortable',
      setDensity: (density) => set({ density }),
    }),
    { name: 'throughline.appearance' },
  ),
);
