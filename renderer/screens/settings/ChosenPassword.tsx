import { Group, PasswordInput } from '@mantine/core';
import { passwordStrength, SHORTEST_PASSWORD } from './new-user';
import { t } from '#shared/values/texts';

interface ChosenPasswordProps {
  readonly password: string;
  readonly again: string;
  /** True once the person has tried to go on: what is missing is said from then on. */
  readonly asked: boolean;
  readonly onChange: (part: { readonly password?: string; readonly again?: string }) => void;
}

const HINTS = {
  'too-short': `At least ${SHORTEST_PASSWORD} characters; a few plain words are best.`,
  weak: t('Easy to guess for a computer: a few more words make it safe.'),
  good: t('Hard to guess.'),
} as const;

/** A password of one's own, twice. */
export function ChosenPassword({ password, again, asked, onChange }: ChosenPasswordProps) {
  const strength = passwordStrength(password);
  return (
    <Group grow align="flex-start">
      <PasswordInput
        label={t('Password')}
        withAsterisk
        autoComplete="new-password"
        description={asked && strength === 'too-short' ? undefined : HINTS[strength]}
        error={
          asked && strength === 'too-short' ? t('At least {{SHORTEST_PASSWORD}} characters are needed', { SHORTEST_PASSWORD }) : undefined
        }
        value={password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('Password again')}
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
  if (again === '') return asked ? t('Type it a second time') : undefined;
  return again !== password && (asked || again.length >= password.length) ? t('These two differ') : undefined;
}
