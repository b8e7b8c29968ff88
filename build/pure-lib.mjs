// Makes node_modules/@typescript/lib-es5: TypeScript's own lib.es5 without clock and chance.
// `shared/` and `resources/` are compiled with it (`libReplacement`), so an impure call there is a compile error.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));
const compiler = createRequire(require.resolve('typescript/package.json'));
const platform = compiler.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
const IMPURE = ['    random(): number;', '    now(): number;', '    new (): Date;', '    (): string;\n    readonly prototype: Date;'];

let source = readFileSync(join(dirname(platform), 'lib', 'lib.es5.d.ts'), 'utf8').replaceAll('\r\n', '\n');
for (const line of IMPURE) {
  if (!source.includes(line)) throw new Error(`lib.es5.d.ts no longer has "${line.trim()}": adapt build/pure-lib.mjs`);
  source = source.replace(line, line.includes('prototype') ? '    readonly prototype: Date;' : '');
}
const target = join(root, 'node_modules', '@typescript', 'lib-es5');
if (!existsSync(target)) mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'index.d.ts'), source);
writeFileSync(join(target, 'package.json'), JSON.stringify({ name: '@typescript/lib-es5', version: '0.0.0', types: 'index.d.ts' }));
