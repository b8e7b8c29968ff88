/** What the hub uses of PouchDB. The published types describe a browser's globals, so `electron/tsconfig.json` maps the package here. */
declare const PouchDB: {
  new (folder: string, options: object): unknown;
  adapter(name: string, adapter: object, preferred: boolean): void;
};
// oxlint-disable-next-line import/no-default-export -- this is how the package comes.
export { PouchDB as default };
