import {
  IconBarrierBlock,
  IconDiscount,
  IconGavel,
  IconHandStop,
  IconHeartHandshake,
  IconListCheck,
  IconStar,
  type Icon,
} from '@tabler/icons-react';
import { NOTABLE, type Notable } from '#shared/records/register';
import { REGISTRY } from '#shared/records/registry';
import { t } from '#shared/values/texts';

/** How one register is shown: its sign, its names, and the sentence that stands where it is empty. */
export interface Register {
  readonly kind: Notable;
  readonly icon: Icon;
  readonly label: string;
  readonly plural: string;
  /** What belongs here, for somebody who sees the register empty. */
  readonly about: string;
}

const FACES: Readonly<Record<Notable, Pick<Register, 'icon' | 'about'>>> = {
  commitment: { icon: IconHeartHandshake, about: t('What one of us promised one of them, in the words that were used.') },
  concession: { icon: IconDiscount, about: t('What either side gave up: discounts, lines that were negotiated away.') },
  objection: { icon: IconHandStop, about: t('What spoke against us, and how it was settled.') },
  decision: { icon: IconGavel, about: t('What was settled, between which options, and why.') },
  constraint: { icon: IconBarrierBlock, about: t('What the client rules out or insists on.') },
  priority: { icon: IconStar, about: t('What each buyer cares about, the first first.') },
  scopeLine: { icon: IconListCheck, about: t('What is sold, taken from the words in which it was asked for.') },
};

/** The register of a kind. */
export function registerOf(kind: Notable): Register {
  const { label, plural } = REGISTRY[kind];
  return { kind, label, plural, ...FACES[kind] };
}

/** The registers of a deal in the order in which they are read; a digit on the keyboard stands for the place. */
export const REGISTERS: readonly Register[] = NOTABLE.map(registerOf);
