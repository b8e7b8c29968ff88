import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Values } from '#shared/records/parse';
import type { Commitment } from '#shared/records/registry';
import { shorten } from '#shared/records/title';
import { linkWorkaround, noteWorkaround, possibleWorkarounds, type Breached } from '#shared/scope/workaround';
import { AskDialog } from '../../../components/AskDialog';
import { notify } from '../../../components/notify';
import { RecordDialog } from '../../../components/RecordDialog';
import { dateText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useMe, useWorkspace } from '../../../data/live';
import { FORM_FIELDS, handmade } from '../promises/promise-forms';
import { LineDialog } from './LineDialogs';
import { t } from '#shared/values/texts';

/** What can be done about a line that meets a must: link what was promised, record it, or take the line out. */
export function WorkaroundActs({ line, constraint }: Breached) {
  const [asked, setAsked] = useState<'link' | 'record' | 'away'>();
  const close = (): void => setAsked(undefined);
  const breached = { line, constraint };
  return (
    <Group gap={6} wrap="wrap">
      <Button size="compact-sm" onClick={() => setAsked('link')}>
        {t('Link the workaround…')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked('record')}>
        {t('Record one…')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsked('away')}>
        {t('Negotiate away…')}
      </Button>
      {asked === 'link' ? <LinkDialog breached={breached} onClose={close} onRecord={() => setAsked('record')} /> : null}
      {asked === 'record' ? <RecordWorkaround breached={breached} onClose={close} /> : null}
      {asked === 'away' ? <LineDialog asked={{ line, to: 'negotiated away' }} onClose={close} /> : null}
    </Group>
  );
}

interface LinkDialogProps {
  readonly breached: Breached;
  readonly onClose: () => void;
  readonly onRecord: () => void;
}

/** Picks the promise that gets the line round the constraint, among those made on this deal. */
function LinkDialog({ breached, onClose, onRecord }: LinkDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const possible = useLive((live) => possibleWorkarounds(live, breached), [breached.line, breached.constraint]);
  const [picked, setPicked] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const link = async (): Promise<boolean> => {
    const commitment = records.get('commitment', picked ?? undefined);
    if (!commitment) {
      setProblem(t('Choose what was promised.'));
      return false;
    }
    const done = await commit(linkWorkaround(commitment, breached));
    if (done) notify.done(t('Linked: the promise gets the line round the constraint'));
    return done;
  };
  if (possible.length === 0) {
    return (
      <AskDialog
        title={t('Link the workaround')}
        text={t(
          'No commitment of this deal is free to be linked. Select the words in the call or mail in which it was promised, or record it by hand.',
        )}
        submitLabel={t('Record one…')}
        onClose={onClose}
        onSubmit={async () => {
          onRecord();
          return false;
        }}
      >
        {null}
      </AskDialog>
    );
  }
  return (
    <AskDialog
      title={t('Link the workaround')}
      text={t('What gets “{{title}}” round “{{text}}”?', { title: breached.line.title, text: breached.constraint.text })}
      submitLabel={t('Link it')}
      onClose={onClose}
      onSubmit={link}
    >
      <Select
        label={t('Commitment')}
        data-autofocus
        searchable
        data={possible.map((one) => ({ value: one.id, label: labelOf(one) }))}
        value={picked}
        error={problem}
        onChange={setPicked}
        nothingFoundMessage={t('No commitment with these words')}
      />
    </AskDialog>
  );
}

const labelOf = ({ text, madeAt, channel }: Commitment): string =>
  [shorten(text, 80), [channel, madeAt ? dateText(madeAt) : ''].filter(Boolean).join(', ')].filter(Boolean).join(' · ');

/** A promise that nobody wrote down when it was made, recorded as the way round. */
function RecordWorkaround({ breached, onClose }: { readonly breached: Breached; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const starts = handmade(me, today).commitment;
  const record = (values: Values<'commitment'>): Promise<boolean> =>
    commit(noteWorkaround(workspace.newId('commitment'), breached, { ...starts, ...values }));
  return (
    <RecordDialog
      type="commitment"
      title={t('What gets “{{title}}” round it', { title: shorten(breached.line.title, 50) })}
      opened
      onClose={onClose}
      fields={FORM_FIELDS.commitment}
      initial={starts}
      submitLabel={t('Record and link it')}
      onSubmit={record}
    />
  );
}
