import { useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { addLines } from '#shared/scope/lifecycle';
import { scopeLinesOf } from '#shared/scope/live-line';
import type { Place } from '#shared/scope/line-order';
import { readPaste, type Pasted } from '#shared/scope/paste';
import { useUsualCurrency } from '../../../components/currencies';
import { notify } from '../../../components/notify';
import { countText } from '../../../components/text-of';
import { useCommit, useWorkspace } from '../../../data/live';
import { DECIMAL } from './scope-columns';
import { endOfSold } from './use-cell-edit';
import { t } from '#shared/values/texts';

/** Rows on their way into the scope: at once where all of them are understood, by the dialog where not. */
export function usePaste(deal: Deal) {
  const workspace = useWorkspace();
  const { records } = workspace;
  const commit = useCommit();
  const usual = useUsualCurrency();
  const [asked, setAsked] = useState<{ readonly text: string; readonly row: string | undefined }>();

  const add = async ({ lines }: Pasted, row: string | undefined): Promise<boolean> => {
    const all = scopeLinesOf(records, deal.id);
    const above = all.find(({ id }) => id === row);
    const place: Place = above ? { after: above } : endOfSold(all);
    const made = lines.map(({ values }) => ({ id: workspace.newId('scopeLine'), values: { origin: 'assumption' as const, ...values } }));
    const done = await commit(addLines(made, { deal: deal.id, lines: all, place }));
    if (done)
      notify.done(
        t('{{length}} added. Ctrl+Z takes {{value}} back.', {
          length: countText(made.length, 'line', 'lines'),
          value: made.length === 1 ? t('it') : t('them'),
        }),
      );
    return done;
  };

  const paste = (text: string, row: string | undefined): void => {
    const pasted = readPaste(text, { currency: deal.amount?.currency ?? usual, decimal: DECIMAL });
    const isUnderstood = pasted.lines.length > 0 && pasted.problems.length === 0 && pasted.unknown.length === 0;
    if (isUnderstood) void add(pasted, row);
    else setAsked({ text, row });
  };

  return {
    asked,
    paste,
    ask: (): void => setAsked({ text: '', row: undefined }),
    addAsked: (pasted: Pasted): Promise<boolean> => add(pasted, asked?.row),
    close: (): void => setAsked(undefined),
  };
}
