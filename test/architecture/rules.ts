import { basename } from 'node:path';
import type { Import, Sources } from './source-tree';
import { importsOf } from './source-tree';

/** One breach of the architecture, in words that say where. */
export type Breach = string;

const PURE = ['shared/values', 'shared/ledger', 'shared/records'];
/** What a brief and the readiness of a deal are made of. */
const BEFORE_HANDOVER = [
  ...PURE,
  'shared/document',
  'shared/deal',
  'shared/promise',
  'shared/ticket',
  'shared/scope',
  'shared/blueprint',
  'shared/proposal',
];
/** What happens to a deal after the signature; what it earns and what went wrong is told from all of it. */
const AFTER_SIGNATURE = ['shared/change-order', 'shared/time', 'shared/invoicing', 'shared/money', 'shared/delivery', 'shared/signals'];
const RULES = [...BEFORE_HANDOVER, 'shared/handover', 'shared/evidence', ...AFTER_SIGNATURE, 'shared/exchange', 'shared/hub'];
const FRAME = [
  ...RULES,
  'shared/policy',
  'shared/ipc',
  'resources',
  'renderer/texts',
  'renderer/data',
  'renderer/platform',
  'renderer/ui-state',
  'renderer/documents',
  'renderer/components',
];

/** Folder → folders that it may import, beside itself. The longest matching folder speaks for a file. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/values': [],
  'shared/ledger': ['shared/values'],
  'shared/records': ['shared/values', 'shared/ledger'],
  'shared/deal': PURE,
  'shared/promise': [...PURE, 'shared/deal'],
  'shared/document': ['shared/values'],
  'shared/ticket': [...PURE, 'shared/deal'],
  'shared/scope': [...PURE, 'shared/deal', 'shared/promise'],
  'shared/blueprint': [...PURE, 'shared/document'],
  'shared/proposal': [...PURE, 'shared/document', 'shared/deal', 'shared/promise', 'shared/scope', 'shared/blueprint'],
  'shared/handover': BEFORE_HANDOVER,
  'shared/evidence': [...BEFORE_HANDOVER, 'shared/handover', 'shared/exchange'],
  'shared/exchange': [...PURE, 'shared/deal', 'shared/promise'],
  'shared/change-order': [...BEFORE_HANDOVER],
  'shared/time': [...PURE, 'shared/deal', 'shared/ticket'],
  'shared/invoicing': [...PURE, 'shared/deal', 'shared/ticket', 'shared/time'],
  'shared/money': [...BEFORE_HANDOVER, 'shared/change-order', 'shared/time', 'shared/invoicing'],
  'shared/delivery': [...BEFORE_HANDOVER, 'shared/change-order', 'shared/time', 'shared/invoicing', 'shared/money'],
  'shared/signals': [
    ...BEFORE_HANDOVER,
    'shared/handover',
    'shared/change-order',
    'shared/time',
    'shared/invoicing',
    'shared/money',
    'shared/delivery',
  ],
  'shared/hub': PURE,
  'shared/policy': ['shared/values'],
  'shared/ipc': ['shared/values', 'shared/policy'],
  resources: RULES,
  electron: ['shared/values', 'shared/policy', 'shared/ipc', 'electron/hub'],
  'electron/hub': [...PURE, 'shared/hub', 'shared/policy', 'shared/ipc', 'electron'],
  'electron/cli': [...RULES, 'shared/policy', 'electron', 'electron/hub'],
  'renderer/texts': ['shared/values', 'resources'],
  'renderer/data': [...RULES, 'resources', 'renderer/texts'],
  'renderer/platform': ['shared/policy', 'shared/ipc'],
  'renderer/ui-state': [...RULES, 'renderer/data', 'shared/ipc'],
  'renderer/documents': ['shared/values', 'shared/document'],
  'renderer/components': FRAME,
  'renderer/screens': FRAME,
  'renderer/app': [...FRAME, 'renderer/screens'],
  renderer: [...FRAME, 'renderer/app'],
};

const DATABASE = /^(rxdb|dexie)(\/|$)/;
const OPERATING_SYSTEM = /^(node:|electron(\/|$))/;
const FORBIDDEN_NAME = /^(utils?|helpers?|common|misc|managers?|services?|data-access)$/;
const LINE_CAP = 400;

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isUnder = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Every breach in the tree; empty when it holds. */
export function breaches(sources: Sources): Breach[] {
  const imports = importsOf(sources);
  return [
    ...imports.flatMap(againstDirection),
    ...imports.flatMap(acrossNouns),
    ...imports.flatMap(throughTheWrongDoor),
    ...cycles(imports),
    ...[...sources].flatMap(([path, text]) => [
      ...badName(path),
      ...tooLong(path, text),
      ...barrel(path, text),
      ...defaultExport(path, text),
    ]),
  ];
}

const folderOf = (path: string): string | undefined =>
  Object.keys(MAY_IMPORT)
    .filter((folder) => isUnder(path, folder))
    .sort((a, b) => b.length - a.length)[0];

/** Tests may look further than what they test, but not into the other shell. */
function againstDirection({ from, specifier, target }: Import): Breach[] {
  const own = folderOf(from);
  const other = target === undefined ? undefined : folderOf(target);
  if (own === undefined || other === undefined || own === other) return [];
  const crossesShells = from.split('/')[0] !== other.split('/')[0] && ['renderer', 'electron'].includes(other.split('/')[0] ?? '');
  const isFine = isTest(from) ? !crossesShells : MAY_IMPORT[own]?.includes(other);
  return isFine ? [] : [`${from} imports ${specifier}: ${own} may not know ${other}`];
}

function acrossNouns({ from, specifier, target }: Import): Breach[] {
  const noun = (path: string | undefined): string | undefined => /^renderer\/screens\/([^/]+)\//.exec(path ?? '')?.[1];
  const [own, other] = [noun(from), noun(target)];
  return own && other && own !== other ? [`${from} imports ${specifier}: screens of ${own} may not know screens of ${other}`] : [];
}

function throughTheWrongDoor({ from, specifier }: Import): Breach[] {
  const breach = `${from} imports ${specifier}`;
  if (DATABASE.test(specifier) && !isUnder(from, 'renderer/data') && !isUnder(from, 'test'))
    return [`${breach}: only renderer/data touches the database`];
  const isOutside = ['electron', 'build', 'test'].some((folder) => isUnder(from, folder)) || isTest(from);
  if (OPERATING_SYSTEM.test(specifier) && !isOutside) return [`${breach}: only electron/ touches the operating system`];
  return [];
}

/** Every file that can reach itself through imports, once for each circle. Types count: they bind a reader as much. */
function cycles(imports: readonly Import[]): Breach[] {
  const targets = new Map<string, string[]>();
  for (const { from, target, specifier } of imports) {
    if (target && !/\.(css|json)$|\.worker$/.test(specifier)) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  const found: Breach[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`circle: ${[...trail.slice(start), path].join(' → ')}`);
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}

function badName(path: string): Breach[] {
  const stem = basename(path).replace(/(\.test|\.module|\.worker|\.config|\.(browser|electron)\.spec|\.spec|\.d)?\.(ts|tsx|mjs|css)$/, '');
  const words = [...path.split('/').slice(0, -1), stem];
  const forbidden = words.filter((word) => FORBIDDEN_NAME.test(word) || word.split(/[-.]/).some((part) => FORBIDDEN_NAME.test(part)));
  const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem);
  const isComponent = /^[A-Z][A-Za-z0-9]*$/.test(stem) && /\.(tsx|module\.css)$/.test(path);
  return [
    ...forbidden.map((word) => `${path}: "${word}" says nothing`),
    ...(isKebab || isComponent ? [] : [`${path}: files are kebab-case, components PascalCase`]),
  ];
}

function tooLong(path: string, text: string): Breach[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > LINE_CAP ? [`${path}: ${lines} lines, the cap is ${LINE_CAP}`] : [];
}

/** A door that re-exports hides who depends on whom. Tests' fixtures may hand on the runner's own `expect`. */
function barrel(path: string, text: string): Breach[] {
  if (basename(path).startsWith('index.')) return [`${path}: no barrels`];
  const reExports = [...text.matchAll(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s+['"](\.|#)/gm)];
  return reExports.length > 0 ? [`${path}: re-exports from another file of ours`] : [];
}

const defaultExport = (path: string, text: string): Breach[] =>
  /^export default\b/m.test(text) && !path.endsWith('.config.ts') ? [`${path}: named exports only`] : [];
