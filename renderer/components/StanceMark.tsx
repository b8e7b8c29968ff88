import { IconMinus, IconThumbDown, IconThumbUp, type Icon } from '@tabler/icons-react';
import type { Contact } from '#shared/records/registry';
import { t } from '#shared/values/texts';

type Stance = NonNullable<Contact['stance']>;

const FACES: Readonly<Partial<Record<Stance, { readonly icon: Icon; readonly words: string; readonly color: string }>>> = {
  for: { icon: IconThumbUp, words: t('For us'), color: 'var(--tl-green)' },
  neutral: { icon: IconMinus, words: t('Neutral'), color: 'var(--mantine-color-dimmed)' },
  against: { icon: IconThumbDown, words: t('Against us'), color: 'var(--tl-red)' },
};

/** How they stand towards the work we propose; nothing where nobody knows. */
export function StanceMark({ stance }: { readonly stance: Stance | undefined }) {
  const face = stance && FACES[stance];
  if (!face) return null;
  const { icon: Symbol, words, color } = face;
  return (
    <span title={words} style={{ display: 'inline-flex', verticalAlign: 'middle', color }}>
      <Symbol size={16} stroke={1.75} role="img" aria-label={words} />
    </span>
  );
}
