import { isDeleted, removeLeafFromTree, revExists, winningRev, type RevisionTree } from 'pouchdb-merge';
import { levelOf, type Level } from './level-store';

/** What PouchDB keeps of a document beside its revisions' texts. */
interface Metadata {
  id: string;
  rev_tree: RevisionTree;
  rev_map: Record<string, number>;
  winningRev: string;
  deleted: boolean;
  seq: number;
}

type Operation = Parameters<Level['batch']>[0][number];

/** PouchDB's own keys in LevelDB. It has no purge for this store, so this is the one place that knows them. */
const documentKey = (id: string): string => `\u00FFdocument-store\u00FF${id}`;
const sequenceKey = (seq: number): string => `\u00FFby-sequence\u00FF${String(seq).padStart(16, '0')}`;
const COUNT_KEY = '\u00FFmeta-store\u00FF_local_doc_count';

/**
 * Removes leaves of documents from the open LevelDB of a folder, in one durable write; a document without a leaf left is
 * gone. Nobody else may use the folder meanwhile, and PouchDB must open it again afterwards.
 */
export async function purgeRevisions(
  folder: string,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const level = levelOf(folder);
  const operations: Operation[] = [];
  const purged = new Map<string, readonly string[]>();
  let count = Number((await read(level, COUNT_KEY)) ?? 0);
  for (const [id, revs] of wanted) {
    const text = await read(level, documentKey(id));
    if (text === undefined) continue;
    const metadata: Metadata = JSON.parse(text);
    const wasDeleted = metadata.deleted;
    const gone = revs.filter((rev) => removeLeaf(metadata, rev, operations));
    if (gone.length === 0) continue;
    purged.set(id, gone);
    count += keep(metadata, wasDeleted, operations);
  }
  operations.push({ type: 'put', key: COUNT_KEY, value: String(count) });
  await new Promise<void>((resolve, reject) => {
    level.batch(operations, { sync: true }, (error) => (error ? reject(error) : resolve()));
  });
  return purged;
}

/** False for a revision that is not a leaf here: purge does not touch it. */
function removeLeaf(metadata: Metadata, rev: string, operations: Operation[]): boolean {
  const isLeaf = revExists(metadata.rev_tree, rev) && !hasChild(metadata.rev_tree, rev);
  if (!isLeaf) return false;
  metadata.rev_tree = removeLeafFromTree(metadata.rev_tree, rev);
  for (const [known, seq] of Object.entries(metadata.rev_map)) {
    if (revExists(metadata.rev_tree, known)) continue;
    operations.push({ type: 'del', key: sequenceKey(seq) });
    delete metadata.rev_map[known];
  }
  return true;
}

/** Writes what is left of a document; answers by how much the number of documents changes. */
function keep(metadata: Metadata, wasDeleted: boolean, operations: Operation[]): number {
  if (metadata.rev_tree.length === 0) {
    operations.push({ type: 'del', key: documentKey(metadata.id) });
    return wasDeleted ? 0 : -1;
  }
  metadata.winningRev = winningRev(metadata);
  metadata.deleted = isDeleted(metadata, metadata.winningRev);
  metadata.seq = Math.max(...Object.values(metadata.rev_map));
  operations.push({ type: 'put', key: documentKey(metadata.id), value: JSON.stringify(metadata) });
  return Number(wasDeleted) - Number(metadata.deleted);
}

function hasChild(tree: RevisionTree, rev: string): boolean {
  const look = ({ pos, ids: [hash, , children] }: RevisionTree[number]): boolean =>
    `${pos}-${hash}` === rev ? children.length > 0 : children.some((ids) => look({ pos: pos + 1, ids }));
  return tree.some((root) => look(root));
}

function read(level: Level, key: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    level.get(key, { asBuffer: false }, (error, value) => {
      if (!error) resolve(value);
      else if (/notfound/iu.test(error.message)) resolve(undefined);
      else reject(error);
    });
  });
}
