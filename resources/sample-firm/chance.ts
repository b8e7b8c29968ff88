/** Repeatable chance: the same seed gives the same firm. xmur3 and sfc32 by C. Doty-Humphrey. */
export function chanceFrom(seed: string): () => number {
  const next = mix(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t || 0;
    return (t >>> 0) / 4_294_967_296;
  };
}

function mix(seed: string): () => number {
  let hash = 1_779_033_703 ^ seed.length;
  for (let at = 0; at < seed.length; at += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(at), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    return (hash ^= hash >>> 16) >>> 0;
  };
}

/** A whole number from `low` to `high`, both included. */
export const between = (chance: () => number, low: number, high: number): number => low + Math.floor(chance() * (high - low + 1));

export function oneOf<T>(chance: () => number, list: readonly T[]): T {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
}

/** Bytes of repeatable chance, for salts. */
export function bytesFrom(chance: () => number): (count: number) => Uint8Array {
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256));
}
