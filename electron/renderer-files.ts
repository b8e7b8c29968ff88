import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** A file of the built renderer, ready to be sent by either shell. */
export interface RendererFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly cacheControl: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The file that an address's path means, or undefined when there is none. A path without an extension is a screen
 * (`/deals/01J…`) and means the page itself. Nothing outside `root` is ever read, links included.
 */
export async function rendererFile(root: string, path: string): Promise<RendererFile | undefined> {
  const segments = safeSegments(path);
  if (!segments) return undefined;
  const isScreen = extname(segments.at(-1) ?? '') === '';
  const file = await insideRoot(root, isScreen ? 'index.html' : join(...segments));
  if (!file) return undefined;
  const contentType = CONTENT_TYPES[extname(file).toLowerCase()];
  if (!contentType) return undefined;
  const bytes = await readFile(file);
  return {
    bytes,
    contentType,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    cacheControl: cacheControl(segments),
  };
}

/** The decoded parts of a path; undefined where one could lead elsewhere (`..`, a separator, a hidden file, bad escapes). */
function safeSegments(path: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (/[\\\0:]/.test(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  return segments.some((segment) => segment.startsWith('.')) ? undefined : segments;
}

async function insideRoot(root: string, relative: string): Promise<string | undefined> {
  try {
    const base = await realpath(resolve(root));
    const file = await realpath(join(base, relative));
    return file.startsWith(base + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(error.code));

/** Files under assets/ carry a hash of their content in the name, so they never change; the page is asked for anew. */
function cacheControl(segments: readonly string[]): string {
  return segments[0] === 'assets' && segments.length > 1 ? 'private, max-age=31536000, immutable' : 'no-cache';
}
