import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastWords, openLog } from './log';

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
    expect(statSync(log.file).mode & 0o777).toBe(0o600);
  });

  it('leaves out what is less grave than asked for', () => {
    const quiet = openLog(join(folder, 'quiet.log'), noon, 'warning');
    for (const level of ['debug', 'info', 'warning', 'error'] as const) quiet.write(level, 'x');
    expect(lastWords(quiet.file, 1000)).toMatch(/^\S+ warning x\n\S+ error x\n$/);
  });

  it.each([
    ['https://ada:s3cret@hub.example.com/x', 'https://…@hub.example.com/x'],
    ['Cookie: AuthSession=YWRhOjY3; Path=/', 'Cookie: AuthSession=…; Path=/'],
    ['authorization: Basic YWRhOnMzY3JldA==', 'authorization: Basic …'],
    ['{"name":"ada","password":"s3c\\"ret","roles":["AE"]}', '{"name":"…","password":"…","roles":["AE"]}'],
    ['GET /_users/org.couchdb.user:ada?rev=1 failed', 'GET /_users/org.couchdb.user:…?rev=1 failed'],
    ['connection 0123456789abcdef could not sign in', 'connection 0123456789abcdef could not sign in'],
    [`${homedir()}/connections.json is unreadable`, '~/connections.json is unreadable'],
  ])('writes %s without its secrets', (words, line) => {
    const log = openLog(join(folder, 'a.log'), noon);
    log.write('error', words, words);
    expect(readFileSync(log.file, 'utf8')).toContain(`error ${line} ${line}\n`);
  });

  it('says which fault it was and where, and not one word of what somebody wrote', () => {
    const log = openLog(join(folder, 'a.log'), noon);
    const cause = Object.assign(new Error("EACCES: permission denied, open '/home/mara/Northwind Rollout.docx'"), { code: 'EACCES' });
    log.write(
      'error',
      'files.save failed',
      new Error('Northwind Rollout.docx could not be written:\n    at Northwind (Mara Lindqvist)', { cause }),
    );
    log.write('error', 'the page did not load', new Error('net::ERR_NAME_NOT_RESOLVED (-105) loading https://northwind.example/Rollout'));
    log.write('error', 'odd', Object.assign(new Error('x'), { name: 'Northwind Rollout 7' }));
    const said = readFileSync(log.file, 'utf8');
    expect(said).not.toMatch(/northwind|rollout|mara|lindqvist/i);
    expect(said).toMatch(/files\.save failed Error ⏎ at .*log\.test\.ts:\d+:\d+/);
    expect(said).toContain('caused by Error EACCES ⏎ at');
    expect(said).toContain('did not load Error net::ERR_NAME_NOT_RESOLVED');
  });

  it('keeps five files, the eldest goes first', () => {
    const file = join(folder, 'a.log');
    for (const round of ['a', 'b', 'c', 'd', 'e', 'f']) {
      writeFileSync(file, round.repeat(1_000_001));
      openLog(file, noon).write('info', 'next');
    }
    const firsts = ['', '.1', '.2', '.3', '.4'].map((ending) => readFileSync(file + ending, 'utf8')[0]);
    expect(firsts).toEqual(['2', 'f', 'e', 'd', 'c']);
    expect(() => statSync(`${file}.5`)).toThrow('ENOENT');
  });

  it('hands out its last lines whole, across its files', () => {
    const file = join(folder, 'a.log');
    writeFileSync(`${file}.1`, 'first\nsecond\n');
    writeFileSync(file, 'third\n');
    expect([lastWords(file, 1000), lastWords(file, 15), lastWords(join(folder, 'none'), 9)]).toEqual([
      'first\nsecond\nthird\n',
      'second\nthird\n',
      '',
    ]);
  });
});
