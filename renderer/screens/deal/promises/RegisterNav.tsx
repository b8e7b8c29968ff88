import type { Notable } from '#shared/records/register';
import type { Deal } from '#shared/records/registry';
import { useLive } from '../../../data/live';
import { promisesOfDeal } from '../../../data/reads/promises';
import classes from './PromisesTab.module.css';
import { REGISTERS } from './promise-kinds';
import { standingOf } from './promise-standing';
import { t } from '#shared/values/texts';

interface RegisterNavProps {
  readonly deal: Deal;
  readonly chosen: Notable | undefined;
  readonly onChoose: (kind: Notable | undefined) => void;
}

/** The registers with how much stands in each; a dot where something is open. Picking one shows it alone. */
export function RegisterNav({ deal, chosen, onChoose }: RegisterNavProps) {
  return (
    <nav className={classes.nav} aria-label={t('Registers')}>
      <button type="button" className={classes.tab} aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
        {t('All')}
      </button>
      {REGISTERS.map(({ kind, plural, icon: Symbol }) => (
        <button key={kind} type="button" className={classes.tab} aria-pressed={chosen === kind} onClick={() => onChoose(kind)}>
          <Symbol size={14} stroke={1.75} aria-hidden />
          {plural} <Count deal={deal} kind={kind} />
        </button>
      ))}
    </nav>
  );
}

function Count({ deal, kind }: { readonly deal: Deal; readonly kind: Notable }) {
  const { all, open } = useLive(
    (records) => {
      const promises = promisesOfDeal(records, deal.id, kind);
      return { all: promises.length, open: promises.filter((promise) => standingOf(promise, records).tone === 'open').length };
    },
    [deal.id, kind],
  );
  return (
    <span className={classes.count} title={open > 0 ? t('{{open}} open', { open }) : undefined}>
      {all}
      {open > 0 ? <span className={classes.dot} aria-label={t('{{open}} open', { open })} /> : null}
    </span>
  );
}
