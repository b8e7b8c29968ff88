import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { supersedeDecision } from '#shared/promise/decision';
import { resolveObjection, type Resolution } from '#shared/promise/objection';
import type { Values } from '#shared/records/parse';
import type { Records } from '#shared/records/records';
import { definitionOf, typeOf, type Decision, type Objection } from '#shared/records/registry';
import { AskDialog } from '../../../components/AskDialog';
import { RecordDialog } from '../../../components/RecordDialog';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useMe, useWorkspace } from '../../../data/live';
import { wordingOf } from '../../../data/reads/promises';
import { recordTitle } from '#shared/records/title';
import { t } from '#shared/values/texts';

type LedTo = NonNullable<Resolution['ledTo']>;

interface ResolveObjectionDialogProps {
  readonly objection: Objection;
  readonly onClose: () => void;
}

/** Asks how an objection was met, and what that cost: a line of scope, a concession or a promise of the same deal. */
export function ResolveObjectionDialog({ objection, onClose }: ResolveObjectionDialogProps) {
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const consequences = useLive((records) => consequencesIn(records, objection), [objection]);
  const [resolution, setResolution] = useState('');
  const [ledTo, setLedTo] = useState<string | null>(null);
  const resolve = (): Promise<boolean> =>
    commit(resolveObjection(objection, { resolution, by: me, on: today, ...(ledTo ? { ledTo: ledTo as LedTo } : {}) }));
  return (
    <AskDialog
      title={t('Resolve the objection')}
      text={`“${wordingOf(objection)}”`}
      submitLabel={t('Resolve it')}
      onClose={onClose}
      onSubmit={resolve}
    >
      <Textarea
        label={t('How was it resolved?')}
        data-autofocus
        autosize
        minRows={2}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
      />
      {consequences.length > 0 ? (
        <Select label={t('What did it lead to?')} clearable searchable data={consequences} value={ledTo} onChange={setLedTo} />
      ) : null}
    </AskDialog>
  );
}

function consequencesIn(records: Records, { deal }: Objection) {
  const found = [
    ...records.of('concession', 'deal', deal),
    ...records.of('commitment', 'deal', deal),
    ...records.of('scopeLine', 'deal', deal),
  ];
  return found.map((record) => {
    const type = typeOf(record.id);
    return { value: record.id, label: `${type ? definitionOf(type).label : ''}: ${recordTitle(record)}` };
  });
}

interface ReplaceDecisionDialogProps {
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** A new decision in place of an old one, which stays as it was. */
export function ReplaceDecisionDialog({ decision, onClose }: ReplaceDecisionDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const replace = (values: Values<'decision'>): Promise<boolean> =>
    commit(supersedeDecision(decision, workspace.newId('decision'), values, workspace.records));
  return (
    <RecordDialog
      type="decision"
      title={t('Instead of “{{text}}”', { text: decision.text })}
      opened
      onClose={onClose}
      fields={['text', 'why', 'decidedBy', 'decidedAt']}
      needed={['why']}
      initial={{ decidedAt: today }}
      submitLabel={t('Decide it')}
      onSubmit={replace}
    />
  );
}
