import type { Phase } from '#shared/records/deal';
import { DELIVERY, PRE_SALE } from '#shared/deal/phase';
import { sideOf } from '../../components/phase-side';
import classes from './PhaseTicks.module.css';

const ROAD: readonly Phase[] = [...PRE_SALE, ...DELIVERY];

/** Where a deal stands, small enough for a table cell: a tick per phase, the signature between them, and the name. */
export function PhaseTicks({ phase, name }: { readonly phase: Phase; readonly name: string }) {
  const at = ROAD.indexOf(phase);
  return (
    <span className={classes.phase}>
      <span className={classes.ticks} aria-hidden>
        {ROAD.map((tick, index) => (
          <span
            key={tick}
            className={classes.tick}
            data-reached={index <= at || undefined}
            data-first-signed={tick === DELIVERY[0] || undefined}
          />
        ))}
      </span>
      <span data-paused={sideOf(phase) === 'paused' || undefined} className={classes.phaseName}>
        {name}
      </span>
    </span>
  );
}
