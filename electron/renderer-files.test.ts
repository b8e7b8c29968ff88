import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rendererFile } from './renderer-files';

describe('what the shells serve', () => {
  let folder = '';
  let root = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-'));
    root = join(folder, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<!doctype html>');
    writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'run()');
    writeFileSync(join(root, '.hidden.js'), 'secret');
    writeFileSync(join(folder, 'secret.js'), 'secret');
    symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the page for every screen, asked for anew each time', async () => {
    const page = await rendererFile(root, '/deals/01J8ZC/story');
    expect(page).toMatchObject({ contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
  });

  it('is a built file, kept for good since its name changes with its content', async () => {
    const file = await rendererFile(root, '/assets/app-1a2b.js');
    expect(file?.bytes.toString()).toBe('run()');
    expect(file).toMatchObject({ contentType: 'text/javascript; charset=utf-8', cacheControl: 'private, max-age=31536000, immutable' });
  });

  it('has another tag when the content differs', async () => {
    const [page, script] = [await rendererFile(root, '/'), await rendererFile(root, '/assets/app-1a2b.js')];
    expect(page?.etag).toMatch(/^"[\w-]{27}"$/);
    expect(page?.etag).not.toBe(script?.etag);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..\\..\\secret.js',
    '/link.js',
    '/.hidden.js',
    '/a%00.js',
    '/%zz.js',
    '/C:/secret.js',
    '/assets',
  ])('is nothing for %s beyond the page itself', async (path) => {
    expect((await rendererFile(root, path))?.bytes.toString() ?? '').not.toContain('secret');
  });

  it('law: no path whatever leads outside', async () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', 'secret.js', 'assets', 'link.js', '%00', '%', 'renderer');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect((await rendererFile(root, `/${pieces.join('')}`))?.bytes.toString() ?? '').not.toContain('secret');
      }),
      { numRuns: 1000 },
    );
  });
});
