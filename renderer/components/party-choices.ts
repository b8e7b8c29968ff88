import type { Party } from '#shared/delivery/milestone';
import { t } from '#shared/values/texts';

/** Whose doing something was, in words. */
export const PARTY_WORDS: Readonly<Record<Party, string>> = { us: t('Us'), client: t('The client'), 'third party': t('A third party') };

export const PARTY_CHOICES: { readonly value: Party; readonly label: string }[] = (['us', 'client', 'third party'] as const).map(
  (value) => ({
    value,
    label: PARTY_WORDS[value],
  }),
);

export const partyOf = (value: string | null): Party | undefined => PARTY_CHOICES.find((choice) => choice.value === value)?.value;
