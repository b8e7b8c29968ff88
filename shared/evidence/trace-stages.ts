import type { Stage } from './trace-links';
import type { TraceStep } from './trace-step';
import { t } from '../values/texts';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  words: t('Words'),
  promise: t('Promises'),
  'change order': t('Change orders'),
  'pre-sale work': t('Work before the sale'),
  scope: t('Scope'),
  offer: t('Offered'),
  'work package': t('Sold'),
  delivery: t('Delivery'),
  milestone: t('Milestones'),
  time: t('Time'),
  invoice: t('Invoiced'),
  payment: t('Paid'),
};

/** What stands at one stage of the way, in the order of time; offers the latest first. */
export interface StageGroup {
  readonly stage: Stage;
  readonly steps: readonly TraceStep[];
  /** The trace begins here. */
  readonly isStart: boolean;
  /** Hours of the time entries among them. */
  readonly hours: number;
}

/** The steps by stage: `steps` come in the order of the stages. */
export function stageGroups(steps: readonly TraceStep[]): readonly StageGroup[] {
  const byStage = new Map<Stage, TraceStep[]>();
  for (const step of steps) byStage.set(step.node.stage, [...(byStage.get(step.node.stage) ?? []), step]);
  return [...byStage].map(([stage, ofStage]) => ({
    stage,
    steps: ofStage.toSorted(stage === 'offer' ? latestFirst : byTime),
    isStart: ofStage.some(({ node }) => node.side === 'start'),
    hours: stage === 'time' ? ofStage.reduce((sum, { hours = 0 }) => sum + hours, 0) : 0,
  }));
}

/** Of several versions the one that counts, which was signed or is with the client, stands before those that it replaced. */
const latestFirst = (a: TraceStep, b: TraceStep): number => (a.on === b.on ? byTime(a, b) : byTime(b, a));

function byTime(a: TraceStep, b: TraceStep): number {
  const [one = '9999', other = '9999'] = [a.on, b.on];
  return one < other ? -1 : one > other ? 1 : a.node.id < b.node.id ? -1 : 1;
}
