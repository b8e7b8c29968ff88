import type { ScopeLine } from '#shared/records/registry';
import { t } from '#shared/values/texts';

/** What a line that is offered or sold should say and does not: why it is wanted, what is out, how it is accepted. */
export function gapsOf(line: ScopeLine): readonly string[] {
  if (line.status === 'negotiated away' || line.status === 'done') return [];
  const gaps = [
    ['why', line.why],
    [t('what is excluded'), line.excluded],
    [t('the acceptance test'), line.acceptanceTest],
  ] as const;
  return gaps.flatMap(([name, text]) => (text?.trim() ? [] : [name]));
}
