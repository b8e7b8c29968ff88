import { Popover, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SyncState } from '../../data/sync-state';
import { useSync } from '../../data/live';
import classes from './SyncPill.module.css';
import { SyncPopover } from './SyncPopover';
import { pillText, spokenState } from './sync-words';
import { useCalmState } from './use-calm-state';
import { t } from '#shared/values/texts';

/** Where this workspace stands with its server, in a dot and a few words; a press tells the rest. */
export function SyncPill() {
  const facts = useSync();
  const state = useCalmState(facts.state);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={400} trapFocus returnFocus withinPortal shadow="md">
        <Popover.Target>
          <UnstyledButton
            className={classes.pill}
            data-sync={state.kind}
            aria-label={t('Sync: {{state}}', { state: pillText(state, Date.now()) })}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <span className={classes.dot} aria-hidden />
            <span className={`${classes.words} num`}>{pillText(state, Date.now())}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0}>{opened ? <SyncPopover facts={facts} onClose={() => setOpened(false)} /> : null}</Popover.Dropdown>
      </Popover>
      <Spoken state={state} />
    </>
  );
}

/** The live region: what stays quiet is repeated as it was, so nothing is read aloud with every change. */
function Spoken({ state }: { readonly state: SyncState }) {
  const before = useRef('');
  const words = spokenState(state, before.current);
  useEffect(() => {
    before.current = words;
  }, [words]);
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  );
}
