// What the hub uses of packages that carry no types.

declare module 'leveldown' {
  type Done = (error?: Error) => void;
  type Value = string | Buffer;
  interface Operation {
    readonly type: 'put' | 'del';
    readonly key: Value;
    readonly value?: Value;
  }
  interface Leveldown {
    open(options: object, done: Done): void;
    close(done: Done): void;
    get(key: Value, options: { readonly asBuffer: false }, done: (error: Error | undefined, value: string) => void): void;
    batch(operations: readonly Operation[], options: { readonly sync: boolean }, done: Done): void;
    compactRange(start: Value, end: Value, done: Done): void;
    _open(options: object, done: Done): void;
    _close(done: Done): void;
    _batch(operations: readonly Operation[], options: object, done: Done): void;
    _put(key: Value, value: Value, options: object, done: Done): void;
  }
  function leveldown(folder: string): Leveldown;
  export default leveldown;
}

declare module 'pouchdb-adapter-leveldb-core' {
  function LevelAdapter(this: unknown, options: object, done: (error: unknown) => void): void;
  export default LevelAdapter;
}

declare module 'pouchdb-merge' {
  type RevisionNode = [hash: string, facts: { status: 'available' | 'missing'; deleted?: boolean }, children: RevisionNode[]];
  export type RevisionTree = { pos: number; ids: RevisionNode }[];
  interface Leaf {
    readonly rev: string;
    readonly pos: number;
    readonly opts: { readonly deleted?: boolean };
  }
  /** The leaf that wins comes first. */
  export function collectLeaves(tree: RevisionTree): Leaf[];
  export function revExists(tree: RevisionTree, rev: string): boolean;
  export function findPathToLeaf(tree: RevisionTree, rev: string): string[];
  export function removeLeafFromTree(tree: RevisionTree, rev: string): RevisionTree;
  export function winningRev(metadata: { rev_tree: RevisionTree }): string;
  export function isDeleted(metadata: { rev_tree: RevisionTree }, rev?: string): boolean;
}
