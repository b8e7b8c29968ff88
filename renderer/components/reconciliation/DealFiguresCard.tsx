import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { useLive } from '../../data/live';
import { dealFigures } from '../../data/reads/reconciliation';
import { usePhaseNames } from '../phase-names';
import { SectionCard } from '../SectionCard';
import { dateText } from '../text-of';
import { bodyOf } from '../record-path';
import classes from './DealFiguresCard.module.css';
import { differenceText, figureLabel, figureText, sourceLabel } from './figure-text';
import { t } from '#shared/values/texts';

/** Where other systems differ from each other or from us about this deal. Nothing while nobody imported or entered a figure. */
export function DealFiguresCard({ deal }: { readonly deal: Id<'deal'> }) {
  const rows = useLive((records) => dealFigures(records, deal), [deal]);
  const phaseName = usePhaseNames();
  if (rows.length === 0) return null;
  const differing = rows.filter(({ mismatches }) => mismatches.length > 0);
  return (
    <SectionCard title={t('Other systems')} actions={<Link to={`/reconciliation?deal=${bodyOf(deal)}`}>{t('All figures')}</Link>}>
      {differing.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('CRM, project tool and finance agree with us within tolerance.')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {differing.map(({ field, sides, mismatches: [first] }) => (
            <li key={field} className={classes.figure}>
              <span className={classes.name}>
                <IconAlertTriangle size={14} aria-hidden /> {figureLabel(field)}
                {first ? <span className={classes.apart}>{differenceText(first)}</span> : null}
              </span>
              <span className={classes.sides}>
                {sides
                  .map(
                    ({ source, value, asOf }) =>
                      `${sourceLabel(source)} ${figureText(field, value, phaseName)}${asOf ? ` (${dateText(asOf)})` : ''}`,
                  )
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
