import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Id } from '#shared/records/define-record';
import { useLive } from '../../data/live';
import { hoursWithoutRate, type HoursToCost } from '../../data/reads/costs';
import { PersonName } from '../PersonName';
import { dateText, numberText } from '../text-of';
import { useMayWrite } from '../use-may-write';
import { CostRateDialog } from './CostRateDialog';
import classes from './DealCosts.module.css';
import { t } from '#shared/values/texts';

/** Hours that nobody can cost: how many, whose, since when, and the way to a rate. Nothing where every hour has one. */
export function HoursWithoutRate({ deal }: { readonly deal?: Id<'deal'> }) {
  const people = useLive((records) => hoursWithoutRate(records, deal), [deal]);
  const mayWrite = useMayWrite('costRate');
  const [asked, setAsked] = useState<HoursToCost>();
  const sum = people.reduce((all, { hours }) => all + hours, 0);
  if (people.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={t('{{numberText}} h have no cost rate: they are in no cost and no margin', {
        numberText: numberText(Math.round(sum * 100) / 100),
      })}
    >
      <ul className={classes.uncosted} aria-label={t('Hours without a rate')}>
        {people.map((one) => (
          <li key={`${one.person} ${one.currency}`}>
            <PersonName id={one.person} avatar />
            <span>
              {t('{{hours}} h from {{from}} on, on deals in {{currency}}', {
                hours: numberText(one.hours),
                from: dateText(one.from),
                currency: one.currency,
              })}
            </span>
            {mayWrite ? (
              <Button size="compact-xs" variant="default" onClick={() => setAsked(one)}>
                {t('Set the rate…')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? null : t('Finance and partners set rates.')}
      {asked ? (
        <CostRateDialog owner={{ person: asked.person }} from={asked.from} currency={asked.currency} onClose={() => setAsked(undefined)} />
      ) : null}
    </Alert>
  );
}
