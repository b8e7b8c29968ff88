import type { Phase } from '#shared/records/deal';
import { usePhaseName } from './phase-names';
import classes from './PhaseBadge.module.css';
import { sideOf } from './phase-side';

/** The phase a deal is in, by the firm's own name for it; filled once it is signed. */
export function PhaseBadge({ phase }: { readonly phase: Phase }) {
  const name = usePhaseName(phase);
  return (
    <span className={classes.badge} data-side={sideOf(phase)}>
      {name}
    </span>
  );
}
