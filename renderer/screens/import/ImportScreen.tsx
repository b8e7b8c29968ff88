import { Button } from '@mantine/core';
import { SYSTEM_LABELS } from '#shared/exchange/source';
import type { ImportPlan } from '#shared/exchange/import-plan';
import { Page } from '../../components/Page';
import { numberText } from '../../components/text-of';
import { CheckStage } from './CheckStage';
import { FilesStage } from './FilesStage';
import { ImportingView } from './ImportingView';
import { planInView, type Preparing, type Stage } from './import-state';
import { bringsSomething, importGroups } from './import-groups';
import { type ImportSession, useImportSession } from './import-session';
import { MappingStage } from './MappingStage';
import { stagesOf } from './mapping';
import { OutcomeView } from './OutcomeView';
import { StageBar } from './StageBar';
import { t } from '#shared/values/texts';

/** Brings exports and mail in: choose files, say what they mean, look at every row, then import as one step. */
export function ImportScreen() {
  const [state, session] = useImportSession();
  switch (state.kind) {
    case 'preparing':
      return <Prepare state={state} session={session} />;
    case 'importing':
      return <ImportingView state={state} onCancel={() => session.cancel()} />;
    case 'done':
      return <OutcomeView outcome={state.outcome} onAgain={() => session.startOver()} />;
  }
}

interface StageProps {
  readonly state: Preparing;
  readonly session: ImportSession;
}

function Prepare({ state, session }: StageProps) {
  return (
    <Page
      title={t('Import')}
      subtitle={SUBTITLES[state.stage]}
      fill
      actions={<Steps state={state} session={session} />}
      toolbar={state.files.length > 0 ? <StageBar state={state} onGo={(stage) => session.goTo(stage)} /> : undefined}
    >
      <StageContent state={state} session={session} />
    </Page>
  );
}

const SUBTITLES: Readonly<Record<Stage, string>> = {
  files: t('Exports of {{SYSTEM_LABELS}}, any other table (CSV, Excel), mail (.eml, .msg) and calendars (.ics)', {
    SYSTEM_LABELS: SYSTEM_LABELS.join(', '),
  }),
  mapping: t('What the files mean. Answered once, remembered for the next time.'),
  check: t('Every row before it comes in. Nothing has been written yet.'),
};

function StageContent({ state, session }: StageProps) {
  const plan = planInView(state);
  if (state.stage === 'files' || !plan) return <FilesStage state={state} session={session} />;
  if (state.stage === 'mapping') return <MappingStage plan={plan} choices={state.choices} onChoose={(change) => session.choose(change)} />;
  return <CheckStage state={state} plan={plan} session={session} />;
}

/** Back and onward, in the same place on every stage. */
function Steps({ state, session }: StageProps) {
  const plan = planInView(state);
  if (state.files.length === 0) return null;
  const before = stageBeside(state, -1);
  const after = stageBeside(state, 1);
  const ready = state.planning.kind === 'planned' && plan !== undefined;
  return (
    <>
      {before ? (
        <Button variant="default" onClick={() => session.goTo(before)}>
          {t('Back')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => session.startOver()}>
          {t('Clear')}
        </Button>
      )}
      {after ? (
        <Button disabled={!ready || importGroups(plan).length === 0} onClick={() => session.goTo(after)}>
          {t('Continue')}
        </Button>
      ) : (
        <Button disabled={!ready || !bringsSomething(plan)} onClick={() => void session.carryOut()}>
          {importLabel(plan)}
        </Button>
      )}
    </>
  );
}

function stageBeside(state: Preparing, step: 1 | -1): Stage | undefined {
  const stages = stagesOf(planInView(state));
  return stages[stages.indexOf(state.stage) + step];
}

function importLabel(plan: ImportPlan | undefined): string {
  if (!plan || !bringsSomething(plan)) return t('Nothing to import');
  const { create, update } = plan.counts;
  const parts = [
    create > 0 ? t('{{create}} new', { create: numberText(create) }) : '',
    update > 0 ? t('{{update}} changed', { update: numberText(update) }) : '',
  ];
  return t('Import {{join}}', { join: parts.filter(Boolean).join(' · ') }).trim();
}
