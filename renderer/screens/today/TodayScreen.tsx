import { Button } from '@mantine/core';
import { IconLayoutKanban } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Page } from '../../components/Page';
import { dateText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useMe, useRecord } from '../../data/live';
import { DeliveryCard } from './DeliveryCard';
import { MyTickets } from './MyTickets';
import { QuestionsToMe } from './QuestionsToMe';
import { SignalsCard } from './SignalsCard';
import { ToDecideCard } from './ToDecideCard';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';

/** What waits for whoever sits here: work by day, questions, and things to decide. */
export function TodayScreen() {
  const me = useRecord('person', useMe());
  const today = useToday();
  return (
    <Page
      title={t('Today')}
      subtitle={`${dateText(today)}${me ? ` · ${me.name}` : ''}`}
      actions={
        <Button variant="default" leftSection={<IconLayoutKanban size={16} />} component={Link} to="/today/work?mine=1">
          {t('My work')}
        </Button>
      }
    >
      <div className={classes.columns}>
        <MyTickets />
        <div className={classes.side}>
          <QuestionsToMe />
          <ToDecideCard />
          <SignalsCard />
          <DeliveryCard />
        </div>
      </div>
    </Page>
  );
}
