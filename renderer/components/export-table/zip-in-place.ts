import { zipSync, type Unzipped } from 'fflate';

export { strToU8, zipSync } from 'fflate';

type Done = (error: Error | null, archive: Uint8Array<ArrayBuffer>) => void;

/**
 * What `write-excel-file` gets in place of fflate's `zip`, which starts workers from `blob:` for large sheets; our content
 * policy has no room for those. A workbook is written in a worker of our own, where nobody waits for it.
 */
export function zip(files: Unzipped, done: Done): void {
  done(null, zipSync(files));
}
