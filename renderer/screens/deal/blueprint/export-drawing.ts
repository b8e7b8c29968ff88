import { blueprintSvg } from '#shared/blueprint/blueprint-svg';
import type { BlueprintParts } from '#shared/blueprint/parts';
import type { Picture } from '#shared/document/document';
import { notify } from '../../../components/notify';
import { platform } from '../../../platform/current-platform';

const FORMATS = {
  svg: { type: 'image/svg+xml', make: (picture: Picture) => Promise.resolve(new Blob([picture.svg], { type: 'image/svg+xml' })) },
  png: { type: 'image/png', make: pngOf },
} as const;

/** Saves the drawing as a picture where the person says. Tells how it went. */
export async function exportDrawing(parts: BlueprintParts, title: string, format: keyof typeof FORMATS): Promise<void> {
  const picture = blueprintSvg(parts, title);
  if (!picture) return notify.problem('Draw a node first: there is nothing to export yet.');
  const { type, make } = FORMATS[format];
  try {
    const content = await make(picture);
    const done = await platform.saveFile({ name: `${title.replace(/[\\/:*?"<>|]/gu, ' ').trim()}.${format}`, type, content });
    if (done === 'saved') notify.done('The drawing was saved as a picture.');
  } catch (cause) {
    notify.problem(cause instanceof Error ? cause.message : String(cause), 'The picture was not written');
  }
}

/** Sharp on a printed page, and never larger than a canvas can be. */
const SCALE = 2;
const LARGEST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/** The picture as pixels, on white. */
async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, LARGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/png'));
  if (!blob) throw new Error('The drawing is too large to be a picture. Export it as SVG.');
  return blob;
}
