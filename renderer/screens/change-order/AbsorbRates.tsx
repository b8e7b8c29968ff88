import { absorbRates, type AbsorbRate } from '#shared/change-order/absorb-rate';
import { formatPercent } from '#shared/values/percent';
import { MoneyText } from '../../components/MoneyText';
import { PersonName } from '../../components/PersonName';
import { useMe, useLive, useRecord, useSync } from '../../data/live';
import type { ChangeRow } from '../../data/reads/change-orders';
import classes from './ChangeOrdersScreen.module.css';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface AbsorbRatesProps {
  readonly rows: readonly ChangeRow[];
  readonly chosen: string | null;
  readonly onChoose: (pm: string | null) => void;
}

/** How each project manager decides, by value. Figures about people are for partners. */
export function AbsorbRates({ rows, chosen, onChoose }: AbsorbRatesProps) {
  const me = useRecord('person', useMe());
  const { link } = useSync();
  const roles = link?.roles ?? me?.roles ?? [];
  const orders = rows.map(({ order }) => order);
  const rates = useLive((records) => absorbRates(records, orders), [rows]);
  const isPartner = roles.length === 0 || roles.includes('partner');
  return (
    <aside className={classes.rates} aria-label={t('Absorbed by project manager')}>
      <h2 className={classes.heading}>{t('Absorbed, by value')}</h2>
      {isPartner ? (
        <>
          <ul className={classes.people}>
            {rates.map((rate) => (
              <Rate
                key={`${rate.pm ?? ''} ${rate.currency}`}
                rate={rate}
                isChosen={rate.pm === chosen && chosen !== null}
                onChoose={onChoose}
              />
            ))}
          </ul>
          <p className={classes.hint}>{t('absorbed ÷ (billed + absorbed), of all decisions. Rejected and undecided ones do not count.')}</p>
        </>
      ) : (
        <p className={classes.hint}>{t('How each project manager decides is shown to partners.')}</p>
      )}
    </aside>
  );
}

interface RateProps {
  readonly rate: AbsorbRate;
  readonly isChosen: boolean;
  readonly onChoose: (pm: string | null) => void;
}

function Rate({ rate, isChosen, onChoose }: RateProps) {
  const { pm, rate: share, billed, absorbed, undecided } = rate;
  return (
    <li>
      <button type="button" className={classes.person} aria-pressed={isChosen} onClick={() => onChoose(isChosen ? null : (pm ?? null))}>
        <span className={classes.who}>{pm ? <PersonName id={pm} avatar /> : t('No project manager')}</span>
        <strong className={classes.share}>{formatPercent(share, spokenLocale(), 0)}</strong>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${(share ?? 0) * 100}%` }} />
        </span>
        <span className={classes.sums}>
          <Sentence
            text={t('<money/> absorbed, <money2/> billed{{value}}')}
            parts={{ money: <MoneyText value={absorbed} whole />, money2: <MoneyText value={billed} whole /> }}
            values={{ value: undecided.length > 0 ? t(', {{undecided}} undecided', { undecided: undecided.length }) : '' }}
          />
        </span>
      </button>
    </li>
  );
}
