// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { DesktopBridge } from '#shared/ipc/contract';
import { desktopPlatform } from './desktop-platform';

/** A bridge that answers with `reply` and remembers what it was asked. */
function aBridge(reply: unknown) {
  const asked: [string, unknown][] = [];
  let say: (command: string) => void = () => undefined;
  const bridge: DesktopBridge = {
    call: async (channel, request) => {
      asked.push([channel, request]);
      return reply;
    },
    onCommand: (listener) => {
      say = listener;
      return () => (say = () => undefined);
    },
  };
  return { asked, platform: desktopPlatform(bridge), say: (command: string) => say(command) };
}

describe('the platform on the desktop', () => {
  afterEach(() => document.body.replaceChildren());

  it('hands over the file that a person saves', async () => {
    const { platform, asked } = aBridge({ ok: true, value: 'saved' });
    expect(await platform.saveFile({ name: 'firm.jsonl', type: 'text/plain', content: new Blob(['ab']) })).toBe('saved');
    expect(asked).toEqual([['files.save', { name: 'firm.jsonl', bytes: new Uint8Array([97, 98]) }]]);
  });

  it('rejects with the words of the desktop when it could not be done', async () => {
    const { platform } = aBridge({ ok: false, message: 'The disk is full.' });
    await expect(platform.saveFile({ name: 'a', type: '', content: new Blob([]) })).rejects.toThrow('The disk is full.');
  });

  it('does not take an answer that breaks the contract', async () => {
    await expect(aBridge({ ok: true, value: 'perhaps' }).platform.openExternal('https://example.com')).rejects.toThrow('Invalid');
    await expect(aBridge('saved').platform.openExternal('https://example.com')).rejects.toThrow('Invalid');
  });

  it('passes on the commands of the menu that it knows, until it is told to stop', () => {
    const { platform, say } = aBridge(undefined);
    const heard: string[] = [];
    const stop = platform.onCommand((command) => heard.push(command));
    say('deal.new');
    say('disk.format');
    stop();
    say('search.open');
    expect(heard).toEqual(['deal.new']);
  });

  it('leaves undo to the text while a person is typing', () => {
    const { platform, say } = aBridge(undefined);
    const [heard, done]: [string[], string[]] = [[], []];
    document.execCommand = (command: string) => done.push(command) > 0;
    platform.onCommand((command) => heard.push(command));
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    say('edit.undo');
    field.blur();
    say('edit.undo');
    expect([done, heard]).toEqual([['undo'], ['edit.undo']]);
  });
});
