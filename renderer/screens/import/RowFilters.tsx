import { numberText } from '../../components/text-of';
import classes from './CheckStage.module.css';
import { type ImportGroup, type RowFilter, rowsWith } from './import-groups';
import { ACTION_NAMES } from './row-action';
import { t } from '#shared/values/texts';

interface RowFiltersProps {
  readonly group: ImportGroup;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}

const FILTERS = ['all', 'create', 'update', 'conflict', 'skip', 'problem'] as const satisfies readonly RowFilter[];

/** The counts of the dry run; each narrows the rows to its own. */
export function RowFilters({ group, filter, onFilter }: RowFiltersProps) {
  const countOf = (which: RowFilter): number => (which === 'all' ? group.rows.length : group.counts[which]);
  return (
    <div className={classes.filters} role="group" aria-label={t('Rows to show')}>
      {FILTERS.filter((which) => which === 'all' || rowsWith(group.rows, which).length > 0).map((which) => (
        <button
          key={which}
          type="button"
          className={classes.filter}
          data-action={which}
          aria-pressed={filter === which}
          onClick={() => onFilter(which)}
        >
          {which === 'all' ? t('All') : ACTION_NAMES[which]} <b className="num">{numberText(countOf(which))}</b>
        </button>
      ))}
    </div>
  );
}
