import type { Records } from '#shared/records/records';
import { minorDigits } from '#shared/values/money';
import { useLive } from '../data/live';

const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY'];
const FALLBACK = 'EUR';

/** Every currency this computer knows, the common ones first. */
export function currencyCodes(): string[] {
  return [...new Set([...COMMON, ...Intl.supportedValuesOf('currency')])];
}

/** How many minor units make one: 100 for euro, 1 for yen. */
export function minorUnits(currency: string): number {
  return 10 ** minorDigits(currency);
}

/** The currency most of the firm's deals are in. */
export function useUsualCurrency(): string {
  return useLive(usualCurrency, []);
}

function usualCurrency(records: Records): string {
  const counts = new Map<string, number>();
  for (const { amount } of records.all('deal')) {
    if (amount) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? FALLBACK;
}
