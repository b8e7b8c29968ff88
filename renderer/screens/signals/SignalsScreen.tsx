import { Button, Center, Loader } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSignature } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { useSignalsReady } from '../../components/signal/use-signals-ready';
import { dateText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useLive, useWorkspace } from '../../data/live';
import { compositeOn, outcomesOn, signalsOn } from '../../data/reads/signals';
import { useSignalsLook } from '../../ui-state/signals-look';
import { CompositeCard } from './CompositeCard';
import { OutcomesCard } from './OutcomesCard';
import { SignalCard } from './SignalCard';
import classes from './SignalsScreen.module.css';
import { t } from '#shared/values/texts';

/** Whether the firm loses margin between those who sell and those who deliver, before the books can show it. */
export function SignalsScreen() {
  const today = useToday();
  const isEmpty = useLive((records) => records.all('deal').length === 0, []);
  const isReady = useSignalsReady(today);
  useLook(today);
  return (
    <Page
      title={t('Signals')}
      subtitle={t('Of the handover, as of {{today}}', { today: dateText(today) })}
      actions={
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />} component={Link} to="/settings/signals">
          {t('Thresholds')}
        </Button>
      }
    >
      {isEmpty ? <NothingYet /> : isReady ? <AllSignals today={today} /> : <Measuring />}
    </Page>
  );
}

function AllSignals({ today }: { readonly today: string }) {
  const signals = useLive((records) => signalsOn(records, today), [today]);
  const composite = useLive((records) => compositeOn(records, today), [today]);
  const outcomes = useLive((records) => outcomesOn(records, today), [today]);
  return (
    <div className={classes.screen}>
      <CompositeCard composite={composite} />
      <div className={classes.cards}>
        {signals.map((signal) => (
          <SignalCard key={signal.key} signal={signal} />
        ))}
      </div>
      <OutcomesCard outcomes={outcomes} />
    </div>
  );
}

function Measuring() {
  return (
    <Center h="40%" role="status" aria-label={t('Reading every deal')}>
      <Loader size="sm" type="dots" />
    </Center>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon={IconSignature}
      title={t('No deal yet')}
      text={t(
        'Signals are measured on deals that were signed: on their hours, escalations, change orders and bills. Open a deal, or import what you have.',
      )}
      action={
        <Button variant="default" component={Link} to="/pipeline">
          {t('Open the pipeline')}
        </Button>
      }
    />
  );
}

/** Today shows what turned since. */
function useLook(today: string): void {
  const { info } = useWorkspace();
  const look = useSignalsLook((state) => state.look);
  useEffect(() => look(info.id, today), [look, info.id, today]);
}
