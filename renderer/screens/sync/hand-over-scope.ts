import { recordTitle } from '#shared/records/title';
import type { Records } from '#shared/records/records';
import type { ExportScope } from '../../data/export-scope';
import type { HandOver } from '../../ui-state/overlays';
import { t } from '#shared/values/texts';

/** What goes into the file; undefined while it is not said yet which deal, account or day. */
export function scopeOf(what: HandOver): ExportScope | undefined {
  switch (what.kind) {
    case 'everything':
      return { kind: 'all' };
    case 'unsent':
      return { kind: 'waiting' };
    case 'deal':
      return what.deal && { kind: 'deal', deal: what.deal };
    case 'account':
      return what.account && { kind: 'account', account: what.account };
    case 'since': {
      // A day begins at midnight where the person sits.
      const at = new Date(`${what.date}T00:00:00`).getTime();
      return Number.isNaN(at) ? undefined : { kind: 'since', at };
    }
  }
}

/** What the file is about, in its name. */
export function subjectOf(what: HandOver, records: Records, workspace: string): string {
  switch (what.kind) {
    case 'everything':
      return workspace;
    case 'unsent':
      return t('{{workspace}} not sent yet', { workspace });
    case 'since':
      return t('{{workspace}} since {{date}}', { workspace, date: what.date });
    case 'deal': {
      const deal = what.deal && records.get('deal', what.deal);
      return deal ? recordTitle(deal) : workspace;
    }
    case 'account': {
      const account = what.account && records.get('account', what.account);
      return account ? recordTitle(account) : workspace;
    }
  }
}
