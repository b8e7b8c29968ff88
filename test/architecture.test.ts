import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { breaches } from './architecture/rules';
import { readSources } from './architecture/source-tree';

const root = join(import.meta.dirname, '..');
const FOLDERS = ['shared', 'resources', 'renderer', 'electron', 'build', 'test'];

describe('the tree', () => {
  it('shows dependence: direction, doors, circles, names, caps and exports hold in every file', () => {
    expect(breaches(readSources(root, FOLDERS))).toEqual([]);
  });
});

describe('the rules catch what they are for', () => {
  const planted = (path: string, text: string, ...others: readonly [string, string][]): string[] =>
    breaches(new Map([[path, text], ...others]));

  it.each([
    [
      'values that know the ledger',
      'shared/values/money.ts',
      "import type { Entry } from '../ledger/entry';",
      'shared/values may not know shared/ledger',
    ],
    [
      'a rule that knows a screen',
      'shared/deal/phase.ts',
      "import { x } from '../../renderer/app/app';",
      'shared/deal may not know renderer/app',
    ],
    [
      'data that know a screen',
      'renderer/data/commit.ts',
      "import { x } from '../screens/deal/facts';",
      'renderer/data may not know renderer/screens',
    ],
    [
      'a component that knows a screen',
      'renderer/components/Page.tsx',
      "const x = import('../screens/deal/facts');",
      'may not know renderer/screens',
    ],
    [
      'the page that knows the main process',
      'renderer/app/app.ts',
      "import { x } from '../../electron/log';",
      'renderer/app may not know electron',
    ],
    [
      'a test of the page that knows the main process',
      'renderer/app/app.test.ts',
      "import { x } from '../../electron/log';",
      'may not know electron',
    ],
    [
      'the main process that knows the page',
      'electron/menu.ts',
      "import { x } from '../renderer/app/app';",
      'electron may not know renderer/app',
    ],
    [
      'the main process that knows the rules',
      'electron/menu.ts',
      "import { winDeal } from '#shared/deal/phase';",
      'electron may not know shared/deal',
    ],
    [
      'a screen that knows another noun',
      'renderer/screens/deal/story.ts',
      "import {\n  x,\n} from '../account/lanes';",
      'may not know screens of account',
    ],
    [
      'a screen that opens the database',
      'renderer/screens/deal/story.ts',
      "import Dexie from 'dexie';",
      'only renderer/data touches the database',
    ],
    [
      'a worker that opens the database',
      'renderer/screens/deal/story.ts',
      "import { x } from 'rxdb/plugins/core';",
      'only renderer/data touches the database',
    ],
    [
      'a rule that reads files',
      'shared/exchange/csv.ts',
      "import { readFileSync } from 'node:fs';",
      'only electron/ touches the operating system',
    ],
    [
      'a screen that speaks to Electron',
      'renderer/app/app.ts',
      "import { ipcRenderer } from 'electron';",
      'only electron/ touches the operating system',
    ],
    ['a barrel', 'shared/values/index.ts', 'export const x = 1;', 'no barrels'],
    ['a hidden barrel', 'shared/values/all.ts', "export * from './money';", 're-exports'],
    ['a default export', 'shared/values/money.ts', 'export default 1;', 'named exports only'],
    ['a name that says nothing', 'renderer/components/date-utils.ts', 'export const x = 1;', '"date-utils" says nothing'],
    ['a folder that says nothing', 'shared/common/money.ts', 'export const x = 1;', '"common" says nothing'],
    ['a misspelt file', 'shared/values/moneyText.ts', 'export const x = 1;', 'kebab-case'],
    ['a file beyond the cap', 'shared/values/money.ts', 'x\n'.repeat(401), '401 lines'],
  ])('%s', (_what, path, text, breach) => {
    expect(planted(path, text).join('\n')).toContain(breach);
  });

  it('two files that need each other', () => {
    const found = planted('shared/values/a.ts', "import type { B } from './b';", ['shared/values/b.ts', "import { A } from './a';"]);
    expect(found).toEqual(['circle: shared/values/a.ts → shared/values/b.ts → shared/values/a.ts']);
  });

  it('and let pass what is right', () => {
    const found = planted(
      'renderer/screens/deal/story.ts',
      "import { winDeal } from '#shared/deal/phase';\nimport { x } from '../../data/live';\n// import Dexie from 'dexie'",
    );
    expect(found).toEqual([]);
  });
});

describe('shared/ is pure', () => {
  const folder = join(root, 'node_modules', '.cache', 'purity');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function compile(code: string): string {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const options = { noEmit: true, composite: false, emitDeclarationOnly: false, rootDir: '.' };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../shared/tsconfig.json', compilerOptions: options, include: ['planted.ts'], exclude: [] }),
    );
    writeFileSync(join(folder, 'planted.ts'), code);
    return spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], { encoding: 'utf8' }).stdout;
  }

  it.each([
    ['the clock', 'export const t = Date.now();'],
    ['the clock, made', 'export const t = new Date();'],
    ['chance', 'export const r = Math.random();'],
    ['the window', 'export const w = window.location;'],
    ['Node', "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;"],
    ['the network', "export const f = fetch('https://example.com');"],
    ['timers', 'export const t = setTimeout(() => {}, 1);'],
  ])('%s does not compile there', (_what, code) => {
    expect(compile(code)).toMatch(/planted\.ts\(\d+,\d+\): error TS/);
  });

  it('while arithmetic on a given instant does', () => {
    expect(compile('export const day = (now: number): string => new Date(now).toISOString().slice(0, 10);')).toBe('');
  });
});
