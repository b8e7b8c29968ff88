// What of others is in the app: the packages that package.json and the lock file say it is made of. The same lock file
// gives the same bytes, so that a build can be repeated.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { at } from './place.mjs';

const byName = (a, b) => (a < b ? -1 : Number(a > b));
const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** A package's place in the lock file, as one that asks for it finds it: beside itself first, then further up. */
function placeOf(packages, asking, name) {
  for (let folder = asking; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return undefined;
  }
}

/** Every package that the app's own dependencies lead to, sorted by name: `{ place, name, version, license, integrity, needs }`. */
export function packagesOfTheApp() {
  const { packages } = read('package-lock.json');
  const found = new Map();
  const visit = (place) => {
    if (found.has(place) || !existsSync(at(place))) return;
    const { version, license, integrity, resolved, dependencies = {} } = packages[place];
    const needs = Object.keys(dependencies).flatMap((name) => placeOf(packages, place, name) ?? []);
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(place, { place, name, version, license: license ?? licenseIn(place), integrity, resolved, needs });
    needs.forEach(visit);
  };
  Object.keys(packages[''].dependencies).forEach((name) => visit(`node_modules/${name}`));
  return [...found.values()].toSorted((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
}

/** Of a package whose lock entry names none: what it says of itself, or what its text is. */
function licenseIn(place) {
  const { license, licenses } = read(`${place}/package.json`);
  const said = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
  return said ?? (licenceTexts(place).includes('Permission is hereby granted, free of charge') ? 'MIT' : 'not named');
}

/** The licences of all of them, as text that the app shows. One text that several packages have word for word stands once. */
export function thirdPartyNotices() {
  const byText = new Map();
  for (const { place, name, version, license } of packagesOfTheApp()) {
    const text = licenceTexts(place) || `Licence: ${license}. The package carries no text of its own.`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `Throughline is made with the work of others. Electron and Chromium bring their own notices beside the program\n(LICENSE.electron.txt, LICENSES.chromium.html).${rule}${parts.join(rule)}\n`;
}

function licenceTexts(place) {
  const names = readdirSync(at(place)).filter((name) => /^(licen[cs]e|copying|notice)(?!.*\.(js|ts|json)$)/i.test(name));
  const texts = names.toSorted(byName).map((name) => readFileSync(at(place, name), 'utf8'));
  return texts
    .map((text) => text.replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The same as a software bill of materials: CycloneDX 1.5 as JSON, with the Electron that the app runs on. No time, no random number. */
export function softwareBillOfMaterials() {
  const app = read('package.json');
  const electron = read('package-lock.json').packages['node_modules/electron'];
  const packages = [...packagesOfTheApp(), { ...electron, name: 'electron', place: 'node_modules/electron', needs: [] }];
  const refs = new Map(packages.map((one) => [one.place, purlOf(one)]));
  const own = {
    type: 'application',
    'bom-ref': 'throughline',
    name: app.name,
    version: app.version,
    licenses: [{ expression: app.license }],
  };
  const direct = [...Object.keys(app.dependencies), 'electron'].map((name) => refs.get(`node_modules/${name}`)).toSorted(byName);
  const components = new Map(packages.map((one) => [refs.get(one.place), componentOf(one, refs.get(one.place))]));
  const needs = new Map();
  for (const { place, needs: places } of packages) {
    const known = places.flatMap((to) => refs.get(to) ?? []);
    needs.set(refs.get(place), [...new Set([...(needs.get(refs.get(place)) ?? []), ...known])].toSorted(byName));
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: own },
    components: [...components.values()],
    dependencies: [{ ref: 'throughline', dependsOn: direct }, ...[...needs].map(([ref, dependsOn]) => ({ ref, dependsOn }))],
  };
}

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function componentOf({ name, version, license, integrity }, ref) {
  const [algorithm, digest] = (integrity ?? '').split(' ')[0].split(/-(.*)/);
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    purl: ref,
    ...(license ? { licenses: [{ expression: license }] } : {}),
    ...(digest
      ? { hashes: [{ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] }
      : {}),
  };
}
