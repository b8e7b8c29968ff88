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

  it('keeps two files at most', () => {
    const file = join(folder, 'a.log');
    writeFileSync(file, 'x'.repeat(1_000_001));
    openLog(file, noon).write('info', 'next');
    expect(readFileSync(file, 'utf8')).toBe('2026-03-02T12:00:00.000Z info next\n');
    expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(1_000_001);
  });
});
