import { blueprintSvg } from '#shared/blueprint/blueprint-svg';
import type { BlueprintParts } from '#shared/blueprint/parts';
import type { Picture } from '#shared/document/document';
import { notify } from '../../../components/notify';
import { browserRasteriser } from '../../../documents/rasterise';
import { platform } from '../../../platform/current-platform';
import { t } from '#shared/values/texts';

const FORMATS = {
  svg: { type: 'image/svg+xml', make: ({ svg }: Picture) => Promise.resolve<BlobPart>(svg) },
  png: { type: 'image/png', make: async (picture: Picture) => (await browserRasteriser.png(picture)) as BlobPart },
} as const;

/** Saves the drawing as a picture where the person says. Tells how it went. */
export async function exportDrawing(parts: BlueprintParts, title: string, format: keyof typeof FORMATS): Promise<void> {
  const picture = blueprintSvg(parts, title);
  if (!picture) return notify.problem(t('Draw a node first: there is nothing to export yet.'));
  const { type, make } = FORMATS[format];
  try {
    const content = new Blob([await make(picture)], { type });
    const done = await platform.saveFile({ name: `${title.replace(/[\\/:*?"<>|]/gu, ' ').trim()}.${format}`, type, content });
    if (done === 'saved') notify.done(t('The drawing was saved as a picture.'));
  } catch (cause) {
    notify.problem(cause instanceof Error ? cause.message : String(cause), t('The picture was not written'));
  }
}
