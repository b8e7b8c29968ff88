/** What a map has of its own under a key that comes from a file: `constructor` is a word there, not a function. */
export const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);
