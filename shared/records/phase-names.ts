import { derivedId } from '../values/id';
import { PHASES, type Phase } from './deal';
import type { Id } from './define-record';
import type { Records } from './records';

/** The record of a setting. Its id follows from the key, so two laptops that set it offline set the same record. */
export function settingId(key: string): Id<'firmSetting'> {
  return derivedId('firmSetting', 'throughline', key);
}

/** One setting per phase, so that two people who rename two phases do not clash. */
export function phaseNameKey(phase: Phase): string {
  return `phaseName.${phase}`;
}

const PHASE_SETTINGS = new Map(PHASES.map((phase) => [phase, settingId(phaseNameKey(phase))]));

export type PhaseNames = Readonly<Record<Phase, string>>;

/** What the firm calls each phase; its own word where nobody has renamed it. */
export function phaseNames(records: Records): PhaseNames {
  return Object.fromEntries(PHASES.map((phase) => [phase, phaseName(phase, records)])) as PhaseNames;
}

/** What the firm calls one phase. */
export function phaseName(phase: Phase, records: Records): string {
  const id = PHASE_SETTINGS.get(phase);
  const given = id && records.get('firmSetting', id)?.value;
  return typeof given === 'string' && given.trim() ? given : capitalised(phase);
}

export const isPhase = (value: unknown): value is Phase => PHASE_SETTINGS.has(value as Phase);

function capitalised(phase: string): string {
  return phase.charAt(0).toUpperCase() + phase.slice(1);
}
