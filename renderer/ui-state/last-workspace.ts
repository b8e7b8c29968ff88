const KEY = 'throughline.workspace';

/** The workspace that was open last in this browser profile, to open again at the next start. */
export const lastWorkspace = {
  get: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  set: (id: string): void => localStorage.setItem(KEY, id),
  clear: (): void => localStorage.removeItem(KEY),
};
