import { err, ok, type Result } from '../values/result';
import { imageSize, type ImageSize } from './image-size';
import { t } from '../values/texts';

/** A mark larger than this slows down every document that carries it. */
const MOST_BYTES = 1_000_000;
const LONGEST_SIDE = 6000;

/** Whether a file can be the firm's mark; the refusal says what to do. */
export function readLogoFile(bytes: Uint8Array): Result<ImageSize, { readonly message: string }> {
  const size = imageSize(bytes);
  if (!size) return err({ message: t('This is neither a PNG nor a JPEG. Save the logo as one of these and choose it again.') });
  if (bytes.length > MOST_BYTES) {
    return err({
      message: `This picture has ${(bytes.length / 1_000_000).toFixed(1)} MB; a logo may have 1 MB. Save it smaller and choose it again.`,
    });
  }
  if (Math.max(size.width, size.height) > LONGEST_SIDE) {
    return err({
      message: `This picture is ${size.width} by ${size.height} pixels. A logo of 1,000 is sharp on paper; at most ${LONGEST_SIDE} are taken.`,
    });
  }
  return ok(size);
}
