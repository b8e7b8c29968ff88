import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface BlueprintView {
  /** Nodes that are moved by hand come to stand on the grid. */
  readonly snaps: boolean;
  toggleSnap(): void;
}

/** How this person likes to draw, kept on this device. */
export const useBlueprintView = create<BlueprintView>()(
  persist((set) => ({ snaps: true, toggleSnap: () => set(({ snaps }) => ({ snaps: !snaps })) }), { name: 'throughline.blueprint' }),
);
