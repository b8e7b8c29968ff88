/** The part of the platform's `TextDecoder` that is used here: pure, and present in every runtime we ship to. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
type DecoderClass = new (label: string, options?: { readonly fatal?: boolean }) => Decoder;

/** `shared` is compiled without platform types; a decoder is pure, so it is looked up by name. */
const { TextDecoder: Decoding } = globalThis as unknown as { readonly TextDecoder: DecoderClass };

/** How the bytes of a text file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file that does not say how it is encoded: byte order mark first, then strict UTF-8, and if that
 * does not hold, Windows-1252, which is what spreadsheets of western Europe write. The mark itself is left out.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeAs(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeAs(bytes, 'utf-16be'), encoding: 'utf-16be' };
  try {
    return { text: new Decoding('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // The decoder throws on bytes that are not UTF-8: that is the answer to the question, not a failure.
    return { text: decodeAs(bytes, 'windows-1252'), encoding: 'windows-1252' };
  }
}

/** The text of bytes whose encoding is declared; an encoding that nobody knows is read as UTF-8. Never throws. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new Decoding(encoding).decode(bytes);
  } catch {
    return new Decoding('utf-8').decode(bytes);
  }
}

/** True for bytes that are text: no NUL in the beginning, unless a mark says UTF-16. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return !bytes.subarray(0, 4096).includes(0);
}
