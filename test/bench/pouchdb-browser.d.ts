/** The methods of PouchDB that the bench uses; the package ships no types. */
declare module 'pouchdb-browser' {
  interface Replication {
    readonly live?: true;
    readonly retry?: true;
    readonly batch_size: number;
    readonly batches_limit: number;
  }
  interface Feed {
    on(what: 'change', listener: (change: { readonly id: string }) => void): Feed;
    cancel(): void;
  }
  export default class PouchDB {
    constructor(name: string, options?: { readonly auto_compaction?: boolean });
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    put(doc: object): Promise<unknown>;
    allDocs(options: { readonly include_docs: true }): Promise<{ readonly rows: readonly { readonly doc: unknown }[] }>;
    info(): Promise<{ readonly doc_count: number }>;
    changes(options: { readonly live: true; readonly since: 'now' }): Feed;
    readonly replicate: { from(url: string, options: Replication): Promise<unknown> };
    sync(url: string, options: Replication): Feed;
    destroy(): Promise<unknown>;
  }
}
