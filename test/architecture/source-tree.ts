import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** Every source file by its path in the repository, with `/`. */
export type Sources = ReadonlyMap<string, string>;

/** One import as it stands in a file, and the file that it means when that is one of ours. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly target: string | undefined;
}

/** Reads the source files below the given folders of `root`. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && /\.(ts|tsx|mjs|css)$/.test(item.name))
      .map((item) => relative(root, join(item.parentPath, item.name)).split(sep).join('/')),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Every import of the script files: `import`, `export … from`, `import()` and `new URL(…, import.meta.url)`. */
export function importsOf(sources: Sources): Import[] {
  return [...sources]
    .filter(([path]) => /\.(ts|tsx|mjs)$/.test(path))
    .flatMap(([from, text]) => specifiers(text).map((specifier) => ({ from, specifier, target: resolve(sources, from, specifier) })));
}

const PATTERNS = [
  /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm,
  /^\s*[\w$*{}\s,]*\}\s*from\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
];

function specifiers(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...new Set(PATTERNS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? '')))];
}

function resolve(sources: Sources, from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/[?#](?!shared).*$/, '');
  const base = bare.startsWith('#shared/') ? bare.slice(1) : bare.startsWith('.') ? posix.join(dirname(from), bare) : undefined;
  if (base === undefined) return undefined;
  // A file that is not there yet still shows its direction by its path.
  return ['', '.ts', '.tsx', '.d.ts'].map((ending) => base + ending).find((path) => sources.has(path)) ?? base;
}
