import { Group, Progress } from '@mantine/core';
import { figureWantedText } from '#shared/delivery/remaining-hours';
import { progressOf, wholePercent, type WorkPackage } from '#shared/delivery/work-package';
import type { Deal } from '#shared/records/registry';
import { ExportTableMenu } from '../../../components/export-table/ExportTableMenu';
import { SectionCard } from '../../../components/SectionCard';
import { countText, numberText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useLive, useWorkspace } from '../../../data/live';
import { deliveryWork, figuresWanted } from '../../../data/reads/delivery';
import { workTable } from './delivery-tables';
import classes from './Work.module.css';
import { WorkRow } from './WorkRow';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** The lines that were sold, as work: whose, when, how much is spent, and how much is left as somebody last said. */
export function WorkCard({ deal }: { readonly deal: Deal }) {
  const today = useToday();
  const { records: now } = useWorkspace();
  const packages = useLive((records) => deliveryWork(records, deal.id, today), [deal.id, today]);
  const wanted = useLive((records) => figuresWanted(records, deal.id, today), [deal.id, today]);
  const reasons = new Map(wanted.map(({ pack, wanted: why }) => [pack.line.id, figureWantedText(why)]));
  return (
    <div data-section="work">
      <SectionCard
        flush
        title={t('Work packages')}
        actions={
          packages.length > 0 ? (
            <Group gap={6} wrap="nowrap">
              {wanted.length > 0 ? (
                <span className={classes.asked}>
                  {t('{{length}} asked for', { length: countText(wanted.length, 'figure', 'figures') })}
                </span>
              ) : null}
              <ExportTableMenu variant="icon" label={t('the work packages')} table={() => workTable(deal, packages, now)} />
            </Group>
          ) : undefined
        }
      >
        {packages.length === 0 ? (
          <p className={classes.none}>{t('No line of scope is sold yet. A line whose status is “in” is a work package.')}</p>
        ) : (
          <>
            <ProgressLine packages={packages} />
            <div className={classes.scroll}>
              <table className={classes.table} aria-label={t('Work packages')}>
                <WorkHead />
                <tbody>
                  {packages.map((pack) => (
                    <WorkRow key={pack.line.id} pack={pack} deal={deal} reason={reasons.get(pack.line.id)} />
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </SectionCard>
    </div>
  );
}

const WorkHead = () => (
  <thead>
    <tr>
      <th scope="col">{t('Work package')}</th>
      <th scope="col">{t('Owner')}</th>
      <th scope="col">{t('Starts')}</th>
      <th scope="col">{t('Ends')}</th>
      <th scope="col">{t('Milestone')}</th>
      <th scope="col" className={classes.number}>
        {t('Planned')}
      </th>
      <th scope="col" className={classes.number}>
        {t('Spent')}
      </th>
      <th scope="col" className={classes.number}>
        {t('Left')}
      </th>
      <th scope="col">{t('Done')}</th>
    </tr>
  </thead>
);

/** What the percentage is made of, in the same line: hours, not cost. */
function ProgressLine({ packages }: { readonly packages: readonly WorkPackage[] }) {
  const { complete, spent, remaining, done, unknown } = progressOf(packages);
  const percent = complete === undefined ? 0 : wholePercent(complete);
  return (
    <div className={classes.progress}>
      <Progress value={percent} size={6} radius="xl" aria-label={t('Complete')} className={classes.bar} />
      <span>
        <Sentence
          text={t('<b/> complete by hours: {{spent}} h spent, {{remaining}} h left · {{done}} of {{length}} done{{value}}')}
          parts={{ b: <b>{complete === undefined ? 'n/a' : `${percent} %`}</b> }}
          values={{
            spent: numberText(spent),
            remaining: numberText(remaining),
            done: numberText(done),
            length: countText(packages.length, 'package', 'packages'),
            value:
              unknown > 0
                ? t(' · {{unknown}} no hours and is not in it', { unknown: countText(unknown, t('package has'), t('packages have')) })
                : '',
          }}
        />
      </span>
    </div>
  );
}
