import { recordAt, traceOf } from '#shared/evidence/trace';
import type { ReportInput } from '#shared/evidence/report';
import { STAGE_NAMES, stageGroups } from '#shared/evidence/trace-stages';
import { stepOf, wordsOfMoment, type TraceStep } from '#shared/evidence/trace-step';
import type { RecordId } from '#shared/ledger/entry';
import type { Records } from '#shared/records/records';
import { titleOf } from '#shared/records/value-text';
import { recordTitle } from '#shared/records/title';
import { dateText, instantText, moneyText, numberText } from '../text-of';
import { t } from '#shared/values/texts';

/** Of one stage, so many steps are printed. */
const PRINTED = 12;

/** A trace as it is printed and proved. */
export interface PrintedTrace {
  readonly report: NonNullable<ReportInput['trace']>;
  readonly steps: readonly TraceStep[];
  /** Which of `steps` led to which, by their places. */
  readonly links: readonly (readonly [number, number])[];
}

export function printedTrace(start: RecordId, records: Records): PrintedTrace {
  const { nodes, links } = traceOf(start, records);
  const groups = stageGroups(nodes.map((node) => stepOf(node, records)));
  const steps = groups.flatMap((group) => group.steps.slice(0, PRINTED));
  const places = new Map(steps.map(({ node }, at) => [node.key, at]));
  const stages = groups.map((group) => ({
    name: STAGE_NAMES[group.stage],
    leftOut: Math.max(0, group.steps.length - PRINTED),
    steps: group.steps.slice(0, PRINTED).map((step) => reportStep(step, records)),
  }));
  const begin = recordAt(start, records);
  return {
    steps,
    report: { start: begin ? recordTitle(begin) : start, stages },
    links: links.flatMap(({ cause, effect }) => {
      const [from, to] = [places.get(cause), places.get(effect)];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  };
}

function reportStep(step: TraceStep, records: Records): NonNullable<ReportInput['trace']>['stages'][number]['steps'][number] {
  const { node, kind, title, quote } = step;
  const moment = node.stage === 'words' ? records.get('moment', node.id) : undefined;
  const words = quote?.text ?? (moment ? wordsOfMoment(moment) : '');
  const open = node.open ? t('Nothing says where this comes from.') : '';
  return {
    kind,
    title,
    facts: [factsOf(step, records), open].filter(Boolean).join('. '),
    ...(words ? { quote: words, begins: quote === undefined } : {}),
  };
}

function factsOf({ status, on, who, from, money, hours }: TraceStep, records: Records): string {
  return [
    status,
    on === undefined ? undefined : on.includes('T') ? instantText(on) : dateText(on),
    hours === undefined ? undefined : `${numberText(hours)} h`,
    money === undefined ? undefined : moneyText(money),
    ...(who.length > 0 ? who.map((id) => titleOf(id, records)) : [from]),
  ]
    .filter((fact) => fact !== undefined)
    .join(', ');
}
