import { Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconBuildingSkyscraper,
  IconCloudDown,
  IconDatabaseImport,
  IconFileImport,
  IconFileSymlink,
  type Icon,
  IconPencilPlus,
} from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import { RestoreBackup } from '../../components/backup/RestoreBackup';
import { QuietButton } from '../../components/QuietButton';
import type { Workspace, WorkspaceInfo } from '../../data/workspace';
import type { Start } from './use-start';
import classes from './WelcomeScreen.module.css';

interface StartChoicesProps {
  readonly start: Start;
  readonly known: readonly WorkspaceInfo[];
  readonly onEnter: (workspace: Workspace) => void;
}

/** The three ways to begin, and the two ways to what others began: a server, and a file. */
export function StartChoices({ start, known, onEnter }: StartChoicesProps) {
  return (
    <section aria-label={known.length > 0 ? t('Start another workspace') : t('Start')}>
      {known.length > 0 ? <h2 className={classes.heading}>{t('Start another')}</h2> : null}
      <div className={classes.choices}>
        <Choice
          icon={IconBuildingSkyscraper}
          title={t('Open the sample firm')}
          text={t(
            'A consultancy with 12 clients and two years of deals, mail and promises. Try anything; remove it when you have seen enough.',
          )}
          onClick={() => void start.openSample()}
        />
        <Choice
          icon={IconFileImport}
          title={t('Import')}
          text={t(
            'Bring in your firm: exports of your CRM, project tool, time sheets and invoices, and your mail. You see what will happen before it does.',
          )}
          onClick={() => start.name('/import')}
        />
        <Choice
          icon={IconPencilPlus}
          title={t('Start empty')}
          text={t('Begin with your first deal and add the rest as you go. You can import later.')}
          onClick={() => start.name('/pipeline')}
        />
      </div>
      <Group gap="xs" mt="md">
        <QuietButton leftSection={<IconCloudDown size={16} />} onClick={() => start.join()}>
          {t('Join a workspace on a server')}
        </QuietButton>
        <QuietButton leftSection={<IconFileSymlink size={16} />} onClick={() => void start.openFile()}>
          {t('Open a file that Throughline saved')}
        </QuietButton>
        <RestoreBackup onRestored={(workspace) => onEnter(workspace)}>
          {(begin, isRunning) => (
            <QuietButton leftSection={<IconDatabaseImport size={16} />} disabled={isRunning} onClick={begin}>
              {t('Restore a backup')}
            </QuietButton>
          )}
        </RestoreBackup>
      </Group>
    </section>
  );
}

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

function Choice({ icon: Symbol, title, text, onClick }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} onClick={onClick}>
      <span className={classes.icon}>
        <Symbol size={22} stroke={1.6} aria-hidden />
      </span>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </UnstyledButton>
  );
}
