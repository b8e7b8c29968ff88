import { isOpenCommitment } from '#shared/promise/commitment';
import { needsApproval } from '#shared/promise/concession';
import { supersededBy } from '#shared/promise/decision';
import { isOpenObjection } from '#shared/promise/objection';
import type { Records } from '#shared/records/records';
import {
  isOfType,
  type Commitment,
  type Concession,
  type Constraint,
  type Decision,
  type Objection,
  type Priority,
  type ScopeLine,
} from '#shared/records/registry';
import type { PromiseRecord } from '../../../data/reads/promises';
import { t } from '#shared/values/texts';

/** How a promise stands, in a word; `open` where somebody still has to do something about it. */
export interface Standing {
  readonly word: string;
  readonly tone: 'open' | 'settled' | 'bad';
}

/** What each kind calls its state. */
export function standingOf(record: PromiseRecord, records: Records): Standing {
  const { id } = record;
  if (isOfType('commitment', id)) return ofCommitment(record as Commitment);
  if (isOfType('objection', id)) return isOpenObjection(record as Objection) ? open(t('Open')) : settled(t('Resolved'));
  if (isOfType('concession', id)) return ofConcession(record as Concession);
  if (isOfType('decision', id)) return supersededBy(record as Decision, records) ? settled(t('Replaced')) : settled(t('Stands'));
  if (isOfType('constraint', id)) return settled((record as Constraint).strength === 'must' ? t('Must') : t('Prefer'));
  if (isOfType('priority', id)) return ofPriority(record as Priority);
  return settled(sentence((record as ScopeLine).status));
}

function ofCommitment(commitment: Commitment): Standing {
  if (commitment.fulfilment === 'kept') return settled(t('Kept'));
  if (commitment.fulfilment === 'broken') return { word: t('Broken'), tone: 'bad' };
  return isOpenCommitment(commitment)
    ? open(t('Undecided'))
    : commitment.decision === 'not ours'
      ? settled(t('Not ours'))
      : open(sentence(commitment.decision));
}

function ofConcession(concession: Concession): Standing {
  if (needsApproval(concession)) return open(t('To approve'));
  return settled(concession.givenBy === 'us' ? t('Approved') : t('Given by them'));
}

function ofPriority({ rank }: Priority): Standing {
  return rank === undefined ? open(t('Not ranked')) : settled(t('No. {{rank}}', { rank }));
}

const open = (word: string): Standing => ({ word, tone: 'open' });
const settled = (word: string): Standing => ({ word, tone: 'settled' });
const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
