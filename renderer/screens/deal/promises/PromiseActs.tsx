import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconChevronDown, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Decision, Objection } from '#shared/records/registry';
import { ReasonDialog } from '../../../components/AskDialog';
import { useArchive } from '../../../components/use-archive';
import { useCommit, useLive, useMe, useRecord } from '../../../data/live';
import { wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import { actsOf, type PossibleActs, type PromiseAct } from './promise-acts';
import classes from './PromiseLine.module.css';
import { ReplaceDecisionDialog, ResolveObjectionDialog } from './SettleDialogs';
import { t } from '#shared/values/texts';

type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reason'; readonly act: Extract<PromiseAct, { kind: 'with reason' }> }
  | { readonly kind: 'resolve'; readonly objection: Objection }
  | { readonly kind: 'replace'; readonly decision: Decision };

/** What can be done with a promise now: what it waits for as a button, the others in a menu. */
export function PromiseActs({ record }: { readonly record: PromiseRecord }) {
  const commit = useCommit();
  const { archive } = useArchive();
  const me = useRecord('person', useMe());
  const acts = useLive((records) => actsOf(record, records, me), [record, me]);
  const [asked, setAsked] = useState<Asked>({ kind: 'nothing' });
  const close = (): void => setAsked({ kind: 'nothing' });
  const run = (act: PromiseAct): void => {
    if (act.kind === 'at once') void commit(act.decide());
    else if (act.kind === 'with reason') setAsked({ kind: 'reason', act });
    else if (act.kind === 'resolve objection') setAsked({ kind: 'resolve', objection: act.objection });
    else setAsked({ kind: 'replace', decision: act.decision });
  };
  return (
    <span className={classes.acts}>
      {acts.next ? <NextAct {...acts.next} onRun={run} /> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={t('More for {{record}}', { record: wordingOf(record) })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.others.map((act) => (
            <Menu.Item key={act.label} onClick={() => run(act)}>
              {act.label}
            </Menu.Item>
          ))}
          {acts.others.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(record)}>
            {t('Archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked.kind === 'reason' ? (
        <ReasonDialog
          title={asked.act.label.replace('…', '')}
          text={`“${wordingOf(record)}”`}
          label={asked.act.question}
          submitLabel={t('Record it')}
          onClose={close}
          onSubmit={(why) => commit(asked.act.decide(why))}
        />
      ) : null}
      {asked.kind === 'resolve' ? <ResolveObjectionDialog objection={asked.objection} onClose={close} /> : null}
      {asked.kind === 'replace' ? <ReplaceDecisionDialog decision={asked.decision} onClose={close} /> : null}
    </span>
  );
}

type NextActProps = NonNullable<PossibleActs['next']> & { readonly onRun: (act: PromiseAct) => void };

/** What the promise waits for: a button, or a choice where several acts would do. */
function NextAct({ label, acts, onRun }: NextActProps) {
  const [only] = acts;
  if (only && acts.length === 1) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => onRun(only)}>
        {label}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act.label} onClick={() => onRun(act)}>
            {act.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
