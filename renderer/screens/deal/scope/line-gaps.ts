import type { ScopeLine } from '#shared/records/registry';

/** What a line that is offered or sold should say and does not: why it is wanted, what is out, how it is accepted. */
export function gapsOf(line: ScopeLine): readonly string[] {
  if (line.status === 'negotiated away' || line.status === 'done') return [];
  const gaps = [
    ['why', line.why],
    ['what is excluded', line.excluded],
    ['the acceptance test', line.acceptanceTest],
  ] as const;
  return gaps.flatMap(([name, text]) => (text?.trim() ? [] : [name]));
}
