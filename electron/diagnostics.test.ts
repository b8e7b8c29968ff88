import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowFacts } from '#shared/ipc/diagnostics-messages';
import { diagnosticsText } from './diagnostics';
import { openLog } from './log';

const at = new Date('2026-03-02T12:00:00Z');
const WINDOW = {
  language: 'en',
  screen: { width: 1280, height: 800, scale: 1.5 },
  store: {
    records: { account: 32, 'change-order': 4 },
    entries: 9_120,
    pages: 12,
    files: { count: 3, bytes: 20_480 },
    persisted: true,
    devices: 2,
    quarantine: 0,
    holes: 0,
    unread: 0,
  },
  sync: { state: 'attention', attention: 'sign-in', linked: true, waiting: 7, refused: ['deal.win'], sealed: 0 },
};

describe('diagnostics', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('say versions, policy, counts and sizes, and not one word of the business that lies beside them', () => {
    const log = openLog(join(folder, 'logs', 'throughline.log'), () => at);
    log.write('error', 'files.save failed', new Error('Ostara Procurement.docx could not be written for Ruth Halden'));
    mkdirSync(join(folder, 'IndexedDB', 'Ostara'), { recursive: true });
    writeFileSync(join(folder, 'IndexedDB', 'Ostara', 'data'), 'Ruth Halden won Ostara Procurement');
    writeFileSync(join(folder, 'connections.json'), '[{"user":"ruth","url":"https://hub.ostara.example"}]');
    writeFileSync(join(folder, 'Ostara 2026.docx'), 'x');
    const text = diagnosticsText({
      at,
      versions: { throughline: '0.1.0' },
      system: { platform: 'linux' },
      graphics: { gpu_compositing: 'enabled' },
      policy: { backupsKept: 5 },
      policySource: '/etc/throughline/policy.json',
      connections: ['ready'],
      route: 'DIRECT',
      folder,
      logFile: log.file,
      window: windowFacts.parse(WINDOW),
    });
    expect(text).not.toMatch(/ostara|procurement|halden|ruth/i);
    expect(JSON.parse(text)).toMatchObject({
      at: '2026-03-02T12:00:00.000Z',
      policy: { source: '/etc/throughline/policy.json', backupsKept: 5 },
      folders: { IndexedDB: 34, 'connections.json': 52 },
      window: { store: { entries: 9_120 }, sync: { attention: 'sign-in', refused: ['deal.win'] } },
      log: [expect.stringContaining('error files.save failed Error'), ''],
    });
  });

  it.each([
    [{ ...WINDOW, language: 'Ostara Procurement' }],
    [{ ...WINDOW, note: 'Ostara' }],
    [{ ...WINDOW, store: { ...WINDOW.store, records: { 'Ruth Halden': 1 } } }],
    [{ ...WINDOW, sync: { ...WINDOW.sync, refused: ['Ostara is closed'] } }],
  ])('take no text of a person from a window', (facts) => expect(windowFacts.safeParse(facts).success).toBe(false));
});
