import { OpenWorkspace } from '../open-workspace';
import type { Workspace } from '../workspace';
import { parseRecoveryKey, RECOVERY_KEY_BYTES, recoveryKeyText, type RecoveryKey } from './recovery-key';

/** The key that opens the backups of this workspace, on every computer. Made with the first one. */
export async function recoveryKeyOf(workspace: Workspace): Promise<RecoveryKey> {
  if (!(workspace instanceof OpenWorkspace)) throw new Error('The workspace is still being opened. Try again in a moment.');
  const { recoveryKey, random } = workspace.parts;
  const kept = parseRecoveryKey((await recoveryKey?.load()) ?? '');
  if (kept.ok) return kept.value;
  const made = new Uint8Array(random(RECOVERY_KEY_BYTES));
  await recoveryKey?.save(recoveryKeyText(made));
  return made;
}

/** From now on backups of this workspace open with this key: that of the backup from which it was restored. */
export async function adoptRecoveryKey(workspace: OpenWorkspace, key: RecoveryKey): Promise<void> {
  await workspace.parts.recoveryKey?.save(recoveryKeyText(key));
}
