import { IconCheck } from '@tabler/icons-react';
import { openQuestions, stagesOf } from './mapping';
import { planInView, type Preparing, type Stage } from './import-state';
import classes from './StageBar.module.css';
import { t } from '#shared/values/texts';

interface StageBarProps {
  readonly state: Preparing;
  readonly onGo: (stage: Stage) => void;
}

const NAMES: Readonly<Record<Stage, string>> = { files: t('Files'), mapping: t('Questions and columns'), check: t('Check and import') };

/** Where the import stands, and the way back to what was decided. */
export function StageBar({ state, onGo }: StageBarProps) {
  const plan = planInView(state);
  const stages = stagesOf(plan);
  const at = stages.indexOf(state.stage);
  const open = plan ? openQuestions(plan) : 0;
  return (
    <nav aria-label={t('Steps of the import')}>
      <ol className={classes.stages}>
        {stages.map((stage, index) => (
          <li key={stage} className={classes.stage}>
            <button
              type="button"
              className={classes.step}
              data-passed={index < at || undefined}
              aria-current={stage === state.stage ? 'step' : undefined}
              disabled={stage !== 'files' && !plan}
              onClick={() => onGo(stage)}
            >
              <span className={classes.number}>{index < at ? <IconCheck size={13} stroke={2.5} aria-hidden /> : index + 1}</span>
              {NAMES[stage]}
              {stage === 'mapping' && open > 0 ? <span className={classes.open}>{t('{{open}} to look at', { open })}</span> : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
