import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readDeepLink } from '#shared/ipc/deep-link';
import type { FromOutside } from '#shared/ipc/outside-messages';
import type { CommandLine } from './command-line';

/** A page keeps the file in memory. */
const LARGEST_BYTES = 512 * 1024 * 1024;
/** What waits for a window. More at once is nobody's wish. */
const MOST = 8;

type Waiting = { readonly link: string } | { readonly file: string };

/** Links and files that were opened outside of the app, until a window takes them. */
export class Outside {
  private readonly waiting: Waiting[] = [];
  private readonly arrived: () => void;

  /** `arrived` is told of everything that comes in. */
  constructor(arrived: () => void) {
    this.arrived = arrived;
  }

  /** What a start of the app named, its paths from `folder`. */
  offer(asked: CommandLine, folder: string): void {
    if (asked.tag !== 'open') return;
    if (asked.link !== undefined) this.add({ link: asked.link });
    if (asked.bundle !== undefined) this.add({ file: resolve(folder, asked.bundle) });
  }

  offerLink(link: string): void {
    this.add({ link });
  }

  offerFile(file: string): void {
    this.add({ file });
  }

  /** The oldest, once. A file is read when it is taken, not when it is opened. */
  async take(): Promise<FromOutside> {
    const next = this.waiting.shift();
    if (!next) return { kind: 'nothing' };
    if ('file' in next) return fileAt(next.file);
    const record = readDeepLink(next.link);
    return record ? { kind: 'link', record } : { kind: 'no-link' };
  }

  private add(item: Waiting): void {
    if (this.waiting.length >= MOST) return;
    this.waiting.push(item);
    this.arrived();
  }
}

async function fileAt(path: string): Promise<FromOutside> {
  const name = basename(path).slice(-1024);
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return { kind: 'unreadable', name, why: 'no file' };
    if (facts.size > LARGEST_BYTES) return { kind: 'unreadable', name, why: 'too large' };
    return { kind: 'file', name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: 'unreadable', name, why: isGone ? 'gone' : 'refused' };
  }
}
