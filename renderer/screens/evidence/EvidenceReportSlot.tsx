import type { ComponentType } from 'react';
import type { WeighedAnswer } from './use-evidence';

/** Where the evidence report of an answer is offered, beside the verdict. */
export const EvidenceReportSlot: ComponentType<{ readonly weighed: WeighedAnswer }> = () => null;
