import { PHASES, type Phase } from '../records/deal';
import { own } from './own';

/** The stages that every HubSpot and Salesforce account begins with, by label and by internal name. */
const STANDARD: Readonly<Record<string, Phase>> = {
  appointmentscheduled: 'discovery',
  qualifiedtobuy: 'scoping',
  presentationscheduled: 'proposal',
  decisionmakerboughtin: 'negotiation',
  contractsent: 'negotiation',
  closedwon: 'kickoff',
  closedlost: 'lost',
  prospecting: 'discovery',
  qualification: 'discovery',
  needsanalysis: 'scoping',
  valueproposition: 'scoping',
  iddecisionmakers: 'scoping',
  perceptionanalysis: 'proposal',
  proposalpricequote: 'proposal',
  negotiationreview: 'negotiation',
};

/** What words in the name of a stage mostly mean, the strongest first. */
const HINTS: readonly (readonly [RegExp, Phase])[] = [
  [/\blost\b|disqualif|\brejected\b/i, 'lost'],
  [/\bwon\b|\bsigned\b/i, 'kickoff'],
  [/hold|paused|parked/i, 'on hold'],
  [/negotiat|contract|verbal|legal|procurement/i, 'negotiation'],
  [/propos|quot|presentation|offer|pitch/i, 'proposal'],
  [/scop|qualif|solution|demo|requirement/i, 'scoping'],
];

export interface StageGuess {
  readonly phase: Phase;
  /** False when the name only suggests it. */
  readonly certain: boolean;
}

/** The phase that a stage of the source means. A stage that HubSpot itself marks as old is never certain. */
export function phaseOfStage(stage: string): StageGuess {
  const plain = stage.replace(/\s*\([^()]*\)\s*$/, '');
  const key = plain.toLowerCase().replace(/[^a-z]/g, '');
  const standard = own(STANDARD, key) ?? PHASES.find((phase) => phase.replace(' ', '') === key);
  if (standard) return { phase: standard, certain: plain === stage };
  return { phase: HINTS.find(([hint]) => hint.test(plain))?.[1] ?? 'discovery', certain: false };
}

/** True for the phases after the signature. */
export const isAfterSignature = (phase: Phase): boolean =>
  PHASES.indexOf(phase) >= PHASES.indexOf('kickoff') && PHASES.indexOf(phase) <= PHASES.indexOf('closed');
