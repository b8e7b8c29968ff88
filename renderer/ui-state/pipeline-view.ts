import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Phase } from '#shared/records/deal';

interface PipelineView {
  /** Columns of the board that are folded to a strip. */
  readonly folded: readonly Phase[];
  /** The address part of the pipeline as it was left, to come back to. */
  readonly lastQuery: string;
  toggle(phase: Phase): void;
  remember(query: string): void;
}

/** How this person likes to see the pipeline, kept on this device. What is filtered stands in the address. */
export const usePipelineView = create<PipelineView>()(
  persist(
    (set) => ({
      folded: ['closed', 'lost', 'on hold'],
      lastQuery: '',
      toggle: (phase) =>
        set(({ folded }) => ({ folded: folded.includes(phase) ? folded.filter((other) => other !== phase) : [...folded, phase] })),
      remember: (lastQuery) => set({ lastQuery }),
    }),
    { name: 'throughline.pipeline' },
  ),
);
