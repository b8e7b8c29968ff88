import type { Logo, Picture } from '#shared/document/document';

/** Turns drawings into pixels where a format needs them. */
export interface Rasteriser {
  /** The drawing as PNG. */
  png(picture: Picture): Promise<Uint8Array>;
  /** The mark as a plain picture that every reader can show; undefined where the bytes are no picture. */
  logo(logo: Logo): Promise<Logo | undefined>;
}

/** Pixels per CSS pixel: 240 dots per inch on paper. */
const SCALE = 2.5;
const LARGEST_SIDE = 6000;
const LARGEST_LOGO = 1200;

/** By the browser itself. Hostile bytes end here: what its decoder refuses never reaches a document. */
export const browserRasteriser: Rasteriser = {
  png: async ({ svg, width, height }) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const scale = Math.min(SCALE, LARGEST_SIDE / width, LARGEST_SIDE / height);
    return drawn(image, width * scale, height * scale);
  },
  logo: async ({ bytes, type }) => {
    try {
      const image = await createImageBitmap(new Blob([bytes as BlobPart], { type }));
      const scale = Math.min(1, LARGEST_LOGO / image.width, LARGEST_LOGO / image.height);
      return { type: 'image/png', bytes: await drawn(image, image.width * scale, image.height * scale) };
    } catch {
      return undefined;
    }
  },
};

async function drawn(image: CanvasImageSource, width: number, height: number): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The drawing is too large to be made into a picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
