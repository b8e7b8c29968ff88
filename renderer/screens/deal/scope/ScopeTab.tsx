import { IconListCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { SCOPE_STATUSES } from '#shared/records/scope-line';
import { scopeLinesOf } from '#shared/scope/live-line';
import { EmptyState } from '../../../components/EmptyState';
import { bodyOf, idOf } from '../../../components/record-path';
import { useAddressState } from '../../../components/use-address-state';
import { useLive, useRecord } from '../../../data/live';
import { ListAndPanel } from '../ListAndPanel';
import { ConstraintBanner } from './ConstraintBanner';
import { CoverageList } from './CoverageList';
import { gridItems } from './grid-items';
import { LineDialog, type AskedOfLine } from './LineDialogs';
import { LinePanel } from './LinePanel';
import { PasteDialog } from './PasteDialog';
import { ScopeBar } from './ScopeBar';
import { ScopeGrid, type ScopeGridHandle } from './ScopeGrid';
import classes from './ScopeTab.module.css';
import { usePaste } from './use-paste';
import { t } from '#shared/values/texts';

/** What is sold, line by line: written like a spreadsheet, checked against what the client rules out and what the SOW says. */
export function ScopeTab({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const [addBelow, setAddBelow] = useState<string>();
  const [asked, setAsked] = useState<AskedOfLine>();
  const paste = usePaste(deal);
  const grid = useRef<ScopeGridHandle>(null);
  const status = SCOPE_STATUSES.find((known) => known === address.get('status'));
  const isCoverage = address.get('show') === 'coverage';
  const find = address.get('find') ?? '';
  const opened = useRecord('scopeLine', idOf('scopeLine', address.get('line') ?? undefined));
  const lines = useLive((records) => scopeLinesOf(records, deal.id), [deal.id]);
  const items = useMemo(() => gridItems(lines, { status, find, addBelow }), [lines, status, find, addBelow]);
  const shown = useMemo(() => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])), [items]);
  const open = (line: string | undefined): void => change({ line: line ? bodyOf(line) : null });
  const add = (): void => {
    change({ status: null, show: null, find: null });
    grid.current?.write();
  };
  return (
    <ListAndPanel
      label={t('Scope')}
      onClose={opened ? () => open(undefined) : undefined}
      panel={opened ? <LinePanel key={opened.id} line={opened} onClose={() => open(undefined)} /> : null}
    >
      <div className={classes.page}>
        <ConstraintBanner deal={deal} onOpen={open} />
        <ScopeBar
          deal={deal}
          status={status}
          isCoverage={isCoverage}
          find={find}
          shown={shown}
          onChange={change}
          onAdd={add}
          onPaste={paste.ask}
        />
        {isCoverage ? (
          <CoverageList deal={deal} onOpen={open} />
        ) : (
          <div className={classes.scope}>
            <ScopeGrid
              ref={grid}
              deal={deal}
              items={items}
              addBelow={addBelow}
              onAddBelow={setAddBelow}
              opened={opened?.id}
              onOpen={open}
              onAsk={setAsked}
              onRows={paste.paste}
            />
            {lines.length === 0 ? <NoScope /> : <Hint />}
          </div>
        )}
      </div>
      {asked ? <LineDialog asked={asked} onClose={() => setAsked(undefined)} /> : null}
      {paste.asked ? <PasteDialog deal={deal} initial={paste.asked.text} onAdd={paste.addAsked} onClose={paste.close} /> : null}
    </ListAndPanel>
  );
}

function NoScope() {
  return (
    <EmptyState
      icon={IconListCheck}
      title={t('No scope yet')}
      text={t(
        'Write the first line above, paste rows of a spreadsheet, or select the words in a mail or call of the story: a line keeps where it came from.',
      )}
    />
  );
}

function Hint() {
  return (
    <p className={classes.hint}>
      {t(
        'Type or Enter edits · Tab goes on · Space opens a line · Alt+↑ and Alt+↓ move it · Insert writes one below · Ctrl+V pastes rows · Esc, then Tab, leaves the table',
      )}
    </p>
  );
}
