import { Alert, Anchor } from '@mantine/core';
import { IconClockQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Margin } from '#shared/money/margin';
import { FigureButton } from '../../../components/FigureButton';
import { FigureList } from '../../../components/money/FigureList';
import { costLines, marginLines } from '../../../components/money/margin-lines';
import type { Drill } from '../../../components/records-behind/RecordsDrawer';
import { SectionCard } from '../../../components/SectionCard';
import { countText, numberText } from '../../../components/text-of';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface MarginCardsProps {
  readonly margin: Margin;
  readonly onDrill: (drill: Drill) => void;
}

/** Margins and cost of a deal, and what is missing for them to be whole. */
export function MarginCards({ margin, onDrill }: MarginCardsProps) {
  return (
    <>
      <SectionCard title={t('Margin')}>
        <FigureList label={t('Margin')} lines={marginLines(margin)} onDrill={onDrill} />
        <Gaps margin={margin} onDrill={onDrill} />
      </SectionCard>
      <SectionCard title={t('Cost')}>
        <FigureList label={t('Cost')} lines={costLines(margin)} onDrill={onDrill} />
      </SectionCard>
    </>
  );
}

const SetRates = () => (
  <Anchor component={Link} to="/settings/cost-rates" inherit>
    {t('Set rates')}
  </Anchor>
);

/** Hours without a rate and work without a plan: the margin is too good by what they cost. */
function Gaps({ margin: { uncosted, uncostedRemaining, unplanned }, onDrill }: MarginCardsProps) {
  if (uncosted.hours + uncostedRemaining.hours + unplanned.length === 0) return null;
  const open = (title: string, records: readonly string[]) => () => onDrill({ title, records });
  return (
    <Alert
      mt="md"
      variant="default"
      icon={<IconClockQuestion size={18} color="var(--tl-amber)" />}
      title={t('The margin is too good by what is missing')}
    >
      {uncosted.hours > 0 ? (
        <p style={{ margin: 0 }}>
          <Sentence
            text={t('<figureButton/> have no cost rate and cost nothing here. <anchor/>')}
            parts={{
              figureButton: (
                <FigureButton name={t('Hours without a rate')} onOpen={open(t('Hours without a cost rate'), uncosted.records)}>
                  {numberText(uncosted.hours)} h
                </FigureButton>
              ),
              anchor: <SetRates />,
            }}
          />
        </p>
      ) : null}
      {uncostedRemaining.hours > 0 ? (
        <p style={{ margin: 0 }}>
          <Sentence
            text={t('<figureButton/> still to come have no planned rate.')}
            parts={{
              figureButton: (
                <FigureButton
                  name={t('Remaining hours without a rate')}
                  onOpen={open(t('Remaining hours without a rate'), uncostedRemaining.records)}
                >
                  {numberText(uncostedRemaining.hours)} h
                </FigureButton>
              ),
            }}
          />
        </p>
      ) : null}
      {unplanned.length > 0 ? (
        <p style={{ margin: 0 }}>
          <Sentence
            text={t('<figureButton/> sold without a planned cost.')}
            parts={{
              figureButton: (
                <FigureButton name={t('Work without planned cost')} onOpen={open(t('Work without planned cost'), unplanned)}>
                  {countText(unplanned.length, 'line', 'lines')}
                </FigureButton>
              ),
            }}
          />
        </p>
      ) : null}
    </Alert>
  );
}
