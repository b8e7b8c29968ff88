import type { AppCommand, ShellCommand } from '#shared/ipc/app-command';
import type { WindowAct } from '#shared/ipc/menu-messages';
import type { WindowFacts } from '#shared/ipc/diagnostics-messages';
import type { FromOutside } from '#shared/ipc/outside-messages';
import type { Policy } from '#shared/policy/policy';
import type { DesktopBackups } from './backups';
import type { Hub } from './hub';
import type { PlatformUpdates } from './updates';

/** A file as the person picked it. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which files a picker offers. */
export interface FileChoice {
  /** `.csv`, `.eml`: with the dot; empty for any file. */
  readonly accept: readonly string[];
  readonly multiple: boolean;
}

/** A file to write where the person says. */
export interface FileToSave {
  /** A proposal, without a path. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly content: Blob;
}

/** What the settings page says of the program itself. */
export interface PlatformInfo {
  readonly version: string;
  readonly runtime: string;
  readonly system: string;
  /** Where the program writes what went wrong; absent in a browser. */
  readonly logFile?: string;
}

/** What the organisation that manages this computer decided. */
export interface MachinePolicy {
  readonly policy: Policy;
  /** Where that stands; absent on a computer that nobody manages. */
  readonly source?: string | undefined;
}

/** Wraps keys so that only this user of this computer opens them: `SystemKeyStore` of renderer/data. */
export interface DesktopKeyStore {
  /** Undefined where the system has no key store that truly encrypts. */
  wrap(key: Uint8Array): Promise<string | undefined>;
  unwrap(wrapped: string): Promise<Uint8Array | undefined>;
}

/** What the desktop or the browser offers around the renderer: one interface, two implementations. */
export interface Platform {
  readonly kind: 'desktop' | 'browser';
  /** The picked files with their bytes; empty when the person cancelled. */
  openFiles(choice: FileChoice): Promise<readonly PickedFile[]>;
  /** Rejects with a message fit to show when the file cannot be written. */
  saveFile(file: FileToSave): Promise<'saved' | 'cancelled'>;
  /** Opens an https or mailto address outside the app; anything else is `refused`. */
  openExternal(url: string): Promise<'opened' | 'refused'>;
  info(): Promise<PlatformInfo>;
  /** Asked once, before anything is shown; see `usePolicy`. */
  policy(): Promise<MachinePolicy>;
  /** The whole text of what helps to find a fault: `facts` of this window, and what the shell knows beside. */
  collectDiagnostics(facts: WindowFacts): Promise<string>;
  /** Saves what was collected last. Also where the organisation has switched exporting off: it holds no business content. */
  saveDiagnostics(): Promise<'saved' | 'cancelled'>;
  readonly hub: Hub;
  /** Absent in a browser: what it runs is updated with the program that serves it. */
  readonly updates?: PlatformUpdates;
  /** Backups that lie in files; absent in a browser. */
  readonly backups?: DesktopBackups;
  /** The operating system's key store; absent in a browser. */
  readonly keyStore?: DesktopKeyStore;
  /** The oldest link or file that was opened outside of the app, once; absent in a browser. */
  takeFromOutside?(): Promise<FromOutside>;
  /** Words the native menu and says which commands can be run; absent in a browser. */
  wordMenu?(wording: { readonly labels: Readonly<Record<string, string>>; readonly available: ReadonlySet<AppCommand> }): Promise<void>;
  /** Does what only the shell can do to a window; absent in a browser. */
  act?(act: WindowAct): Promise<void>;
  /** Calls `listener` for every native menu command until the returned function is called. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
}
