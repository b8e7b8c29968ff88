import { Button } from '@mantine/core';
import { useState } from 'react';
import { countChanges } from '#shared/blueprint/changes';
import { approveBlueprint, reopenBlueprint, reviewBlueprint, type Judging } from '#shared/blueprint/lifecycle';
import { ReasonDialog } from '../../../components/AskDialog';
import { DateText } from '../../../components/DateText';
import { PersonName } from '../../../components/PersonName';
import { useToday } from '../../../components/use-today';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { unsettledIn } from '../../../data/reads/blueprint';
import classes from './BlueprintDesk.module.css';
import type { Approved } from './use-approved';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface BlueprintStatusProps {
  readonly drawing: Drawing;
  readonly approved: Approved | undefined;
}

/** How far the blueprint is and by whom, and the next step. */
export function BlueprintStatus({ drawing: { blueprint, parts }, approved }: BlueprintStatusProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const changes = blueprint.status === 'approved' && approved ? countChanges(approved.changes) : 0;
  const judging = (): Judging => ({ by: { id: me }, on: today, parts, unsettled: unsettledIn(records, blueprint.id) });
  const { status } = blueprint;
  return (
    <>
      <span className={classes.status} data-status={changes > 0 ? 'changed' : status}>
        {status === 'approved' && changes > 0
          ? t('Approved, {{value}} since', { value: changes === 1 ? t('one change') : t('{{changes}} changes', { changes }) })
          : WORDS[status]}
      </span>
      <By blueprint={blueprint} />
      {status === 'draft' ? (
        <Button size="compact-sm" variant="default" onClick={() => void commit(reviewBlueprint(blueprint, judging()))}>
          {t('Mark as reviewed')}
        </Button>
      ) : null}
      {status === 'reviewed' || changes > 0 ? (
        <Button size="compact-sm" onClick={() => void commit(approveBlueprint(blueprint, { ...judging(), changes }))}>
          {status === 'reviewed' ? t('Approve') : t('Approve the changes')}
        </Button>
      ) : null}
      {status === 'draft' ? null : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {t('Back to draft…')}
        </Button>
      )}
      {asking ? (
        <ReasonDialog
          title={t('Back to draft')}
          text={t('“{{title}}” is worked on again. What was approved stays in history.', { title: blueprint.title })}
          label={t('Why is it worked on again?')}
          submitLabel={t('Back to draft')}
          onClose={() => setAsking(false)}
          onSubmit={(why) => commit(reopenBlueprint(blueprint, { why }))}
        />
      ) : null}
    </>
  );
}

const WORDS = { draft: t('Draft'), reviewed: t('Reviewed'), approved: t('Approved') } as const;

function By({ blueprint: { status, reviewedBy, reviewedAt, approvedBy, approvedAt } }: Pick<Drawing, 'blueprint'>) {
  const [who, when] = status === 'approved' ? [approvedBy, approvedAt] : [reviewedBy, reviewedAt];
  if (status === 'draft' || !who) return null;
  return (
    <span className={classes.by}>
      <Sentence
        text={t('by <personName/><value/>')}
        parts={{
          personName: <PersonName id={who} />,
          value: when ? (
            <>
              , <DateText value={when} />
            </>
          ) : null,
        }}
      />
    </span>
  );
}
