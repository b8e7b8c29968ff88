import { sha256Hex } from '../ledger/hash';
import { err, type Result } from '../values/result';
import { readEml } from './eml';
import type { Mail } from './mail';
import { isMsg, readMsg } from './msg';

/** Reads a message from the raw bytes of an `.eml` or `.msg` file. Never throws; the error is fit to show. */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Result<Mail, string>> {
  const format = isMsg(bytes) ? 'msg' : 'eml';
  const content = format === 'msg' ? readMsg(bytes) : await readEml(bytes);
  if (!content.ok) return err(content.error);
  return { ok: true, value: { name, format, sha: sha256Hex(bytes), ...content.value } };
}
