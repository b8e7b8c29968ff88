import { Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DayInput } from '../../components/DayInput';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import { RefPicker } from '../../components/RefPicker';
import { useExportRefusal } from '../../components/use-export-refusal';
import { useLongWork } from '../../components/use-long-work';
import { useHoldsFinance } from '../../components/use-roles';
import { WorkProgress } from '../../components/WorkProgress';
import { useSync, useWorkspace } from '../../data/live';
import { platform } from '../../platform/current-platform';
import { type HandOver, useOverlays } from '../../ui-state/overlays';
import { handOverFileName } from '../../components/hand-over-file-name';
import { scopeOf, subjectOf } from './hand-over-scope';
import { MeasureText } from './MeasureText';
import { type Cut, useMeasure } from './use-measure';
import { t } from '#shared/values/texts';

/** Changes as a file, for a colleague without a network or a server. */
export function HandOverDialog() {
  const { overlay, close } = useOverlays();
  return (
    <Modal opened={overlay.kind === 'hand-over'} onClose={close} title={t('Hand over by file')} size={520}>
      {overlay.kind === 'hand-over' ? <HandOverForm first={overlay.what} onClose={close} /> : null}
    </Modal>
  );
}

interface HandOverFormProps {
  readonly first: HandOver;
  readonly onClose: () => void;
}

function HandOverForm({ first, onClose }: HandOverFormProps) {
  const workspace = useWorkspace();
  const [what, setWhat] = useState(first);
  const [withCosts, setWithCosts] = useState(true);
  const holdsFinance = useHoldsFinance();
  const scope = scopeOf(what);
  const cut: Cut | undefined = scope && { scope, ledgers: withCosts ? ['team', 'finance'] : ['team'] };
  const measure = useMeasure(cut);
  const { state, run, cancel } = useLongWork();
  const refusal = useExportRefusal();
  const save = (chosen: Cut): Promise<void> =>
    run(async (how) => {
      const content = await workspace.exportFile({ ...how, ...chosen });
      const name = handOverFileName(subjectOf(what, workspace.records, workspace.info.name), workspace.now());
      if ((await platform.saveFile({ name, type: content.type, content })) !== 'saved') return;
      notify.done(t('The file is saved. It can be dropped into any Throughline of this workspace, in any order and more than once.'));
      onClose();
    });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('Your colleague drops the file into their Throughline. What both of you changed is joined, and nothing is made twice.')}
      </Text>
      <WhatChoice what={what} onChange={setWhat} />
      {holdsFinance ? (
        <Checkbox
          label={t('Costs and margins too')}
          description={t('Only for people who may see them. Prices and fees are always part of it.')}
          checked={withCosts}
          onChange={(event) => setWithCosts(event.currentTarget.checked)}
        />
      ) : null}
      {refusal === undefined ? <MeasureText measure={measure} /> : <FormProblem message={refusal} />}
      {state.kind === 'running' ? (
        <WorkProgress label={t('Writing the file')} progress={state.progress} onCancel={cancel} />
      ) : (
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button disabled={!cut || measure.kind === 'empty' || refusal !== undefined} onClick={() => cut && void save(cut)}>
            {t('Save file…')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface WhatChoiceProps {
  readonly what: HandOver;
  readonly onChange: (what: HandOver) => void;
}

const CHOICES: readonly { readonly kind: HandOver['kind']; readonly label: string }[] = [
  { kind: 'everything', label: t('Everything') },
  { kind: 'deal', label: t('One deal') },
  { kind: 'account', label: t('One account with all its deals') },
  { kind: 'since', label: t('What changed since a day') },
  { kind: 'unsent', label: t('What is not sent yet') },
];

function WhatChoice({ what, onChange }: WhatChoiceProps) {
  const linked = useSync().link !== undefined;
  const choose = (kind: string): void => onChange(fresh(kind as HandOver['kind']));
  return (
    <Radio.Group label={t('What to hand over')} value={what.kind} onChange={choose}>
      <Stack gap={8} mt={6}>
        {CHOICES.filter(({ kind }) => linked || kind !== 'unsent').map(({ kind, label }) => (
          <div key={kind}>
            <Radio value={kind} label={label} data-autofocus={kind === what.kind || undefined} />
            {kind === what.kind ? <WhichOne what={what} onChange={onChange} /> : null}
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}

function fresh(kind: HandOver['kind']): HandOver {
  switch (kind) {
    case 'deal':
      return { kind, deal: undefined };
    case 'account':
      return { kind, account: undefined };
    case 'since':
      return { kind, date: '' };
    case 'everything':
    case 'unsent':
      return { kind };
  }
}

function WhichOne({ what, onChange }: WhatChoiceProps) {
  switch (what.kind) {
    case 'deal':
      return (
        <Under>
          <RefPicker
            to="deal"
            aria-label={t('Deal')}
            placeholder={t('Which deal?')}
            value={what.deal}
            onChange={(id) => onChange({ kind: 'deal', deal: (id ?? undefined) as typeof what.deal })}
          />
        </Under>
      );
    case 'account':
      return (
        <Under>
          <RefPicker
            to="account"
            aria-label={t('Account')}
            placeholder={t('Which account?')}
            value={what.account}
            onChange={(id) => onChange({ kind: 'account', account: (id ?? undefined) as typeof what.account })}
          />
        </Under>
      );
    case 'since':
      return (
        <Under>
          <DayInput
            aria-label={t('Since')}
            placeholder={t('Since which day?')}
            value={what.date || null}
            onChange={(date) => onChange({ kind: 'since', date: date ?? '' })}
          />
        </Under>
      );
    case 'everything':
    case 'unsent':
      return null;
  }
}

/** What belongs to a choice, below its words. */
const Under = ({ children }: { readonly children: ReactNode }) => <div style={{ margin: '6px 0 4px 28px' }}>{children}</div>;
