import type { Command } from '../ledger/command';
import { figureField, type FigureName, FIGURE_FIELDS, type System } from '../records/external-figure';
import type { Id } from '../records/define-record';
import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';
import { createRecord, editRecord } from '../records/write';
import { isDate, type CalendarDate } from '../values/calendar';
import { derivedId } from '../values/id';
import type { Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { DEFAULT_TOLERANCES, type Tolerances } from './reconciliation';
import { t } from '../values/texts';

/** A figure of another system as somebody reads it off there. */
export interface FigureByHand {
  readonly deal: Id<'deal'>;
  readonly system: System;
  readonly field: FigureName;
  readonly value?: Money;
  readonly quantity?: number;
  /** A phase, or a day (`2026-06-12`). */
  readonly words?: string;
  readonly asOf: CalendarDate;
}

/** The record of a figure entered by hand: one per deal, system and figure, so two people who enter it offline clash instead of doubling it. */
export const figureByHandId = ({ deal, system, field }: Pick<FigureByHand, 'deal' | 'system' | 'field'>): Id<'externalFigure'> =>
  derivedId('externalFigure', 'by hand', `${deal}/${system}/${field}`);

const HOLDS = { money: 'value', quantity: 'quantity', day: 'words', stage: 'words' } as const;

/** Keeps a figure of another system beside ours. The one that was entered before stays in its history. The error is fit to show. */
export function keepFigure(figure: FigureByHand, records: Records): Result<Command, string> {
  const kind = figureField(figure.field)?.kind;
  const { deal, system, field, asOf } = figure;
  if (!isDate(asOf)) return err(t('Say as of which day the figure is.'));
  const value = kind === 'money' ? figure.value : kind === 'quantity' ? figure.quantity : figure.words;
  if (value === undefined || value === '') return err(t('Enter the figure.'));
  if (kind === 'day' && !isDate(figure.words ?? '')) return err(t('Enter the day.'));
  const id = figureByHandId(figure);
  const known = records.get('externalFigure', id);
  const values = { deal, system, field, asOf, [HOLDS[kind ?? 'stage']]: value };
  if (!known) return ok(createRecord('externalFigure', id, values, { act: 'externalFigure.keep' }));
  const back = known.archived ? { archived: null } : {};
  return ok(editRecord('externalFigure', known, { ...values, ...back }, { act: 'externalFigure.keep' }));
}

export const toleranceKey = (field: FigureName): string => `reconciliation.tolerance.${field}`;

/** How far sources may stand apart, as the firm set it; our own beginning where it did not. One setting per figure, so two never clash. */
export function tolerances(records: Records): Tolerances {
  return Object.fromEntries(
    FIGURE_FIELDS.map(({ field }) => {
      const setting = records.get('firmSetting', settingId(toleranceKey(field)));
      const isSet = setting !== undefined && !setting.archived && typeof setting.value === 'number' && setting.value >= 0;
      return [field, isSet ? setting.value : DEFAULT_TOLERANCES[field]];
    }),
  ) as Tolerances;
}

/** Sets how far sources may stand apart in one figure. */
export function setTolerance(field: FigureName, value: number, records: Records): Result<Command, string> {
  if (!Number.isFinite(value) || value < 0) return err(t('A tolerance is a number from zero.'));
  const key = toleranceKey(field);
  const known = records.get('firmSetting', settingId(key));
  const act = 'reconciliation.setTolerance';
  return ok(
    known ? editRecord('firmSetting', known, { value }, { act }) : createRecord('firmSetting', settingId(key), { key, value }, { act }),
  );
}
