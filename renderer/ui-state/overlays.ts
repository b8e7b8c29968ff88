import { create } from 'zustand';

/** What lies over the screens: at most one at a time. */
export type Overlay =
  { readonly kind: 'none' } | { readonly kind: 'palette'; readonly asks: PaletteQuestion } | { readonly kind: 'shortcuts' };

/** `anything` is the ordinary palette; the others ask which deal an act is for. */
export type PaletteQuestion = 'anything' | 'log call' | 'log meeting' | 'log note' | 'paste chat';

interface Overlays {
  readonly overlay: Overlay;
  openPalette(asks?: PaletteQuestion): void;
  openShortcuts(): void;
  close(): void;
}

export const useOverlays = create<Overlays>()((set) => ({
  overlay: { kind: 'none' },
  openPalette: (asks = 'anything') => set({ overlay: { kind: 'palette', asks } }),
  openShortcuts: () => set({ overlay: { kind: 'shortcuts' } }),
  close: () => set({ overlay: { kind: 'none' } }),
}));
