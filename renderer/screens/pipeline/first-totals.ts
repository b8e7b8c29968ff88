import { createContext, useContext } from 'react';
import type { FirstScreen } from '../../data/first-screen';

type Totals = FirstScreen['totals'];

/** What each phase comes to while only the first rows are there; undefined once all records are in memory. */
export const FirstTotals = createContext<Totals | undefined>(undefined);

export function useFirstTotals(): Totals | undefined {
  return useContext(FirstTotals);
}
