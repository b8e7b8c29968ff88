import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from './log';

const noon = (): Date => new Date('2026-03-02T12:00:00Z');

describe('the log', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives every event one line, whatever the detail holds', () => {
    const log = openLog(join(folder, 'logs', 'a.log'), noon);
    log.write('info', 'started');
    log.write('warning', 'refused', 'x\n2026-01-01 info forged');
    expect(readFileSync(log.file, 'utf8')).toBe(
      '2026-03-02T12:00:00.000Z info started\n2026-03-02T12:00:00.000Z warning refused x ⏎ 2026-01-01 info forged\n',
    );
  });

  it.each([
    ['fetch failed: https://ada:s3cret@hub.example.com/x', 'fetch failed: https://…@hub.example.com/x'],
    ['Cookie: AuthSession=YWRhOjY3; Path=/', 'Cookie: AuthSession=…; Path=/'],
    ['authorization: Basic YWRhOnMzY3JldA==', 'authorization: Basic …'],
    ['{"name":"ada","password":"s3c\\"ret","roles":["AE"]}', '{"name":"…","password":"…","roles":["AE"]}'],
    ['GET /_users/org.couchdb.user:ada?rev=1 failed', 'GET /_users/org.couchdb.user:…?rev=1 failed'],
    ['connection 0123456789abcdef could not sign in', 'connection 0123456789abcdef could not sign in'],
  ])('writes %s without its secrets', (words, line) => {
    const log = openLog(join(folder, 'a.log'), noon);
    log.write('error', 'failed', new Error(words));
    expect(readFileSync(log.file, 'utf8')).toContain(`failed Error: ${line}`);
  });

  it('keeps two files at most', () => {
    const file = join(folder, 'a.log');
    writeFileSync(file, 'x'.repeat(1_000_001));
    openLog(file, noon).write('info', 'next');
    expect(readFileSync(file, 'utf8')).toBe('2026-03-02T12:00:00.000Z info next\n');
    expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(1_000_001);
  });
});
