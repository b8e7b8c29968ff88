import { APP_COMMANDS, OUTSIDE_ARRIVED, type ShellCommand, SYSTEM_LOCKS } from '#shared/ipc/app-command';
import type { Channel, DesktopBridge, Request, Response } from '#shared/ipc/contract';
import { backupsOver } from './backups';
import { hubOver } from './hub-over';
import type { Platform } from './platform';
import { valueOf } from './reply';

/** The platform inside Electron, over the bridge that the preload script put on the window. */
export function desktopPlatform(bridge: DesktopBridge): Platform {
  async function call<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> {
    return valueOf(channel, await bridge.call(channel, request));
  }
  return {
    kind: 'desktop',
    openFiles: ({ accept, multiple }) => call('files.open', { accept: [...accept], multiple }),
    saveFile: async ({ name, content }) => call('files.save', { name, bytes: new Uint8Array(await content.arrayBuffer()) }),
    openExternal: (url) => call('link.open', { url }),
    info: () => call('app.info', {}),
    policy: () => call('policy.read', {}),
    collectDiagnostics: (window) => call('diagnostics.collect', { window }),
    saveDiagnostics: () => call('diagnostics.save', {}),
    hub: hubOver(call),
    updates: {
      read: () => call('updates.read', {}),
      choose: (choice) => call('updates.choose', choice),
      check: () => call('updates.check', {}),
      download: (how) => call('updates.download', how),
      install: () => call('updates.install', {}),
    },
    backups: backupsOver(call),
    keyStore: {
      wrap: async (key) => {
        const answer = await call('vault.wrap', { key: Uint8Array.from(key) });
        return answer === 'none' ? undefined : answer.wrapped;
      },
      unwrap: async (wrapped) => {
        const answer = await call('vault.unwrap', { wrapped });
        return answer === 'none' ? undefined : answer.key;
      },
    },
    takeFromOutside: () => call('outside.take', {}),
    wordMenu: async ({ labels, available }) => {
      await call('menu.word', { labels: { ...labels }, available: APP_COMMANDS.filter((command) => available.has(command)) });
    },
    act: async (act) => {
      await call('window.act', { act });
    },
    onCommand: (listener) => bridge.onCommand((command) => deliver(command, listener)),
  };
}

const isCommand = (text: string): text is ShellCommand =>
  text === OUTSIDE_ARRIVED || text === SYSTEM_LOCKS || APP_COMMANDS.some((command) => command === text);

/** Undo and redo from the menu mean the text while the person is typing in a field, as on every desktop. */
function deliver(command: string, listener: (command: ShellCommand) => void): void {
  if (!isCommand(command)) return;
  if ((command === 'edit.undo' || command === 'edit.redo') && isTyping()) document.execCommand(command.slice('edit.'.length));
  else listener(command);
}

function isTyping(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLElement && (focused.isContentEditable || focused.matches('input:not([type=checkbox], [type=radio]), textarea'))
  );
}
