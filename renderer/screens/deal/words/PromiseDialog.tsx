import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import { promiseFromSelection, type Selection } from '#shared/promise/from-selection';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Notable } from '#shared/records/register';
import { viewAs } from '#shared/records/view';
import { notify } from '../../../components/notify';
import { RecordForm } from '../../../components/RecordForm';
import { TIME_ZONE } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { FORM_FIELDS } from '../promises/promise-forms';
import { registerOf } from '../promises/promise-kinds';
import classes from './PromiseDialog.module.css';
import { t } from '#shared/values/texts';

/** Words of a moment, and what they are to become. */
export interface SelectedWords extends Selection {
  readonly kind: Notable;
}

interface PromiseDialogProps {
  readonly selected: SelectedWords;
  readonly onClose: () => void;
}

/** The compact form of a record made from words: filled in from the moment, the words themselves not to be changed. */
export function PromiseDialog({ selected, onClose }: PromiseDialogProps) {
  const { kind, quote } = selected;
  const { label } = registerOf(kind);
  return (
    <Modal opened onClose={onClose} title={t('New {{label}}', { label: label.toLowerCase() })} size="md" returnFocus>
      <blockquote className={classes.quote}>{quote}</blockquote>
      <PromiseForm kind={kind} selection={selected} onClose={onClose} />
    </Modal>
  );
}

interface PromiseFormProps<K extends Notable> {
  readonly kind: K;
  readonly selection: Selection;
  readonly onClose: () => void;
}

function PromiseForm<K extends Notable>({ kind, selection, onClose }: PromiseFormProps<K>) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const initial = useMemo(() => derivedValues(kind, selection), [kind, selection]);
  const make = async (values: Values<K>): Promise<boolean> => {
    const done = await commit(promiseFromSelection(kind, workspace.newId(kind), { ...selection, timeZone: TIME_ZONE }, values));
    if (done) {
      notify.done(t('{{label}} noted, with its words and their source', { label: registerOf(kind).label }));
      onClose();
    }
    return done;
  };
  return (
    <RecordForm type={kind} fields={FORM_FIELDS[kind]} initial={initial} submitLabel={t('Note it')} onSubmit={make} onCancel={onClose} />
  );
}

/** What the moment itself says of the record: the values of a draft that is thrown away. */
function derivedValues<K extends Notable>(kind: K, selection: Selection): Values<K> {
  const id: Id<K> = `${kind}:draft`;
  const draft = promiseFromSelection(kind, id, { ...selection, timeZone: TIME_ZONE });
  const set = draft.ok ? draft.value.changes[0]?.set : undefined;
  const view = (set && viewAs(kind, { id, values: set })) as Readonly<Record<string, unknown>> | undefined;
  return Object.fromEntries(FORM_FIELDS[kind].map((field) => [field, view?.[field]])) as Values<K>;
}
