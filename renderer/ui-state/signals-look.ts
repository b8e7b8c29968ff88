import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface SignalsLook {
  /** Workspace → the day on which this person last looked at the signals here. */
  readonly byWorkspace: Readonly<Record<string, string>>;
  look(workspace: string, day: string): void;
}

/** When somebody last looked at the signals on this device. It is no record: nobody else needs to know. */
export const useSignalsLook = create<SignalsLook>()(
  persist(
    (set) => ({
      byWorkspace: {},
      look: (workspace, day) => set(({ byWorkspace }) => ({ byWorkspace: { ...byWorkspace, [workspace]: day } })),
    }),
    {
      name: 'throughline.signals',
    },
  ),
);
