import { createRecord } from '#shared/records/write';
import type { Cast } from './cast';
import { PLANNED_RATE } from './delivery';
import type { Beat } from './script';

type Told<K extends Beat['what']> = Extract<Beat, { readonly what: K }>;

/** What a change order is planned to cost: its hours at the planned rate. */
export function plannedOrder(cast: Cast, { order, hours }: Told<'planCost'>) {
  const rate = PLANNED_RATE[cast.script.currency];
  const values = {
    deal: cast.deal,
    changeOrder: cast.id('changeOrder', order),
    planned: cast.money(hours * rate),
    plannedRate: cast.money(rate),
  };
  return createRecord('costPlan', cast.id('costPlan', `order/${order}`), values, { act: 'costPlan.write' });
}

/** Sums stand in the currency of the deal; hours are hours. */
export function figureOf(cast: Cast, { day, system, field, says, file }: Told<'figure'>) {
  const said = field.endsWith('hours') ? { quantity: says } : { value: cast.money(says) };
  const values = { deal: cast.deal, system, field, asOf: cast.calendar.date(day), file, ...said };
  return createRecord('externalFigure', cast.id('externalFigure', `${system}/${field}/${day}`), values, { act: 'externalFigure.keep' });
}
