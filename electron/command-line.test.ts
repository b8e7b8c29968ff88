import { describe, expect, it } from 'vitest';
import { COMMAND_LINE_HELP, readCommandLine } from './command-line';

describe('the command line of the desktop app', () => {
  it('opens the app where nothing is asked, with the flags of Chromium and the system let through', () => {
    expect(readCommandLine([])).toEqual({ tag: 'open' });
    const flags = [
      '--no-sandbox',
      '--user-data-dir=/tmp/x',
      '--remote-debugging-port=0',
      '-psn_0_12345',
      '/opt/app',
      '--hub',
      '--original-process-start-time=1',
    ];
    expect(readCommandLine(flags)).toEqual({ tag: 'open' });
  });

  it('goes to a deep link, or opens a file that was handed over', () => {
    expect(readCommandLine(['--x', 'throughline://deal/01J8ZC'])).toEqual({ tag: 'open', link: 'throughline://deal/01J8ZC' });
    expect(readCommandLine(['C:\\Users\\Ada\\For Ben.throughline'])).toEqual({
      tag: 'open',
      bundle: 'C:\\Users\\Ada\\For Ben.throughline',
    });
    expect(readCommandLine(['throughline://bundle/x.throughline'])).toEqual({ tag: 'open', link: 'throughline://bundle/x.throughline' });
    expect(readCommandLine(['https://example.com', 'notes.txt'])).toEqual({ tag: 'open' });
  });

  it.each([
    [['throughline://deal/1" --restore "C:\\evil', '--restore', 'evil']],
    [['--backup', 'out', 'throughline://deal/1']],
    [['throughline://deal/1', 'evil.throughline']],
    [['throughline:deal/1', '--diagnostics=x']],
  ])('%j hears the link alone: who wrote it may have written the rest', (args) => {
    expect(readCommandLine(args)).toEqual({ tag: 'open', link: args.find((arg) => arg.startsWith('throughline:')) });
  });

  it.each([
    [['--diagnostics', 'out.zip'], { tag: 'diagnostics', file: 'out.zip' }],
    [['--no-sandbox', '--backup=/mnt/a b.tlb'], { tag: 'backup', file: '/mnt/a b.tlb' }],
    [['--restore', '/mnt/a=b.tlb', '--hub'], { tag: 'restore', file: '/mnt/a=b.tlb' }],
    [['--version'], { tag: 'version' }],
    [['--backup', 'x', '--help'], { tag: 'help' }],
  ])('%j does its job', (args, asked) => expect(readCommandLine(args)).toEqual(asked));

  it.each([
    [['--diagnostics'], '--diagnostics wants the name of a file after it.'],
    [['--backup', '--no-sandbox'], '--backup wants the name of a file after it.'],
    [['--restore='], '--restore wants the name of a file after it.'],
    [['--backup', 'a', '--restore', 'b'], 'Ask for one of --diagnostics, --backup, --restore at a time.'],
  ])('%j is refused in words', (args, message) => expect(readCommandLine(args)).toEqual({ tag: 'wrong', message }));

  it('is explained flag by flag', () => {
    for (const flag of ['--diagnostics', '--backup', '--restore', '--version', '--help', 'throughline://'])
      expect(COMMAND_LINE_HELP).toContain(flag);
  });
});
