import { NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { keepFigure } from '#shared/money/keep-figure';
import { PHASES } from '#shared/records/deal';
import type { Id } from '#shared/records/define-record';
import { FIGURE_FIELDS, figureField, type FigureName, type System, SYSTEMS } from '#shared/records/external-figure';
import type { Money } from '#shared/values/money';
import { AskDialog } from '../../components/AskDialog';
import { DayInput } from '../../components/DayInput';
import { FormProblem } from '../../components/FormProblem';
import { MoneyInput } from '../../components/MoneyInput';
import { usePhaseNames } from '../../components/phase-names';
import { figureLabel, sourceLabel } from '../../components/reconciliation/figure-text';
import { RefPicker } from '../../components/RefPicker';
import { useToday } from '../../components/use-today';
import { useCommit, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

interface FigureDialogProps {
  /** What is known already of the figure. */
  readonly about?: { readonly deal: Id<'deal'>; readonly field: FigureName; readonly system: System };
  readonly onClose: () => void;
}

interface Draft {
  readonly deal: Id<'deal'> | undefined;
  readonly field: FigureName;
  readonly system: System;
  readonly asOf: string;
  readonly value?: Money | undefined;
  readonly quantity?: number | undefined;
  readonly words?: string | undefined;
}

/** A figure read off in another system, entered by hand. It stands beside ours and changes nothing else. */
export function FigureDialog({ about, onClose }: FigureDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [problem, setProblem] = useState<string>();
  const [draft, setDraft] = useState<Draft>({
    deal: about?.deal,
    field: about?.field ?? 'billed',
    system: about?.system ?? 'finance',
    asOf: today,
  });
  const put = (change: Partial<Draft>): void => setDraft((was) => ({ ...was, ...change }));

  const save = async (): Promise<boolean> => {
    const { deal, field, system, asOf, value, quantity, words } = draft;
    if (deal === undefined) return refused(t('Choose the deal.'));
    const said = { ...(value ? { value } : {}), ...(quantity === undefined ? {} : { quantity }), ...(words ? { words } : {}) };
    const decided = keepFigure({ deal, field, system, asOf, ...said }, records);
    return decided.ok ? commit(decided.value) : refused(decided.error);
  };
  const refused = (reason: string): boolean => {
    setProblem(reason);
    return false;
  };

  return (
    <AskDialog
      title={t('Enter a figure')}
      text={t('What another system says of a deal. It stands beside ours and overwrites nothing.')}
      submitLabel={t('Keep it')}
      onClose={onClose}
      onSubmit={save}
    >
      <Stack gap="sm">
        <FigureFields draft={draft} isKnown={about !== undefined} onChange={put} />
        <FormProblem message={problem} />
      </Stack>
    </AskDialog>
  );
}

interface FigureFieldsProps {
  readonly draft: Draft;
  /** The deal and the figure are settled. */
  readonly isKnown: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}

function FigureFields({ draft, isKnown, onChange }: FigureFieldsProps) {
  const chooseFigure = (field: FigureName | null): void => {
    if (field) onChange({ field, system: figureField(field)?.system ?? draft.system, ...NOTHING_SAID });
  };
  return (
    <>
      {isKnown ? null : (
        <RefPicker
          to="deal"
          label={t('Deal')}
          autoFocus
          value={draft.deal}
          onChange={(deal) => onChange({ deal: (deal as Id<'deal'> | null) ?? undefined })}
        />
      )}
      {isKnown ? null : (
        <Select
          label={t('Figure')}
          allowDeselect={false}
          data={FIGURE_FIELDS.map(({ field }) => ({ value: field, label: figureLabel(field) }))}
          value={draft.field}
          onChange={chooseFigure}
        />
      )}
      <Select
        label={t('System')}
        allowDeselect={false}
        data={SYSTEMS.map((system) => ({ value: system, label: sourceLabel(system) }))}
        value={draft.system}
        onChange={(system) => system && onChange({ system })}
      />
      <FigureInput draft={draft} onChange={onChange} />
      <DayInput label={t('As of')} value={draft.asOf} onChange={(asOf) => onChange({ asOf: asOf ?? '' })} />
    </>
  );
}

const NOTHING_SAID = { value: undefined, quantity: undefined, words: undefined } as const;

function FigureInput({ draft, onChange }: { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void }) {
  const phaseName = usePhaseNames();
  const declared = figureField(draft.field);
  const label = figureLabel(draft.field);
  switch (declared?.kind) {
    case 'money':
      return <MoneyInput label={label} value={draft.value} onChange={(value) => onChange({ value: value ?? undefined })} />;
    case 'quantity':
      return (
        <NumberInput
          label={label}
          min={0}
          suffix={declared.unit ? ` ${declared.unit}` : ''}
          value={draft.quantity ?? ''}
          onChange={(quantity) => onChange({ quantity: typeof quantity === 'number' ? quantity : undefined })}
        />
      );
    case 'day':
      return <DayInput label={label} value={draft.words ?? null} onChange={(words) => onChange({ words: words ?? undefined })} />;
    default:
      return (
        <Select
          label={label}
          data={PHASES.map((phase) => ({ value: phase, label: phaseName(phase) }))}
          value={draft.words ?? null}
          onChange={(words) => onChange({ words: words ?? undefined })}
        />
      );
  }
}
