import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconCheck, IconDots, IconGift, IconScissors, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import type { ScopeLine } from '#shared/records/registry';
import { finishLine, placeLine, type PlainStatus } from '#shared/scope/lifecycle';
import { useArchive } from '../../../components/use-archive';
import { useCommit, useRecord, useWorkspace } from '../../../data/live';
import { LineDialog, type AskedOfLine } from './LineDialogs';
import { t } from '#shared/values/texts';

/** What can become of a line. What asks for a reason says so by its dots. */
export function LineActs({ line }: { readonly line: ScopeLine }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const { archive } = useArchive();
  const deal = useRecord('deal', line.deal);
  const [asked, setAsked] = useState<AskedOfLine['to']>();
  const view = () => ({ undecided: records.undecided(line.id) });
  const place = (to: PlainStatus): void => void commit(placeLine(line, to, view()));
  const isOut = line.status === 'negotiated away' || line.status === 'courtesy';
  const back: PlainStatus = deal && isSignedDeal(deal) ? 'in' : 'proposed';
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('More for {{title}}', { title: line.title })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isOut ? <Act icon={IconArrowBackUp} label={t('Bring it back')} run={() => place(back)} /> : null}
          {isOut ? null : PLAIN.filter((to) => to !== line.status).map((to) => <Act key={to} label={LABELS[to]} run={() => place(to)} />)}
          {line.status !== 'done' && line.status !== 'negotiated away' ? (
            <Act icon={IconCheck} label={t('Mark as done')} run={() => void commit(finishLine(line, view()))} />
          ) : null}
          <Menu.Divider />
          {line.status !== 'courtesy' ? <Act icon={IconGift} label={t('Give as a courtesy…')} run={() => setAsked('courtesy')} /> : null}
          {line.status !== 'negotiated away' ? (
            <Act icon={IconScissors} label={t('Negotiate away…')} run={() => setAsked('negotiated away')} />
          ) : null}
          <Act icon={IconArchive} label={t('Archive')} run={() => void archive(line)} />
        </Menu.Dropdown>
      </Menu>
      {asked ? <LineDialog asked={{ line, to: asked }} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

const PLAIN: readonly PlainStatus[] = ['proposed', 'in', 'optional'];
const LABELS: Readonly<Record<PlainStatus, string>> = { proposed: t('Propose it'), in: t('Take it in'), optional: t('Make it optional') };

interface ActProps {
  readonly icon?: Icon;
  readonly label: string;
  readonly run: () => void;
}

function Act({ icon: Symbol, label, run }: ActProps) {
  return (
    <Menu.Item leftSection={Symbol ? <Symbol size={16} stroke={1.75} /> : null} onClick={run}>
      {label}
    </Menu.Item>
  );
}
