import { ledgersOf } from '#shared/hub/access';
import { useSync } from '../data/live';

/** Whether this device holds costs and margins: always where the workspace is on it alone, else as the server's roles say. */
export function useHoldsFinance(): boolean {
  const { link } = useSync();
  return link === undefined || ledgersOf(link.roles).includes('finance');
}
