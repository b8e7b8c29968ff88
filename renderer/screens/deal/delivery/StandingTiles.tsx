import type { DeliveryStanding } from '#shared/delivery/standing';
import { wholePercent } from '#shared/delivery/work-package';
import type { Deal } from '#shared/records/registry';
import { HealthDot } from '../../../components/HealthDot';
import { usePhaseNames } from '../../../components/phase-names';
import { countText, dateText, numberText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import classes from './DealTiles.module.css';
import { Tile } from './Tile';
import { t } from '#shared/values/texts';

interface StandingTileProps {
  readonly standing: DeliveryStanding;
  readonly asOf: string | undefined;
  readonly onOpen: () => void;
}

/** Phase, how far the work is in hours, and the next milestone. Hours say nothing of cost, so that everybody may see them. */
export function StatusTile({ deal, standing, asOf, onOpen }: StandingTileProps & { readonly deal: Deal }) {
  const nameOf = usePhaseNames();
  const today = useToday();
  const { progress, next, milestones } = standing;
  const { complete, spent, remaining } = progress;
  const isLate = next?.due !== undefined && next.due < today;
  const hours =
    complete === undefined
      ? ''
      : t('{{spent}} h spent, {{remaining}} h left', { spent: numberText(spent), remaining: numberText(remaining) });
  const milestone = next
    ? `${next.due ? `${dateText(next.due)}: ` : ''}${next.title}`
    : milestones.all > 0
      ? t('All milestones reached')
      : t('No milestone');
  return (
    <Tile
      name={t('Status')}
      figure={
        <>
          <HealthDot health={deal.health} /> {nameOf(deal.phase)}
          <span className={classes.share} title={hours}>
            {complete === undefined ? ' · n/a' : t(' · {{complete}} % of hours', { complete: wholePercent(complete) })}
          </span>
        </>
      }
      facts={isLate ? hours || t('No hours planned') : next ? t('Next, {{milestone}}', { milestone }) : milestone}
      warns={isLate ? t('Late, {{milestone}}', { milestone }) : undefined}
      asOf={asOf}
      onOpen={onOpen}
    />
  );
}

/** How many incidents are open, how bad, and how old the oldest of each severity is. */
export function IncidentsTile({ standing, asOf, onOpen }: StandingTileProps) {
  const { incidents, counts } = standing;
  const words = counts.map(({ severity, count, oldest }) => {
    const age = oldest === undefined ? '' : ` (${oldest === 0 ? t('today') : countText(oldest, 'day', 'days')})`;
    return { severity, text: `${count} ${severity}${age}` };
  });
  const isBad = ({ severity }: { readonly severity: string }): boolean => severity === 'critical' || severity === 'high';
  return (
    <Tile
      name={t('Incidents')}
      figure={t('{{length}} open', { length: numberText(incidents.length) })}
      facts={
        incidents.length === 0
          ? t('Nothing is broken')
          : words
              .filter((one) => !isBad(one))
              .map(({ text }) => text)
              .join(', ')
      }
      warns={
        words
          .filter(isBad)
          .map(({ text }) => text)
          .join(', ') || undefined
      }
      asOf={asOf}
      onOpen={onOpen}
    />
  );
}
