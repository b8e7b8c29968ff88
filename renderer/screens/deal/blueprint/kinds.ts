import { IconArrowsExchange, IconDatabase, IconRoute, IconServer2, IconUser, type Icon } from '@tabler/icons-react';
import { KIND_NAMES } from '#shared/blueprint/blueprint-document';
import type { BlueprintKind } from '#shared/blueprint/parts';
import { BLUEPRINT_KINDS } from '#shared/records/blueprint';
import { t } from '#shared/values/texts';

interface KindLook {
  readonly kind: BlueprintKind;
  readonly name: string;
  readonly icon: Icon;
  /** What belongs to it, in a line. */
  readonly help: string;
}

const LOOKS: Readonly<Record<BlueprintKind, Pick<KindLook, 'icon' | 'help'>>> = {
  actor: { icon: IconUser, help: t('Somebody who works with it') },
  system: { icon: IconServer2, help: t('Software that is there or comes') },
  process: { icon: IconRoute, help: t('Something that is done') },
  data: { icon: IconDatabase, help: t('Something that is kept') },
  integration: { icon: IconArrowsExchange, help: t('A joint between systems') },
};

/** The kinds of node in the order in which they are offered and listed. */
export const KINDS: readonly KindLook[] = BLUEPRINT_KINDS.map((kind) => ({ kind, name: KIND_NAMES[kind], ...LOOKS[kind] }));

/** How a kind is shown. */
export const lookOf = (kind: BlueprintKind): KindLook => ({ kind, name: KIND_NAMES[kind], ...LOOKS[kind] });
