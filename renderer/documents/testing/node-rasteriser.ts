import type { Logo } from '#shared/document/document';
import type { Rasteriser } from '../rasterise';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** One grey pixel, as PNG. */
export const ONE_PIXEL = bytesOf('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNoaGj4DwAFhAKAU5N0NgAAAABJRU5ErkJggg==');

/** A mark of 200 by 60 pixels: a teal square and dark stripes, with transparency. */
export const A_LOGO: Logo = {
  type: 'image/png',
  bytes: bytesOf(
    'iVBORw0KGgoAAAANSUhEUgAAAMgAAAA8CAYAAAAjW/WRAAAA4klEQVR42u3aMREAIAwEwQjAAzU1fmjwryFYSAczbHEStvkk2l75U33MkKoFIBIggAgQQAQIIAIEEAFyC4hUDhAJEEAECCACBBABAogAMfPKzAuIAAFEgAAiQACRAJEAMfPKzAuIAAFEgAAiQAARIIAIEDOvzLyACBBAJEAAESCACBBABIiZV2ZeQAQIIAIEEAECiAABRPKLJZl5AREggAgQQAQIIAIEEAFi5pWZFxABAogAAUQCBBABAogAMfPKzAuIAAFEgAAiQAARIIAIEDOv5A4iAQKIAAFEgAAiQADRUx3B4GOgNqKwkQAAAABJRU5ErkJggg==',
  ),
};

/** Where there is no browser to draw: any drawing is one pixel, any mark is taken as it is. */
export const nodeRasteriser: Rasteriser = { png: async () => ONE_PIXEL, logo: async (logo) => logo };
