import {
  IconArrowRight,
  IconCoin,
  IconFileDollar,
  IconFileImport,
  IconFileText,
  IconFlag,
  IconGitPullRequest,
  IconListCheck,
  IconMessageQuestion,
  IconPencil,
  IconPlayerPause,
  IconPlus,
  IconArrowBackUp,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { createElement } from 'react';
import { NOTABLE } from '#shared/records/register';
import { registerOf } from '../promises/promise-kinds';

const OF_ACT: Readonly<Record<string, Icon>> = {
  'deal.create': IconPlus,
  'deal.advance': IconArrowRight,
  'deal.resume': IconArrowRight,
  'deal.reopen': IconArrowBackUp,
  'deal.hold': IconPlayerPause,
  'deal.lose': IconX,
};

const OF_NOUN: Readonly<Record<string, Icon>> = {
  import: IconFileImport,
  proposal: IconFileText,
  proposalLine: IconFileText,
  changeOrder: IconGitPullRequest,
  milestone: IconFlag,
  invoice: IconFileDollar,
  payment: IconCoin,
  ticket: IconListCheck,
  question: IconMessageQuestion,
};

/** A sign for what was done: that of the act, else of the noun it was done to. */
export function ActIcon({ act }: { readonly act: string }) {
  return createElement(iconOf(act), { size: 15, stroke: 1.75, 'aria-hidden': true });
}

function iconOf(act: string): Icon {
  const noun = act.slice(0, act.indexOf('.'));
  const register = NOTABLE.find((kind) => kind === noun);
  return OF_ACT[act] ?? OF_NOUN[noun] ?? (register ? registerOf(register).icon : IconPencil);
}
