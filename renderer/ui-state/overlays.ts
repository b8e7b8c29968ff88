import type { Id } from '#shared/records/define-record';
import { create } from 'zustand';

/** What is handed over by file. `unsent`: what the server does not have yet. */
export type HandOver =
  | { readonly kind: 'everything' }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'deal'; readonly deal: Id<'deal'> | undefined }
  | { readonly kind: 'account'; readonly account: Id<'account'> | undefined }
  | { readonly kind: 'since'; readonly date: string };

/** What lies over the screens: at most one at a time. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette'; readonly asks: PaletteQuestion }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'hand-over'; readonly what: HandOver }
  | { readonly kind: 'sign-in' };

/** `anything` is the ordinary palette; the others ask which deal an act is for. */
export type PaletteQuestion = 'anything' | 'log call' | 'log meeting' | 'log note' | 'paste chat' | 'new ticket';

interface Overlays {
  readonly overlay: Overlay;
  openPalette(asks?: PaletteQuestion): void;
  openShortcuts(): void;
  openHandOver(what?: HandOver): void;
  /** Signs in again, or unlocks what is kept under a passphrase. */
  openSignIn(): void;
  close(): void;
}

export const useOverlays = create<Overlays>()((set) => ({
  overlay: { kind: 'none' },
  openPalette: (asks = 'anything') => set({ overlay: { kind: 'palette', asks } }),
  openShortcuts: () => set({ overlay: { kind: 'shortcuts' } }),
  openHandOver: (what = { kind: 'everything' }) => set({ overlay: { kind: 'hand-over', what } }),
  openSignIn: () => set({ overlay: { kind: 'sign-in' } }),
  close: () => set({ overlay: { kind: 'none' } }),
}));
