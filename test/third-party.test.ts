import { describe, expect, it } from 'vitest';
import { packagesOfTheApp, softwareBillOfMaterials, thirdPartyNotices } from '../build/third-party.mjs';
import facts from '../package.json' with { type: 'json' };

describe('what of others is in the app', () => {
  const packages = packagesOfTheApp();

  it('is every package that the app asks for and what those ask for, and no tool that builds it', () => {
    const names = packages.map(({ name }) => name);
    for (const name of Object.keys(facts.dependencies)) expect(names).toContain(name);
    expect(names).toContain('scheduler');
    for (const name of ['vitest', 'oxlint', 'electron-builder', '@playwright/test']) expect(names).not.toContain(name);
  });

  it('may be shipped with software under Apache 2.0', () => {
    const free = /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|OFL-1\.1|Python-2\.0|Unlicense|Zlib|MPL-2\.0)$/;
    const others = packages.filter(
      ({ license }) => !license.split(/[() ]+| OR | AND /).every((word) => ['', 'OR', 'AND', 'WTFPL'].includes(word) || free.test(word)),
    );
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('is named with its licence in the notices', () => {
    const notices = thirdPartyNotices();
    for (const { name, version } of packages) expect(notices).toContain(`${name} ${version} (`);
    expect(notices).toContain('Permission is hereby granted, free of charge');
  });

  it('is in the bill of materials with what it was checked against, and with Electron; every name that is needed is there', () => {
    const { bomFormat, specVersion, components, dependencies } = softwareBillOfMaterials();
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.5']);
    const refs = components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(components.find(({ name }) => name === 'electron')?.version).toBe(facts.devDependencies.electron);
    expect(components.find(({ name }) => name === 'react')?.hashes?.[0]).toMatchObject({
      alg: 'SHA-512',
      content: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });

  it('is told the same twice: without a time and without chance', () => {
    expect(JSON.stringify(softwareBillOfMaterials())).toBe(JSON.stringify(softwareBillOfMaterials()));
    expect(JSON.stringify(softwareBillOfMaterials())).not.toMatch(/timestamp|serialNumber/);
  });
});
