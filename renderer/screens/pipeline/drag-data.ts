import { PHASES, type Phase } from '#shared/records/deal';

type DragData = Record<string | symbol, unknown>;

const DEAL = 'throughline.deal';
const PHASE = 'throughline.phase';

/** What a dragged card carries. */
export const dealDrag = (id: string): DragData => ({ [DEAL]: id });

/** What a column says of itself to a card above it. */
export const phaseDrop = (phase: Phase): DragData => ({ [PHASE]: phase });

/** The deal on a dragged card; undefined for anything else that is dragged (a file, some text). */
export function draggedDeal(data: DragData | undefined): string | undefined {
  const id = data?.[DEAL];
  return typeof id === 'string' ? id : undefined;
}

/** The phase of the column under the card. */
export function droppedPhase(data: DragData | undefined): Phase | undefined {
  const phase = data?.[PHASE];
  return PHASES.find((known) => known === phase);
}
