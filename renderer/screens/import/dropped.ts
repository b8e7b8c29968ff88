import type { PickedFile } from '../../platform/platform';

/** What was dropped on the window, told apart by content: whole workspaces, and files to import. */
export interface Dropped {
  readonly workspaces: readonly PickedFile[];
  readonly imports: readonly PickedFile[];
}

const WORKSPACE_HEADER = new TextEncoder().encode('{"format":"throughline');

/** Reads dropped files. Folders are passed over: a browser hands them out as files that cannot be read. */
export async function readDropped(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory !== true);
  const files = items.flatMap((item) => item.getAsFile() ?? []);
  const picked = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
  return { workspaces: picked.filter(isWorkspaceFile), imports: picked.filter((file) => !isWorkspaceFile(file)) };
}

export const isWorkspaceFile = ({ bytes }: PickedFile): boolean => WORKSPACE_HEADER.every((byte, at) => bytes[at] === byte);

/** Whether a drag carries files, and not text or a card of the board. */
export const carriesFiles = (transfer: DataTransfer | null): transfer is DataTransfer => transfer?.types.includes('Files') ?? false;
