import { isSigned } from '#shared/deal/phase';
import type { Phase } from '#shared/records/deal';
import type { Day, DealScript } from './script';

/** The day of the step that crosses the bar. */
export function signatureDay({ steps }: DealScript): Day | undefined {
  return steps.find(([, phase]) => isSigned(phase))?.[0];
}

export const stepDay = ({ steps }: DealScript, phase: Phase): Day | undefined => steps.find(([, step]) => step === phase)?.[0];
