import type { Drill } from '../../components/records-behind/RecordsDrawer';
import type { FirmDeal, Then } from '../../data/reads/money-firm';

/** What every way of looking at the firm's money is given. */
export interface MoneyViewProps {
  /** Deals of one currency. */
  readonly rows: readonly FirmDeal[];
  readonly currency: string;
  /** The day as of which. */
  readonly day: string;
  /** The records of that day, where it is past. */
  readonly then: Then;
  readonly onDrill: (drill: Drill) => void;
}
