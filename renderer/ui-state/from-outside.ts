import { create } from 'zustand';

/** A file as it was opened. */
interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface OpenedFromOutside {
  /** A file that somebody handed over and the person opened. It waits for them to say what is to become of it. */
  readonly file: OpenedFile | undefined;
  /** The address that a link leads to. It waits for a workspace. */
  readonly path: string | undefined;
  /** Another one takes its place. */
  offer(what: { readonly file: OpenedFile } | { readonly path: string }): void;
  fileSettled(): void;
  pathTaken(): void;
}

/** What was opened outside of the app, until the person or a screen has taken it. */
export const useFromOutside = create<OpenedFromOutside>()((set) => ({
  file: undefined,
  path: undefined,
  offer: (what) => set(what),
  fileSettled: () => set({ file: undefined }),
  pathTaken: () => set({ path: undefined }),
}));
