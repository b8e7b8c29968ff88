// The published types of papaparse pull in Node's and the browser's. This is the part that is used, on its own path.
declare module 'papaparse/papaparse.min.js' {
  interface Step {
    readonly data: string[];
    readonly errors: readonly { readonly code: string; readonly message: string }[];
    readonly meta: { readonly cursor: number };
  }
  const Papa: {
    parse(
      text: string,
      config: {
        readonly delimiter: string;
        readonly newline: '\n';
        readonly quoteChar: '"';
        readonly fastMode: false;
        readonly preview?: number;
        readonly step: (row: Step) => void;
      },
    ): void;
  };
  export default Papa;
}
