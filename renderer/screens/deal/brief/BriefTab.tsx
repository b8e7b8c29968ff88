import type { Deal } from '#shared/records/registry';
import { useLive } from '../../../data/live';
import { briefOf } from '../../../data/reads/handover';
import { BriefQuestions } from './BriefQuestions';
import { BriefSectionCard } from './BriefSectionCard';
import classes from './BriefTab.module.css';
import { BriefTools } from './BriefTools';
import { ReadinessPanel } from './ReadinessPanel';
import { t } from '#shared/values/texts';

/** What a project manager has to know, in five minutes; beside it what is missing and what is asked. */
export function BriefTab({ deal }: { readonly deal: Deal }) {
  const brief = useLive((records) => briefOf(records, deal), [deal]);
  return (
    <div className={classes.columns}>
      <article className={classes.brief} aria-label={t('Brief')}>
        <BriefTools deal={deal} brief={brief} />
        {brief.sections.map((section) => (
          <BriefSectionCard key={section.key} deal={deal} section={section} />
        ))}
      </article>
      <aside className={classes.aside} aria-label={t('What is missing')}>
        <BriefQuestions deal={deal} />
        <ReadinessPanel deal={deal} />
      </aside>
    </div>
  );
}
