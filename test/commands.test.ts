import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_COMMANDS, type AppCommand } from '#shared/ipc/app-command';
import { menuGroups, menuKey, menuLabels } from '#shared/ipc/menu-entries';
import { menuWording } from '#shared/ipc/menu-messages';

const APP = join(import.meta.dirname, '..', 'renderer', 'app');

/** The actions of the palette as they are declared: command and keys. */
const declared = readdirSync(APP)
  .filter((name) => /-actions?\.ts$/.test(name))
  .flatMap((name) => {
    const source = readFileSync(join(APP, name), 'utf8');
    return [...source.matchAll(/\bid: '([^']+)'((?:(?!\bid: ')[\s\S])*)/g)].map(([, id = '', rest = '']) => ({
      id,
      keys: /\bkeys: '([^']+)'/.exec(rest)?.[1],
    }));
  });

/** Not in the native menu: what depends on a server that the menu knows nothing of, and one file kind of the import. */
const PALETTE_ALONE: readonly AppCommand[] = ['import.mail', 'sync.share', 'sync.signIn'];

const inMenu = (isMac: boolean) =>
  menuGroups(isMac).flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'command' ? [entry] : [])));

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

describe('the commands of the app', () => {
  it('each is in the palette once, and nothing is in the palette that is not a command', () => {
    expect(declared.map(({ id }) => id).toSorted()).toEqual([...APP_COMMANDS].toSorted());
  });

  it('no two are run by the same keys, and none by the beginning of another’s', () => {
    const keys = declared.flatMap((action) => (action.keys === undefined ? [] : [action.keys.toLowerCase()]));
    expect(keys.length).toBeGreaterThan(15);
    expect(twice(keys)).toEqual([]);
    expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([]);
  });

  it.each([true, false])('the native menu has each once, but those of the palette alone (on a Mac: %s)', (isMac) => {
    const shown = inMenu(isMac).map(({ command }) => command);
    expect(shown.toSorted()).toEqual(APP_COMMANDS.filter((command) => !PALETTE_ALONE.includes(command)).toSorted());
  });

  it('no two lines of the native menu have the same accelerator', () => {
    expect(twice(inMenu(false).flatMap(({ keys }) => keys ?? []))).toEqual([]);
  });

  it('keys of the page that hold Ctrl or Cmd are those that the menu shows', () => {
    const accelerators = new Map<string, string | undefined>(inMenu(false).map(({ command, keys }) => [command, keys]));
    const differing = declared.filter(
      ({ id, keys }) =>
        keys?.startsWith('mod+') &&
        accelerators.get(id)?.toLowerCase() !== keys.toLowerCase().replace('mod++', 'mod+plus').replace('mod+', 'cmdorctrl+'),
    );
    expect(differing).toEqual([]);
  });

  it('the words of every line fit the request that carries them', () => {
    const labels = menuLabels();
    expect(menuWording.safeParse({ labels, available: [...APP_COMMANDS] }).success).toBe(true);
    const lines = [true, false].flatMap((isMac) => menuGroups(isMac).flatMap(({ entries }) => entries.map(menuKey)));
    expect(lines.filter((key) => key !== undefined && !labels[key])).toEqual([]);
  });
});
