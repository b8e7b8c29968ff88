const KEY = 'throughline.version';

/** The version that ran last in this profile. */
export const lastVersion = {
  get: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  set: (version: string): void => localStorage.setItem(KEY, version),
};
