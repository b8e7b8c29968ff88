import type { Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import { tolerances } from '../money/keep-figure';
import type { Tolerances } from '../money/reconciliation';
import type { Id, Role } from '../records/define-record';
import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';
import { createRecord, editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { SignalKey } from './signal';
import { t } from '../values/texts';

/** From where on a signal is true, how much it needs to know first, and what is switched off. */
export interface SignalSettings {
  readonly on: Readonly<Record<SignalKey, boolean>>;
  /** Average hours per engagement. */
  readonly reconstructionHours: number;
  /** Escalations to one account executive within a quarter. */
  readonly escalationsPerQuarter: number;
  /** Deals whose figures differ. */
  readonly differingDeals: number;
  /** Percentage points between two project managers. */
  readonly absorbPoints: number;
  /** Days that a request may wait for its decision. */
  readonly undecidedDays: number;
  /** Percent of won, undelivered deals. */
  readonly outOfSightPercent: number;
  /** Days after which a visit, a health note or a bill is no longer fresh. */
  readonly freshDays: number;
  /** Engagements, deals or decisions below which nothing is claimed. */
  readonly minimumSample: number;
  /** Whether it is noted that somebody opened a deal. */
  readonly notesVisits: boolean;
  /** How far two systems may stand apart before their figures differ; set where they are compared. */
  readonly tolerances: Tolerances;
}

/** A number that the firm chooses. */
interface Choice {
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly usual: number;
  /** `false`: halves are allowed. */
  readonly whole: boolean;
}

const choice = (label: string, unit: string, [from, usual, to]: readonly [number, number, number], whole = true): Choice => ({
  label,
  unit,
  from,
  to,
  usual,
  whole,
});

/** The numbers of product.md §4, and between what they may be set. */
export const SIGNAL_CHOICES = {
  reconstructionHours: choice(t('Hours of reconstruction per engagement'), 'h', [0, 5, 200], false),
  escalationsPerQuarter: choice(t('Escalations to one account executive in a quarter'), '', [0, 1, 100]),
  differingDeals: choice(t('Deals whose figures differ'), 'deals', [0, 0, 1000]),
  absorbPoints: choice(t('Spread of absorb rates between project managers'), 'points', [1, 25, 100]),
  undecidedDays: choice(t('Days until a request must be decided'), 'days', [1, 14, 365]),
  outOfSightPercent: choice(t('Share of deals out of sight'), '%', [0, 20, 100]),
  freshDays: choice(t('Days for which a visit, a health note or a bill is fresh'), 'days', [1, 30, 365]),
  minimumSample: choice(t('Fewest cases from which a signal speaks'), 'cases', [1, 3, 50]),
} as const satisfies Readonly<Record<string, Choice>>;

export type SignalChoice = keyof typeof SIGNAL_CHOICES;
export type SignalSwitch = SignalKey | 'visits';

/** Which numbers belong to which signal. The minimum sample belongs to all. */
export const CHOICES_OF: Readonly<Record<SignalKey, readonly SignalChoice[]>> = {
  reconstruction: ['reconstructionHours'],
  escalations: ['escalationsPerQuarter'],
  figures: ['differingDeals'],
  changeOrders: ['absorbPoints', 'undecidedDays'],
  outOfSight: ['outOfSightPercent', 'freshDays'],
};

const SWITCHES: readonly SignalSwitch[] = ['reconstruction', 'escalations', 'figures', 'changeOrders', 'outOfSight', 'visits'];
const keyOf = (name: SignalChoice | SignalSwitch): string => `signal.${name}`;
// Ids cost a hash each, and every reader of signals asks for all of them.
const IDS: ReadonlyMap<string, Id<'firmSetting'>> = new Map(
  [...(Object.keys(SIGNAL_CHOICES) as SignalChoice[]), ...SWITCHES].map((name) => [name, settingId(keyOf(name))]),
);
const idOf = (name: SignalChoice | SignalSwitch): Id<'firmSetting'> => IDS.get(name) ?? settingId(keyOf(name));

/** What the firm set; the numbers of product.md where it set nothing, or something that is none. */
export function signalSettings(records: Records): SignalSettings {
  const number = (name: SignalChoice): number => {
    const set = valueOf(name, records);
    return isAllowed(name, set) ? set : SIGNAL_CHOICES[name].usual;
  };
  const isOn = (name: SignalSwitch): boolean => valueOf(name, records) !== false;
  return {
    on: {
      reconstruction: isOn('reconstruction'),
      escalations: isOn('escalations'),
      figures: isOn('figures'),
      changeOrders: isOn('changeOrders'),
      outOfSight: isOn('outOfSight'),
    },
    reconstructionHours: number('reconstructionHours'),
    escalationsPerQuarter: number('escalationsPerQuarter'),
    differingDeals: number('differingDeals'),
    absorbPoints: number('absorbPoints'),
    undecidedDays: number('undecidedDays'),
    outOfSightPercent: number('outOfSightPercent'),
    freshDays: number('freshDays'),
    minimumSample: number('minimumSample'),
    notesVisits: isOn('visits'),
    tolerances: tolerances(records),
  };
}

/** What stands there now. A setting whose making was taken back is put away, and says nothing. */
function valueOf(name: SignalChoice | SignalSwitch, records: Records): Json | undefined {
  const held = records.get('firmSetting', idOf(name));
  return held?.archived ? undefined : held?.value;
}

function isAllowed(name: SignalChoice, value: unknown): value is number {
  const { from, to, whole } = SIGNAL_CHOICES[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to && (!whole || Number.isInteger(value));
}

/** Why a threshold cannot be set. `message` is fit to show. */
export interface SettingError {
  readonly message: string;
}

/** Sets one number; refused outside of its bounds. */
export function setThreshold(name: SignalChoice, value: number, records: Records): Result<Command, SettingError> {
  const { label, from, to, whole } = SIGNAL_CHOICES[name];
  if (!isAllowed(name, value))
    return err({
      message: t('{{label}}: {{value}} from {{from}} to {{to}}.', { label, value: whole ? t('a whole number') : t('a number'), from, to }),
    });
  return ok(setting(keyOf(name), idOf(name), value, records));
}

/** Switches a signal, or the noting of visits, on or off for the whole firm. */
export const switchSignal = (name: SignalSwitch, isOn: boolean, records: Records): Command =>
  setting(keyOf(name), idOf(name), isOn, records);

function setting(key: string, id: Id<'firmSetting'>, value: number | boolean, records: Records): Command {
  const telling = { act: 'setting.changeSignal' };
  const held = records.get('firmSetting', id);
  if (!held) return createRecord('firmSetting', id, { key, value }, telling);
  const edit = editRecord('firmSetting', held, { value }, telling);
  return held.archived ? { ...edit, changes: [{ record: id, set: { archived: null, value } }] } : edit;
}

/** Who decides from where on a signal speaks. Somebody whose roles nobody has set is alone with their workspace. */
export const maySetSignals = (roles: readonly Role[]): boolean =>
  roles.length === 0 || roles.includes('partner') || roles.includes('admin');

/** To whom what sorts people is shown: partners (product.md §2, a rule of display). */
export const seesPeople = (roles: readonly Role[]): boolean => roles.length === 0 || roles.includes('partner');
