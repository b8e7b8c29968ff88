import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { SectionCard } from '../../components/SectionCard';
import { WorkProgress } from '../../components/WorkProgress';
import { notify } from '../../components/notify';
import { platform } from '../../platform/current-platform';
import { ChosenFiles } from './ChosenFiles';
import classes from './FilesStage.module.css';
import type { ImportSession } from './import-session';
import { planInView, type Preparing } from './import-state';
import { IMPORTED_ENDINGS } from './import-endings';
import { PastImports } from './PastImports';
import { UnfiledMail } from './UnfiledMail';
import { t } from '#shared/values/texts';

interface FilesStageProps {
  readonly state: Preparing;
  readonly session: ImportSession;
}

/** Which files; and while none are chosen, what came in before. */
export function FilesStage({ state, session }: FilesStageProps) {
  const plan = planInView(state);
  const none = state.files.length === 0;
  return (
    <div className={classes.stage}>
      {state.problem ? <Obstacle title={t('Not imported')} text={state.problem} /> : null}
      <ChooseFiles session={session} small={!none} />
      {state.planning.kind === 'failed' ? <Obstacle title={t('The files could not be read')} text={state.planning.message} /> : null}
      {state.planning.kind === 'working' ? <Reading state={state} onCancel={() => session.cancel()} /> : null}
      {none ? null : (
        <ChosenFiles
          files={state.files}
          plan={plan}
          onRemove={(name) => session.removeFile(name)}
          onHolds={(file, holds) => session.choose({ kinds: { ...state.choices.kinds, [file]: holds } })}
        />
      )}
      {none ? <UnfiledMail /> : null}
      {none ? <PastImports /> : null}
    </div>
  );
}

function Obstacle({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Alert color="red" title={title} icon={<IconAlertTriangle size={18} />} role="alert">
      {text}
    </Alert>
  );
}

function ChooseFiles({ session, small }: { readonly session: ImportSession; readonly small: boolean }) {
  const choose = async (): Promise<void> => {
    try {
      session.addFiles(await platform.openFiles({ accept: IMPORTED_ENDINGS, multiple: true }));
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The files could not be opened'));
    }
  };
  return (
    <section className={classes.choose} data-small={small || undefined} aria-label={t('Choose files')}>
      <IconFileImport size={small ? 20 : 28} stroke={1.5} aria-hidden className={classes.icon} />
      <div>
        <Text fw={600}>{small ? t('Add more files') : t('Drop files anywhere in this window')}</Text>
        <Text size="sm" c="dimmed">
          {small
            ? t('Companies, contacts, deals and notes of one export belong together: bring them in at once.')
            : t('Several at once: companies, contacts, deals and notes of one export find each other, whatever the order.')}
        </Text>
      </div>
      <Button variant={small ? 'default' : 'filled'} onClick={() => void choose()}>
        {t('Choose files…')}
      </Button>
    </section>
  );
}

function Reading({ state, onCancel }: { readonly state: Preparing; readonly onCancel: () => void }) {
  if (state.planning.kind !== 'working') return null;
  const { doing, progress } = state.planning;
  return (
    <SectionCard>
      <Text size="sm" mb={10}>
        {doing}…
      </Text>
      <WorkProgress label={doing} progress={progress} onCancel={onCancel} />
    </SectionCard>
  );
}
