import type { InvoiceRow } from '../../data/reads/invoices';
import { sentence } from '../FieldValue';
import { t } from '#shared/values/texts';

/** Where a bill stands, as lists say it. */
export const standingWords = (standing: InvoiceRow['standing']): string => (standing === 'empty' ? t('No lines') : sentence(standing));

/** How it is drawn: what asks for somebody, what is in order, what is over. */
export function standingTone(standing: InvoiceRow['standing']): 'red' | 'amber' | 'green' | 'quiet' {
  switch (standing) {
    case 'overdue':
      return 'red';
    case 'overpaid':
    case 'partly paid':
    case 'empty':
      return 'amber';
    case 'paid':
      return 'green';
    case 'open':
    case 'credited':
    case 'credit note':
    case 'written off':
      return 'quiet';
  }
}
