import { Group, PasswordInput } from '@mantine/core';
import { passwordStrength, SHORTEST_PASSWORD } from './new-user';

interface ChosenPasswordProps {
  readonly password: string;
  readonly again: string;
  /** True once the person has tried to go on: what is missing is said from then on. */
  readonly asked: boolean;
  readonly onChange: (part: { readonly password?: string; readonly again?: string }) => void;
}

const HINTS = {
  'too-short': `At least ${SHORTEST_PASSWORD} characters; a few plain words are best.`,
  weak: 'Easy to guess for a computer: a few more words make it safe.',
  good: 'Hard to guess.',
} as const;

/** A password of one's own, twice. */
export function ChosenPassword({ password, again, asked, onChange }: ChosenPasswordProps) {
  const strength = passwordStrength(password);
  return (
    <Group grow align="flex-start">
      <PasswordInput
        label="Password"
        withAsterisk
        autoComplete="new-password"
        description={asked && strength === 'too-short' ? undefined : HINTS[strength]}
        error={asked && strength === 'too-short' ? `At least ${SHORTEST_PASSWORD} characters are needed` : undefined}
        value={password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <PasswordInput
        label="Password again"
        withAsterisk
        autoComplete="new-password"
        error={againProblem(password, again, asked)}
        value={again}
        onChange={(event) => onChange({ again: event.currentTarget.value })}
      />
    </Group>
  );
}

/** Said only once it can be known: not while the second is still shorter than the first. */
function againProblem(password: string, again: string, asked: boolean): string | undefined {
  if (again === '') return asked ? 'Type it a second time' : undefined;
  return again !== password && (asked || again.length >= password.length) ? 'These two differ' : undefined;
}
