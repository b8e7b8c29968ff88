import { useEffect, useState } from 'react';
import type { Mail } from '#shared/exchange/mail';
import { parseMail } from '#shared/exchange/parse-mail';
import { useWorkspace } from '../../../data/live';
import type { FileFacts, Workspace } from '../../../data/workspace';

/** The raw file behind a moment, read as mail where it is mail. */
export type Original =
  | { readonly kind: 'reading' }
  | { readonly kind: 'none' }
  /** Somebody filed it on a device that has not handed over its files yet. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'kept'; readonly facts: FileFacts; readonly bytes: Uint8Array; readonly mail?: Mail; readonly problem?: string };

/** Reads the file of a moment from the workspace. */
export function useOriginal(file: string | undefined): Original {
  const workspace = useWorkspace();
  const [original, setOriginal] = useState<Original>({ kind: 'reading' });
  const [failure, setFailure] = useState<{ readonly cause: unknown }>();
  useEffect(() => {
    let left = false;
    setOriginal({ kind: 'reading' });
    originalOf(workspace, file).then(
      (found) => left || setOriginal(found),
      (cause: unknown) => left || setFailure({ cause }),
    );
    return () => void (left = true);
  }, [workspace, file]);
  if (failure) throw failure.cause;
  return original;
}

async function originalOf({ files }: Workspace, file: string | undefined): Promise<Original> {
  if (!file) return { kind: 'none' };
  const [bytes, facts] = await Promise.all([files.get(file), files.facts(file)]);
  if (!bytes || !facts) return { kind: 'elsewhere' };
  if (!/\.(eml|msg)$/i.test(facts.name)) return { kind: 'kept', facts, bytes };
  const mail = await parseMail(bytes, facts.name);
  return mail.ok ? { kind: 'kept', facts, bytes, mail: mail.value } : { kind: 'kept', facts, bytes, problem: mail.error };
}
