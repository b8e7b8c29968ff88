import { Button, Group, Stepper } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { splitDeal, type Splitter } from '#shared/deal/split';
import type { Deal } from '#shared/records/registry';
import { notify } from '../../../components/notify';
import { Page } from '../../../components/Page';
import { recordPath } from '../../../components/record-path';
import { RecordLink } from '../../../components/RecordLink';
import { useMarginReader } from '../../../components/use-margin-reader';
import { useCommit, useMe, useRecord, useSync, useWorkspace } from '../../../data/live';
import { PartsStep } from './PartsStep';
import classes from './SplitScreen.module.css';
import { SumsStep } from './SumsStep';
import { useSplit } from './use-split';
import { WhoGetsWhat } from './WhoGetsWhat';
import { t } from '#shared/values/texts';

/** One deal becomes several: its parts, what goes to which, and the sums before and after. Nothing is written before the last step. */
export function SplitScreen({ deal }: { readonly deal: Deal }) {
  const { records } = useWorkspace();
  const draft = useSplit(deal);
  const [step, setStep] = useState(0);
  const splitter = useSplitter();
  const split = useSplitting(deal);
  const outcome = step === 2 ? splitDeal(records, deal, draft.plan, splitter) : undefined;
  const nameless = draft.parts.some(({ name }) => !name.trim());
  const home = recordPath(deal.id) ?? '/pipeline';
  return (
    <Page
      fill
      title={t('Split {{name}}', { name: deal.name })}
      crumb={<RecordLink type="deal" id={deal.id} />}
      subtitle={t('Scope, promises, people, time and money go to one part each; nothing is lost.')}
      actions={
        <>
          <Button component={Link} to={home} variant="subtle" color="gray">
            {t('Cancel')}
          </Button>
          <Button variant="default" leftSection={<IconArrowLeft size={16} />} disabled={step === 0} onClick={() => setStep(step - 1)}>
            {t('Back')}
          </Button>
          {step < 2 ? (
            <Button disabled={nameless} title={nameless ? t('Give each part a name first') : undefined} onClick={() => setStep(step + 1)}>
              {t('Next')}
            </Button>
          ) : (
            <Button disabled={!outcome?.ok} onClick={() => void split(splitDeal(records, deal, draft.plan, splitter))}>
              {t('Split the deal')}
            </Button>
          )}
        </>
      }
      toolbar={
        <Group className={classes.steps}>
          <Stepper active={step} size="sm" onStepClick={(next) => (nameless ? undefined : setStep(next))} w="100%" maw={640}>
            <Stepper.Step label={t('Parts')} />
            <Stepper.Step label={t('Who gets what')} />
            <Stepper.Step label={t('Before and after')} />
          </Stepper>
        </Group>
      }
    >
      <div className={classes.content}>
        {splitter.holdsFinance ? null : (
          <p className={classes.problem} role="alert">
            {t('The costs of this deal are not on this device, so it cannot be split here. Somebody who reads costs and margin can.')}
          </p>
        )}
        {step === 0 ? <PartsStep deal={deal} draft={draft} /> : null}
        {step === 1 ? <WhoGetsWhat deal={deal} draft={draft} /> : null}
        {step === 2 ? <SumsStep deal={deal} draft={draft} outcome={outcome} /> : null}
      </div>
    </Page>
  );
}

function useSplitter(): Splitter {
  const { records } = useWorkspace();
  const me = useRecord('person', useMe());
  const { link } = useSync();
  const holdsFinance = useMarginReader();
  return { roles: link?.roles ?? me?.roles ?? [], holdsFinance, undecided: (record) => records.undecided(record) };
}

/** First the team's entry, then that of finance: were the second to fail, the deal would say what stayed and offer to send it after. */
function useSplitting(deal: Deal) {
  const commit = useCommit();
  const navigate = useNavigate();
  return async (outcome: ReturnType<typeof splitDeal>): Promise<void> => {
    if (!outcome.ok) return notify.problem(outcome.error.message, t('Not split'));
    const { team, finance } = outcome.value;
    if (!(await commit(team))) return;
    const costsToo = finance === undefined || (await commit(finance));
    if (costsToo) notify.done(t('The deal is split. One undo takes it back'));
    else notify.problem(t('The costs did not go with their lines. Send them after from the deal.'), t('Split, but for the costs'));
    void navigate(recordPath(deal.id) ?? '/pipeline');
  };
}
