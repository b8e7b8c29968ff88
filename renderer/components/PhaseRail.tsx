import { IconSignature } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent } from 'react';
import { DELIVERY, PRE_SALE } from '#shared/deal/phase';
import type { Phase } from '#shared/records/deal';
import type { CalendarDateText } from '#shared/records/define-record';
import { usePhaseNames } from './phase-names';
import classes from './PhaseRail.module.css';
import { dateText } from './text-of';
import { t } from '#shared/values/texts';

export type RoadPhase = (typeof PRE_SALE)[number] | (typeof DELIVERY)[number];

interface PhaseRailProps {
  /** Where the deal stands; for a lost deal or one on hold, where it stood when it stopped. */
  readonly at: Phase;
  /** Lost and on hold keep their place on the rail and lose its colour. */
  readonly stopped?: boolean;
  readonly signedOn?: CalendarDateText | undefined;
  /** Day on which each phase was last entered, from history. */
  readonly entered?: ReadonlyMap<string, CalendarDateText>;
  /** Absent: the rail only shows. */
  readonly onPick?: (phase: RoadPhase) => void;
}

const ROAD: readonly RoadPhase[] = [...PRE_SALE, ...DELIVERY];
const BAR = PRE_SALE.length;

/**
 * The whole life of a deal on one line, the signature drawn as a bar that it crosses.
 * One stop for Tab; arrows walk along the phases, Enter moves the deal.
 */
export function PhaseRail({ at, stopped = false, signedOn, entered, onPick }: PhaseRailProps) {
  const nameOf = usePhaseNames();
  const current = (ROAD as readonly Phase[]).indexOf(at);
  return (
    <ol className={classes.rail} data-stopped={stopped || undefined} aria-label={t('Phases')}>
      {ROAD.map((phase, index) => (
        <Fragment key={phase}>
          {index === BAR ? <SignatureBar signedOn={signedOn} crossed={current >= index} /> : null}
          <li className={classes.phase} data-state={index < current ? 'passed' : index === current ? 'current' : 'ahead'}>
            <button
              type="button"
              className={classes.button}
              disabled={!onPick}
              tabIndex={index === current ? 0 : -1}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onPick?.(phase)}
              onKeyDown={walk}
            >
              <span className={classes.segment} />
              <span className={classes.name}>{nameOf(phase)}</span>
              <span className={classes.date}>{index <= current ? dayOf(entered?.get(phase)) : ''}</span>
            </button>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

function SignatureBar({ signedOn, crossed }: { readonly signedOn: CalendarDateText | undefined; readonly crossed: boolean }) {
  const label = signedOn ? t('Signed {{signedOn}}', { signedOn: dateText(signedOn) }) : t('Signature');
  return (
    <li className={classes.signature} data-crossed={crossed || undefined} title={label}>
      <span className={classes.bar} />
      <IconSignature size={16} stroke={1.75} aria-hidden />
      <span className={classes.hidden}>{label}</span>
    </li>
  );
}

function dayOf(date: CalendarDateText | undefined): string {
  return date ? dateText(date) : '';
}

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const from = buttons.indexOf(event.currentTarget);
  const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = to === undefined ? undefined : buttons[to];
  if (!button) return;
  event.preventDefault();
  button.focus();
}
