import type { InvoiceRow } from '../../data/reads/invoices';
import { standingTone, standingWords } from './standing-words';
import classes from './StandingMark.module.css';

/** Where a bill stands, in a word with its colour. */
export function StandingMark({ standing }: { readonly standing: InvoiceRow['standing'] }) {
  return (
    <span className={classes.mark} data-tone={standingTone(standing)}>
      {standingWords(standing)}
    </span>
  );
}
