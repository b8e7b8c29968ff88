import { memo } from 'react';
import type { ScopeLine } from '#shared/records/registry';
import { scopeTotals, type ScopeTotals } from '#shared/scope/totals';
import { MoneyTotals } from '../../../components/MoneyTotals';
import { countText, numberText } from '../../../components/text-of';
import type { GridItem, Section } from './grid-items';
import classes from './ScopeGrid.module.css';
import { t } from '#shared/values/texts';

interface ScopeFootProps {
  readonly items: readonly GridItem[];
  readonly isSigned: boolean;
}

/** What the lines in sight add up to: what is offered or sold, and apart what is optional. */
export const ScopeFoot = memo(function ScopeFoot({ items, isSigned }: ScopeFootProps) {
  const sold = items.flatMap((item) => (item.kind === 'line' && item.section === 'sold' ? [item.line] : []));
  const firm = sold.filter(({ status }) => status !== 'optional');
  const optional = sold.filter(({ status }) => status === 'optional');
  const totals = scopeTotals(firm);
  return (
    <div role="rowgroup" className={classes.foot}>
      <div role="row" className={classes.footRow}>
        <div role="gridcell" className={classes.footCell}>
          <div className={classes.footCell} role="status" aria-label={t('Totals')}>
            <Sum name={countText(totals.lines, 'line', 'lines')} totals={totals} />
            {isSigned ? (
              <span className={classes.sum}>{t('{{remaining}} h remain', { remaining: numberText(totals.remaining) })}</span>
            ) : null}
            {optional.length > 0 ? (
              <Sum name={t('{{length}} optional', { length: numberText(optional.length) })} totals={scopeTotals(optional)} />
            ) : null}
            {totals.unpriced > 0 ? (
              <span className={classes.unpriced}>
                {t('{{unpriced}} no price', { unpriced: countText(totals.unpriced, t('line has'), t('lines have')) })}
              </span>
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
});

function Sum({ name, totals }: { readonly name: string; readonly totals: ScopeTotals }) {
  return (
    <span className={classes.sum}>
      {name} · {numberText(totals.hours)} h
      {totals.prices.length > 0 ? (
        <>
          {' · '}
          <b>
            <MoneyTotals values={totals.prices} />
          </b>
        </>
      ) : null}
    </span>
  );
}

const HEADINGS: Readonly<Record<Section, string>> = { sold: t('Sold'), courtesy: t('Courtesies'), away: t('Negotiated away') };

interface SectionHeadProps {
  readonly section: Section;
  readonly lines: readonly ScopeLine[];
  readonly start: number;
}

/** The head of what stands apart: what was given for nothing, what was taken out, and what it came to. */
export function SectionHead({ section, lines, start }: SectionHeadProps) {
  const totals = scopeTotals(lines);
  return (
    <div role="row" className={classes.section} style={{ transform: `translateY(${start}px)` }}>
      <span role="gridcell" tabIndex={-1}>
        <b>{HEADINGS[section]}</b>
      </span>
      <span role="gridcell" tabIndex={-1} className={classes.sum}>
        <Sum name={countText(totals.lines, 'line', 'lines')} totals={totals} />
      </span>
    </div>
  );
}
