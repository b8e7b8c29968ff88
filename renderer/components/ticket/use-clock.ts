import { useEffect, useState } from 'react';
import { useWorkspace } from '../../data/live';

const SECOND = 1_000;

/** What time it is, in milliseconds since 1970, drawn anew every second. */
export function useClock(): number {
  const workspace = useWorkspace();
  const [now, setNow] = useState(workspace.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(workspace.now()), SECOND);
    return () => clearInterval(ticking);
  }, [workspace]);
  return now;
}

/** `1:05:09`, or `5:09` within the first hour. */
export function runText(startedAt: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - startedAt) / SECOND));
  const pad = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
