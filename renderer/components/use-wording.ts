import { useMemo } from 'react';
import type { Wording } from '#shared/records/value-text';
import { useWorkspace } from '../data/live';
import { TIME_ZONE } from './use-today';
import { spokenLocale } from '#shared/values/texts';

/** How values are put into words for whoever sits here: their language and time zone, names from the live records. */
export function useWording(): Wording {
  const { records } = useWorkspace();
  return useMemo(() => ({ locale: spokenLocale(), timeZone: TIME_ZONE, records }), [records]);
}
