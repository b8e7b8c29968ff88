import { useEffect, useState } from 'react';
import type { TextPart } from '#shared/exchange/file-text/text-part';
import { useWorkspace } from '../../../data/live';

/** What a file that is on this device says; it is read now where it was not yet. */
export function useFileText(file: string): 'reading' | readonly TextPart[] {
  const { fileTexts } = useWorkspace();
  const [read, setRead] = useState<{ readonly file: string; readonly parts: readonly TextPart[] }>();
  useEffect(() => {
    let left = false;
    const failed = (cause: unknown): readonly TextPart[] => [
      { name: '', state: 'unreadable', text: '', reason: cause instanceof Error ? cause.message : String(cause) },
    ];
    void fileTexts
      .of(file)
      .catch(failed)
      .then((parts = []) => left || setRead({ file, parts }));
    return () => void (left = true);
  }, [fileTexts, file]);
  return read?.file === file ? read.parts : 'reading';
}
