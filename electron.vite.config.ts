import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { softwareBillOfMaterials, thirdPartyNotices } from './build/third-party.mjs';
import { contentPolicy } from './electron/content-policy';
import facts from './package.json' with { type: 'json' };

const here = (path: string): string => resolve(import.meta.dirname, path);

/**
 * Entries of the Node side. All of them are self-contained: the packed app carries no node_modules. CommonJS, because
 * the scheme must be registered before Electron is ready, and not every Electron waits for a module to load.
 */
const NODE_ENTRIES = {
  main: here('electron/main.ts'),
  web: here('electron/web.ts'),
  import: here('electron/cli/import.ts'),
  verify: here('electron/cli/verify.ts'),
  hub: here('electron/cli/hub.ts'),
  provision: here('electron/cli/provision.ts'),
  redact: here('electron/cli/redact.ts'),
};
const define = { APP_VERSION: JSON.stringify(facts.version) };
const entries = Object.fromEntries(Object.entries(NODE_ENTRIES).filter(([, path]) => existsSync(path)));

/** The shells send the policy as a header; the page carries it too, for a host that would forget. Not in dev: refresh is an inline script. */
const policyInPage: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy('page') }, injectTo: 'head-prepend' },
  ],
};

/** Screens have deep addresses, so files are asked for from the root, never relative to the screen. electron-vite insists on `./`. */
const filesFromRoot: Plugin = {
  name: 'files-from-root',
  enforce: 'post',
  config: (config) => {
    config.base = '/';
  },
};

/** What of others is in the app goes with it: for people (Settings, About) and for tools. */
const othersInApp: Plugin = {
  name: 'others-in-app',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: thirdPartyNotices() });
    this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: `${JSON.stringify(softwareBillOfMaterials(), null, 1)}\n` });
  },
};

/** Our content policy has no room for the workers that fflate starts from blobs when it zips a large workbook. */
const zipInPlace: Plugin = {
  name: 'zip-in-place',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('write-excel-file') ? here('renderer/components/export-table/zip-in-place.ts') : undefined,
};

// The end-to-end runtime is Chromium 130 / Node 20.18; people on newer ones run the same files.
export default defineConfig({
  main: {
    define,
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        // Native: its binary is found beside its own files, so it stays a package and ships as one.
        external: ['leveldown'],
        input: entries,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'parts/[name]-[hash].cjs',
          // Otherwise the bundler's own runtime may come to lie in one entry, and the others run that entry to get it.
          strictExecutionOrder: true,
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: { input: { preload: here('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: here('renderer'),
    base: '/',
    define,
    plugins: [react(), filesFromRoot, policyInPage, othersInApp],
    worker: { format: 'es', plugins: () => [zipInPlace] },
    build: {
      target: 'chrome130',
      minify: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: here('renderer/index.html') },
    },
  },
});
