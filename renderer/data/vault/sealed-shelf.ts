import type { Shelf } from '../ledger-store';
import { bytesOfText, isSealedText, openText, sealText } from './sealed-text';
import { PieceRefused, type Vault } from './vault';

/** A document with one text that is sealed: the name of that text is `field`. */
type Sealable<Field extends string> = { readonly id: string } & Readonly<Record<Field, string>>;

export interface SealedShelfParts<Field extends string> {
  readonly vault: Vault;
  /** Where the shelf stands: workspace and collection. */
  readonly place: string;
  readonly field: Field;
}

/** Stands for what was refused: neither JSON nor base64, so that whoever reads it finds it damaged, and the rest can be read. */
export const REFUSED = '\u0000';

const contextOf = (place: string, id: string): string => `${place}/${id}`;

/** The same shelf, on which the text of every document lies sealed. Ids stay readable: they say in which order to read. */
export function sealedShelf<Field extends string, Doc extends Sealable<Field>>(
  shelf: Shelf<Doc>,
  { vault, place, field }: SealedShelfParts<Field>,
): Shelf<Doc> {
  const sealed = (docs: readonly Doc[]): Promise<Doc[]> =>
    Promise.all(docs.map(async (doc) => ({ ...doc, [field]: await sealText(vault, doc[field], contextOf(place, doc.id)) })));
  const opened = (docs: readonly Doc[]): Promise<Doc[]> =>
    Promise.all(docs.map(async (doc) => ({ ...doc, [field]: await openOrRefuse(vault, doc[field], contextOf(place, doc.id)) })));
  return {
    ids: shelf.ids,
    hasAny: shelf.hasAny,
    read: async (ids) => opened(await shelf.read(ids)),
    readAll: async () => opened(await shelf.readAll()),
    add: async (docs) => shelf.add(await sealed(docs)),
    replace: async (docs) => shelf.replace(await sealed(docs)),
    remove: shelf.remove,
  };
}

async function openOrRefuse(vault: Vault, sealed: unknown, context: string): Promise<string> {
  if (typeof sealed !== 'string') return REFUSED;
  try {
    return await openText(vault, sealed, context);
  } catch (cause) {
    if (cause instanceof PieceRefused) return REFUSED;
    throw cause;
  }
}

/** Documents that are sealed anew in one write. Parts of files take a megabyte each. */
const AT_ONCE = 16;

/**
 * Seals under the key in use whatever on the shelf is not: what an older key sealed, and what was never sealed. Each write
 * is whole; whatever stops it, the next run goes on with what is left.
 */
export async function resealShelf<Field extends string, Doc extends Sealable<Field>>(
  shelf: Shelf<Doc>,
  { vault, place, field }: SealedShelfParts<Field>,
  done: (documents: number) => void,
): Promise<void> {
  const ids = await shelf.ids();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const old = (await shelf.read(some)).filter(
      (doc) => typeof doc[field] === 'string' && !vault.isCurrent(bytesOfText(doc[field].slice(0, 64))),
    );
    const anew = await Promise.all(
      old.map(async (doc): Promise<Doc[]> => {
        const context = contextOf(place, doc.id);
        const text = isSealedText(doc[field]) ? await openOrRefuse(vault, doc[field], context) : doc[field];
        // What is damaged stays as it is: a server or a backup may still fill it.
        return text === REFUSED ? [] : [{ ...doc, [field]: await sealText(vault, text, context) }];
      }),
    );
    if (anew.flat().length > 0) await shelf.replace(anew.flat());
    done(some.length);
  }
}
