/** The three methods of PouchDB that the bench uses; the package ships no types. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options?: { readonly auto_compaction?: boolean });
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    put(doc: object): Promise<unknown>;
    allDocs(options: { readonly include_docs: true }): Promise<{ readonly rows: readonly { readonly doc: unknown }[] }>;
    destroy(): Promise<unknown>;
  }
}
