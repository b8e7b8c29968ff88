import { Text, TextInput } from '@mantine/core';
import { Fragment, useEffect, useState } from 'react';
import type { Phase } from '#shared/records/deal';
import { PHASES } from '#shared/records/deal';
import { DELIVERY } from '#shared/deal/phase';
import { phaseNameKey, phaseNames, settingId } from '#shared/records/phase-names';
import { createRecord, editRecord } from '#shared/records/write';
import { sentence } from '../../components/FieldValue';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

/** The firm's own words for the phases. Where the signature stands is not a matter of taste. */
export function PhaseSettings() {
  const names = useLive(phaseNames, []);
  return (
    <SectionCard flush title={t('Names of the phases')}>
      <div className={classes.phases}>
        {PHASES.map((phase) => (
          <Fragment key={phase}>
            {phase === DELIVERY[0] ? <div className={classes.signature}>{t('Signature')}</div> : null}
            <PhaseRow phase={phase} name={names[phase]} />
          </Fragment>
        ))}
      </div>
      <Text size="sm" c="dimmed" p={18} pt={10}>
        {t('Empty brings back our own word. Imports and rules know a phase whatever it is called.')}
      </Text>
    </SectionCard>
  );
}

interface PhaseRowProps {
  readonly phase: Phase;
  readonly name: string;
}

function PhaseRow({ phase, name }: PhaseRowProps) {
  const [draft, setDraft] = useState(name);
  const mayWrite = useMayWrite('firmSetting');
  const rename = useRename(phase);
  useEffect(() => setDraft(name), [name]);
  const save = (): void => {
    const wanted = draft.trim();
    if (wanted === name) return;
    if (wanted === '') setDraft(sentence(phase));
    void rename(wanted === '' || wanted === sentence(phase) ? null : wanted);
  };
  return (
    <div className={classes.phase}>
      <Text size="sm" c="dimmed" component="label" htmlFor={`phase-${phase}`}>
        {sentence(phase)}
      </Text>
      <TextInput
        id={`phase-${phase}`}
        size="xs"
        maxLength={40}
        disabled={!mayWrite}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(name);
        }}
      />
    </div>
  );
}

function useRename(phase: Phase): (name: string | null) => Promise<boolean> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const key = phaseNameKey(phase);
  return (name) => {
    const id = settingId(key);
    const setting = workspace.records.get('firmSetting', id);
    const telling = { act: 'setting.renamePhase' };
    return commit(
      setting
        ? editRecord('firmSetting', setting, { value: name }, telling)
        : createRecord('firmSetting', id, { key, value: name }, telling),
    );
  };
}
