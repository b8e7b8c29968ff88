import { PHASES, type Phase } from '#shared/records/deal';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { derivedId } from '#shared/values/id';

/** The record of a setting. Its id follows from the key, so two laptops that set it offline set the same record. */
export function settingId(key: string): Id<'firmSetting'> {
  return derivedId('firmSetting', 'throughline', key);
}

/** One setting per phase, so that two people who rename two phases do not clash. */
export function phaseNameKey(phase: Phase): string {
  return `phaseName.${phase}`;
}

const PHASE_SETTINGS = PHASES.map((phase) => ({ phase, id: settingId(phaseNameKey(phase)) }));

export type PhaseNames = Readonly<Record<Phase, string>>;

/** What the firm calls each phase; its own word where nobody has renamed it. */
export function phaseNames(records: Records): PhaseNames {
  const names = PHASE_SETTINGS.map(({ phase, id }) => {
    const given = records.get('firmSetting', id)?.value;
    return [phase, typeof given === 'string' && given.trim() ? given : capitalised(phase)];
  });
  return Object.fromEntries(names) as PhaseNames;
}

function capitalised(phase: string): string {
  return phase.charAt(0).toUpperCase() + phase.slice(1);
}
