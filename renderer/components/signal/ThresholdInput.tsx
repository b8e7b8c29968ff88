import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { maySetSignals, setThreshold, SIGNAL_CHOICES, type SignalChoice, signalSettings } from '#shared/signals/signal-settings';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { useMyRoles } from '../use-my-roles';

interface ThresholdInputProps {
  readonly name: SignalChoice;
  /** Without a label of its own: it stands beside the words. */
  readonly bare?: boolean;
}

/** One number from which on a signal speaks, set where it stands. What is out of bounds is refused and put back. */
export function ThresholdInput({ name, bare = false }: ThresholdInputProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const held = useLive((live) => signalSettings(live)[name], [name]);
  const maySet = maySetSignals(useMyRoles());
  const [draft, setDraft] = useState<number | string>(held);
  useEffect(() => setDraft(held), [held]);
  const { label, unit, from, to, whole } = SIGNAL_CHOICES[name];
  const save = async (): Promise<void> => {
    const wanted = typeof draft === 'number' ? draft : Number.NaN;
    if (wanted === held) return;
    if (!(await commit(setThreshold(name, wanted, records)))) setDraft(held);
  };
  return (
    <NumberInput
      size="xs"
      w={bare ? 110 : 170}
      {...(bare ? { 'aria-label': label } : { label })}
      suffix={unit ? ` ${unit}` : ''}
      min={from}
      max={to}
      clampBehavior="none"
      allowDecimal={!whole}
      step={whole ? 1 : 0.5}
      disabled={!maySet}
      value={draft}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(held);
      }}
    />
  );
}
