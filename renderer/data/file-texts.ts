import { READING, type NamedBytes } from '#shared/exchange/file-text/file-text';
import type { TextPart } from '#shared/exchange/file-text/text-part';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Files, FileTexts, MomentFile } from './workspace';

/** What was read of a file, as it lies beside the entries. Made again from the bytes whenever it is missing. */
export interface FileTextRow {
  readonly file: string;
  /** The way of reading (`READING`) that made it. */
  readonly reading: number;
  readonly parts: readonly TextPart[];
}

/** Where texts are kept: the side database in the app, memory in tests. */
export interface FileTextShelf {
  get(file: string): Promise<FileTextRow | undefined>;
  put(row: FileTextRow): Promise<void>;
  remove(file: string): Promise<void>;
  clear(): Promise<void>;
}

/** Where files are read: a worker in the app, the same thread in tests. */
export interface TextReader {
  read(file: NamedBytes): Promise<readonly TextPart[]>;
  close(): void;
}

/** The same, as the open workspace keeps it going. */
export interface OpenFileTexts extends FileTexts {
  /** Calls back with each file whose bytes came to this device. */
  onArrival(heard: (file: string) => void): void;
  arrived(file: string): void;
  /** Drops all that was read: it is made again of the bytes that are still here. */
  forget(): Promise<void>;
  close(): void;
}

interface Sources {
  readonly files: Files;
  readonly shelf: FileTextShelf;
  readonly reader: TextReader;
  readonly records: () => Records;
}

export function openFileTexts({ files, shelf, reader, records }: Sources): OpenFileTexts {
  const listeners: ((file: string) => void)[] = [];
  const underWay = new Map<string, Promise<readonly TextPart[] | undefined>>();
  const read = async (file: string): Promise<readonly TextPart[] | undefined> => {
    const kept = await shelf.get(file);
    const facts = await files.facts(file);
    // A text never outlives its bytes: who may no longer have the one may not have the other.
    if (facts === undefined) {
      if (kept !== undefined) await shelf.remove(file);
      return undefined;
    }
    if (kept?.reading === READING) return kept.parts;
    const bytes = await files.get(file);
    if (bytes === undefined) return undefined;
    const parts = await reader.read({ name: facts.name, bytes });
    await shelf.put({ file, reading: READING, parts });
    return parts;
  };
  const of = (file: string): Promise<readonly TextPart[] | undefined> => {
    const reading = underWay.get(file) ?? read(file).finally(() => underWay.delete(file));
    underWay.set(file, reading);
    return reading;
  };
  return {
    of,
    ofMoments: async (moments) => {
      const found = new Map<Id<'moment'>, MomentFile>();
      for (const id of moments) {
        const file = records().get('moment', id)?.file;
        if (file === undefined) continue;
        const parts = await of(file);
        found.set(id, { file, ...(parts && { parts }) });
      }
      return found;
    },
    onArrival: (heard) => void listeners.push(heard),
    arrived: (file) => listeners.forEach((heard) => heard(file)),
    forget: () => shelf.clear(),
    close: () => reader.close(),
  };
}
