import { Button, Menu } from '@mantine/core';
import { IconBarrierBlock, IconCircleCheck, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Commitment, Constraint, ScopeLine } from '#shared/records/registry';
import { breachesOf, workaroundsOf } from '#shared/scope/constraint-check';
import { unlinkWorkaround } from '#shared/scope/workaround';
import { editRecord } from '#shared/records/write';
import { recordPath } from '../../../components/record-path';
import { useMayWrite } from '../../../components/use-may-write';
import { ValueHistory } from '../../../components/ValueHistory';
import { useCommit, useLive } from '../../../data/live';
import { constraintsTouched } from '../../../data/reads/scope';
import { SourceLink } from '../promises/SourceLink';
import classes from './LinePanel.module.css';
import { WorkaroundActs } from './WorkaroundActs';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What the client rules out that this line meets, and what gets it round each. */
export function LineConstraints({ line }: { readonly line: ScopeLine }) {
  const touched = useLive((records) => constraintsTouched(records, line), [line]);
  const mayWrite = useMayWrite('scopeLine');
  return (
    <section aria-label={t('Constraints')}>
      <h3 className={classes.label}>
        <Sentence
          text={t('Constraints it meets <valueHistory/>')}
          parts={{ valueHistory: <ValueHistory record={line.id} field="touches" label={t('Constraints it meets')} /> }}
        />
      </h3>
      {touched.length === 0 ? <p className={classes.none}>{t('None is named.')}</p> : null}
      {touched.map((constraint) => (
        <Touched key={constraint.id} line={line} constraint={constraint} mayWrite={mayWrite} />
      ))}
      {mayWrite ? <AddConstraint line={line} /> : null}
    </section>
  );
}

interface TouchedProps {
  readonly line: ScopeLine;
  readonly constraint: Constraint;
  readonly mayWrite: boolean;
}

function Touched({ line, constraint, mayWrite }: TouchedProps) {
  const commit = useCommit();
  const workarounds = useLive((records) => workaroundsOf(records, line, constraint), [line, constraint]);
  const isBreach = useLive((records) => breachesOf(records, line).some((one) => one.constraint.id === constraint.id), [line, constraint]);
  const remove = (): void => void commit(editRecord('scopeLine', line, { touches: line.touches.filter((id) => id !== constraint.id) }));
  return (
    <div className={classes.constraint} data-breach={isBreach || undefined}>
      <div className={classes.constraintHead}>
        <IconBarrierBlock size={15} aria-hidden />
        <Link to={recordPath(constraint.id, constraint.deal) ?? ''}>{constraint.text}</Link>
        <span className={classes.strength}>{constraint.strength === 'must' ? t('Must') : t('Prefer')}</span>
        {mayWrite ? <Remove label={t('The line does not meet “{{text}}”', { text: constraint.text })} run={remove} /> : null}
      </div>
      <div className={classes.under}>
        <SourceLink record={constraint} />
      </div>
      {workarounds.map((one) => (
        <Workaround key={one.id} commitment={one} mayWrite={mayWrite} />
      ))}
      {isBreach ? (
        <div className={classes.under}>
          <p className={classes.breach}>{t('No promise gets the line round it: it is not ready.')}</p>
          {mayWrite ? <WorkaroundActs line={line} constraint={constraint} /> : null}
        </div>
      ) : null}
    </div>
  );
}

function Workaround({ commitment, mayWrite }: { readonly commitment: Commitment; readonly mayWrite: boolean }) {
  const commit = useCommit();
  return (
    <div className={classes.workaround}>
      <IconCircleCheck size={15} aria-hidden className={classes.ok} />
      <div>
        <Link to={recordPath(commitment.id, commitment.deal) ?? ''}>{commitment.text}</Link>
        {commitment.quote && commitment.quote !== commitment.text ? (
          <blockquote className={classes.small}>{commitment.quote}</blockquote>
        ) : null}
        <SourceLink record={commitment} />
      </div>
      {mayWrite ? <Remove label={t('It gets the line round nothing')} run={() => void commit(unlinkWorkaround(commitment))} /> : null}
    </div>
  );
}

function Remove({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <button type="button" className={classes.remove} aria-label={label} title={label} onClick={run}>
      <IconX size={14} aria-hidden />
    </button>
  );
}

function AddConstraint({ line }: { readonly line: ScopeLine }) {
  const commit = useCommit();
  const others = useLive((records) => records.of('constraint', 'deal', line.deal).filter(({ id }) => !line.touches.includes(id)), [line]);
  const add = (constraint: Constraint): void => void commit(editRecord('scopeLine', line, { touches: [...line.touches, constraint.id] }));
  if (others.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />}>
          {t('It meets…')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={440}>
        {others.map((constraint) => (
          <Menu.Item key={constraint.id} onClick={() => add(constraint)}>
            {constraint.text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
