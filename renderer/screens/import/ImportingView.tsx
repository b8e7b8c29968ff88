import { Text } from '@mantine/core';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { WorkProgress } from '../../components/WorkProgress';
import classes from './FilesStage.module.css';
import type { ImportState } from './import-state';
import { t } from '#shared/values/texts';

interface ImportingViewProps {
  readonly state: Extract<ImportState, { kind: 'importing' }>;
  readonly onCancel: () => void;
}

/** The import while it is written. Called off, nothing of it is there. */
export function ImportingView({ state: { doing, progress }, onCancel }: ImportingViewProps) {
  return (
    <Page title={t('Import')} subtitle={t('This screen can be left and found again.')} fill>
      <div className={classes.narrow}>
        <SectionCard>
          <Text size="sm" mb={10}>
            {doing}…
          </Text>
          <WorkProgress label={doing} progress={progress} onCancel={onCancel} />
        </SectionCard>
      </div>
    </Page>
  );
}
