import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Decision, Objection } from '#shared/records/registry';
import { ReasonDialog } from '../../../components/AskDialog';
import { useArchive } from '../../../components/use-archive';
import { useCommit, useLive, useMe, useRecord } from '../../../data/live';
import { wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import { actsOf, type PromiseAct } from './promise-acts';
import classes from './PromiseLine.module.css';
import { ReplaceDecisionDialog, ResolveObjectionDialog } from './SettleDialogs';

type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reason'; readonly act: Extract<PromiseAct, { kind: 'with reason' }> }
  | { readonly kind: 'resolve'; readonly objection: Objection }
  | { readonly kind: 'replace'; readonly decision: Decision };

/** What can be done with a promise now: the likeliest as a button, the others in a menu. */
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
  const [first, ...others] = acts;
  return (
    <span className={classes.acts}>
      {first ? (
        <Button size="compact-sm" variant="default" onClick={() => run(first)}>
          {first.label}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={26} variant="subtle" color="gray" aria-label={`More for ${wordingOf(record)}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((act) => (
            <Menu.Item key={act.label} onClick={() => run(act)}>
              {act.label}
            </Menu.Item>
          ))}
          {others.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(record)}>
            Archive
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked.kind === 'reason' ? (
        <ReasonDialog
          title={asked.act.label.replace('…', '')}
          text={`“${wordingOf(record)}”`}
          label={asked.act.question}
          submitLabel="Record it"
          onClose={close}
          onSubmit={(why) => commit(asked.act.decide(why))}
        />
      ) : null}
      {asked.kind === 'resolve' ? <ResolveObjectionDialog objection={asked.objection} onClose={close} /> : null}
      {asked.kind === 'replace' ? <ReplaceDecisionDialog decision={asked.decision} onClose={close} /> : null}
    </span>
  );
}
