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
        title="Work packages"
        actions={
          packages.length > 0 ? (
            <Group gap={6} wrap="nowrap">
              {wanted.length > 0 ? <span className={classes.asked}>{countText(wanted.length, 'figure', 'figures')} asked for</span> : null}
              <ExportTableMenu variant="icon" label="the work packages" table={() => workTable(deal, packages, now)} />
            </Group>
          ) : undefined
        }
      >
        {packages.length === 0 ? (
          <p className={classes.none}>No line of scope is sold yet. A line whose status is “in” is a work package.</p>
        ) : (
          <>
            <ProgressLine packages={packages} />
            <div className={classes.scroll}>
              <table className={classes.table} aria-label="Work packages">
                <thead>
                  <tr>
                    <th scope="col">Work package</th>
                    <th scope="col">Owner</th>
                    <th scope="col">Starts</th>
                    <th scope="col">Ends</th>
                    <th scope="col">Milestone</th>
                    <th scope="col" className={classes.number}>
                      Planned
                    </th>
                    <th scope="col" className={classes.number}>
                      Spent
                    </th>
                    <th scope="col" className={classes.number}>
                      Left
                    </th>
                    <th scope="col">Done</th>
                  </tr>
                </thead>
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

/** What the percentage is made of, in the same line: hours, not cost. */
function ProgressLine({ packages }: { readonly packages: readonly WorkPackage[] }) {
  const { complete, spent, remaining, done, unknown } = progressOf(packages);
  const percent = complete === undefined ? 0 : wholePercent(complete);
  return (
    <div className={classes.progress}>
      <Progress value={percent} size={6} radius="xl" aria-label="Complete" className={classes.bar} />
      <span>
        <b>{complete === undefined ? 'n/a' : `${percent} %`}</b> complete by hours: {numberText(spent)} h spent, {numberText(remaining)} h
        left
        {' · '}
        {numberText(done)} of {countText(packages.length, 'package', 'packages')} done
        {unknown > 0 ? ` · ${countText(unknown, 'package has', 'packages have')} no hours and is not in it` : ''}
      </span>
    </div>
  );
}
