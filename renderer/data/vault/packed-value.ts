/** What stands apart from the JSON: lists of numbers, and long texts, which JSON would escape character by character. */
const KINDS = ['text', 'Uint8Array', 'Uint16Array', 'Uint32Array', 'Int32Array', 'Float64Array'] as const;
type Kind = (typeof KINDS)[number];
type Path = readonly (string | number)[];
interface Part {
  readonly path: Path;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}
type PartHead = readonly [path: Path, kind: Kind, bytes: number];

/** Characters from which on a text stands apart. */
const LONG = 2_048;
const ALIGNED = 8;
const aligned = (size: number): number => Math.ceil(size / ALIGNED) * ALIGNED;

/**
 * A value as bytes: JSON in which typed arrays and long texts are left out, and these after it as they are in memory. Only what
 * JSON holds, and the typed arrays of `KINDS`; throws for anything else, such as a `Map`, rather than lose it.
 */
export function packValue(value: unknown): Uint8Array {
  const parts: Part[] = [];
  const plain = withoutParts(value, [], parts);
  const heads = parts.map(({ path, kind, bytes }): PartHead => [path, kind, bytes.length]);
  const json = new TextEncoder().encode(JSON.stringify([heads, plain]));
  const start = aligned(4 + json.length);
  const packed = new Uint8Array(parts.reduce((size, { bytes }) => size + aligned(bytes.length), start));
  new DataView(packed.buffer).setUint32(0, json.length);
  packed.set(json, 4);
  let at = start;
  for (const { bytes } of parts) {
    packed.set(bytes, at);
    at += aligned(bytes.length);
  }
  return packed;
}

/** What `packValue` packed. */
export function unpackValue(packed: Uint8Array): unknown {
  const jsonLength = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const json = new TextDecoder('utf-8', { ignoreBOM: true }).decode(packed.subarray(4, 4 + jsonLength));
  const [heads, plain] = JSON.parse(json) as readonly [readonly PartHead[], unknown];
  const root = { value: plain };
  let at = aligned(4 + jsonLength);
  for (const [path, kind, length] of heads) {
    put(root, path, valueOf(kind, packed.slice(at, at + length)));
    at += aligned(length);
  }
  return root.value;
}

function withoutParts(value: unknown, path: Path, parts: Part[]): unknown {
  if (typeof value === 'string')
    return value.length < LONG ? value : apart({ path, kind: 'text', bytes: new TextEncoder().encode(value) }, parts);
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return apart({ path, kind: kindOf(value), bytes: bytesOf(value) }, parts);
  if (Array.isArray(value)) return value.map((item: unknown, at) => withoutParts(item, [...path, at], parts));
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`${value.constructor.name} cannot be packed`);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutParts(field, [...path, name], parts)]));
}

function apart(part: Part, parts: Part[]): null {
  parts.push(part);
  return null;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

function kindOf(view: ArrayBufferView): Kind {
  const kind = KINDS.find((name) => name === view.constructor.name);
  if (kind === undefined) throw new Error(`${view.constructor.name} cannot be packed`);
  return kind;
}

/** `bytes` begins its own buffer, so that every kind of number is aligned in it. */
function valueOf(kind: Kind, bytes: Uint8Array<ArrayBuffer>): unknown {
  const { buffer } = bytes;
  if (kind === 'text') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (kind === 'Uint8Array') return bytes;
  if (kind === 'Uint16Array') return new Uint16Array(buffer);
  if (kind === 'Uint32Array') return new Uint32Array(buffer);
  return kind === 'Int32Array' ? new Int32Array(buffer) : new Float64Array(buffer);
}

function put(root: { value: unknown }, path: Path, value: unknown): void {
  const steps: Path = ['value', ...path];
  let holder = root as unknown as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  holder[steps.at(-1) ?? ''] = value;
}
