import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_REFUSED } from '#shared/policy/policy';
import { COMPANIES } from '../../test/fixtures/imports';
import { allowedFetch } from '../hub/allowed-fetch';
import { readTestPolicy } from '../policy';
import { runImport } from './run-import';
import { runProvision } from './run-provision';
import { underPolicy } from './under-policy';

let folder = '';
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const policy = (keys: object) => readTestPolicy(put('policy.json', JSON.stringify(keys)));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a command on a managed computer', () => {
  it('does nothing where the policy is wrong, and names what is wrong', async () => {
    const outcome = await underPolicy(policy({ exportAlowed: false }), () => Promise.reject(new Error('was run')));
    expect(outcome).toMatchObject({ out: '', code: 1, complaint: expect.stringContaining('exportAlowed is not a key') });
  });

  it('writes no workspace file where exporting is off; a dry run says what it would do', async () => {
    const companies = put('companies.csv', COMPANIES);
    const workspace = join(folder, 'Firm.throughline');
    const run = (...argv: string[]) => underPolicy(policy({ exportAllowed: false }), (decided) => runImport(argv, decided));
    expect(await run('--workspace', workspace, companies)).toEqual({ out: '', complaint: EXPORT_REFUSED, code: 1 });
    expect(existsSync(workspace)).toBe(false);
    expect(await run('--dry-run', companies)).toMatchObject({ code: 0, out: expect.stringContaining('companies.csv') });
  });

  it('asks no server that the organisation does not allow', async () => {
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => {
      asked.push(url);
      return new Response('{}');
    };
    const argv = ['--url', 'https://elsewhere.example', '--admin', 'ada', '--workspace', 'firm'];
    const outcome = await underPolicy(policy({ allowedHosts: ['*.firm.example'] }), (decided) =>
      runProvision(argv, allowedFetch(fetch, decided), async () => 'secret'),
    );
    expect(outcome).toMatchObject({ code: 1, complaint: expect.stringContaining('does not allow the host elsewhere.example') });
    expect(asked).toEqual([]);
  });
});
