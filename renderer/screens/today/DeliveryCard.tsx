import { IconCalendarDue, IconHourglassLow } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { TermKind } from '#shared/delivery/dates-near';
import { figureWantedText } from '#shared/delivery/remaining-hours';
import { bodyOf } from '../../components/record-path';
import { SectionCard } from '../../components/SectionCard';
import { countText, dateText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useLive, useMe } from '../../data/live';
import { deliveryToday } from '../../data/reads/delivery';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';

const SHOWN = 8;
const TERM_WORDS: Readonly<Record<TermKind, string>> = {
  notice: t('Notice can be given until'),
  renewal: t('Renews on'),
  warranty: t('Warranty ends on'),
};

/** What the work after the signature asks for: figures of what is left, and dates that come near. Nothing where it asks nothing. */
export function DeliveryCard() {
  const me = useMe();
  const today = useToday();
  const { figures, terms } = useLive((records) => deliveryToday(records, me, today), [me, today]);
  if (figures.length + terms.length === 0) return null;
  return (
    <SectionCard flush title={t('Delivery')}>
      <ul className={classes.lines}>
        {terms.map(({ deal, term }) => (
          <li key={`${deal.id} ${term.kind}`} className={classes.line}>
            <span className={classes.icon}>
              <IconCalendarDue size={17} stroke={1.75} aria-hidden />
            </span>
            <div className={classes.what}>
              <Link to={`/deals/${bodyOf(deal.id)}/delivery?show=terms`} className={classes.title}>
                {deal.name}
              </Link>
              <span className={classes.facts}>
                {TERM_WORDS[term.kind]} {dateText(term.date)}
              </span>
            </div>
            <span className={classes.due} data-late={term.days < 0 || undefined}>
              {awayText(term.days)}
            </span>
          </li>
        ))}
        {figures.slice(0, SHOWN).map(({ deal, pack, wanted }) => (
          <li key={pack.line.id} className={classes.line}>
            <span className={classes.icon}>
              <IconHourglassLow size={17} stroke={1.75} aria-hidden />
            </span>
            <div className={classes.what}>
              <Link to={`/deals/${bodyOf(deal.id)}/delivery?show=work`} className={classes.title}>
                {t('How much is left on “{{title}}”?', { title: pack.line.title })}
              </Link>
              <span className={classes.facts}>
                {figureWantedText(wanted)} · {deal.name}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {figures.length > SHOWN ? (
        <p className={classes.none}>
          {t('and {{countText}} asked for', { countText: countText(figures.length - SHOWN, t('more figure'), t('more figures')) })}
        </p>
      ) : null}
    </SectionCard>
  );
}

function awayText(days: number): string {
  if (days === 0) return 'today';
  return days > 0
    ? t('in {{days}}', { days: countText(days, 'day', 'days') })
    : t('{{countText}} ago', { countText: countText(-days, 'day', 'days') });
}
