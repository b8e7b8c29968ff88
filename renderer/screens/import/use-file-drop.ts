import { useEffect, useRef, useState } from 'react';
import { carriesFiles } from './dropped';

/** Listens for files dragged anywhere over the window; tells whether some are over it now. */
export function useFileDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const listening = new AbortController();
    const listen = (kind: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent, transfer: DataTransfer) => void): void =>
      window.addEventListener(
        kind,
        (event) => {
          if (!carriesFiles(event.dataTransfer)) return;
          // Without this the browser would leave the app and show the file.
          event.preventDefault();
          act(event, event.dataTransfer);
        },
        { signal: listening.signal },
      );
    listen('dragenter', () => setOver(true));
    listen('dragover', (_, transfer) => {
      transfer.dropEffect = 'copy';
    });
    // Leaving the window has nowhere to go to; moving between its parts has.
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', (_, transfer) => {
      setOver(false);
      latest.current(transfer);
    });
    return () => listening.abort();
  }, []);
  return over;
}
