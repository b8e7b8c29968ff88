import { useDeferredValue, useMemo } from 'react';
import { dealStory } from '#shared/deal/story';
import type { Entry } from '#shared/ledger/entry';
import type { Deal } from '#shared/records/registry';
import { bodyOf, idOf } from '../../../components/record-path';
import { useAddressState } from '../../../components/use-address-state';
import { TIME_ZONE } from '../../../components/use-today';
import { useWording } from '../../../components/use-wording';
import { useLive, useRecord } from '../../../data/live';
import type { Span } from '../words/sentences';
import { DealFacts } from '../DealFacts';
import { ListAndPanel } from '../ListAndPanel';
import { LogDialog, type Loggable, LOGGABLE } from './LogDialog';
import { MomentPanel } from './MomentPanel';
import { PasteChatDialog } from './PasteChatDialog';
import { filterStory } from './story-filter';
import { StoryList } from './StoryList';
import { storyRows, type StoryOrder } from './story-rows';
import { StoryToolbar } from './StoryToolbar';
import { t } from '#shared/values/texts';

interface StoryTabProps {
  readonly deal: Deal;
  readonly history: readonly Entry[];
}

/** Everything that was said, sent and done in a deal on one line, across the signature. Filters live in the address. */
export function StoryTab({ deal, history }: StoryTabProps) {
  const [address, change] = useAddressState();
  const wording = useWording();
  const items = useLive((records) => dealStory(deal.id, history, records, wording), [deal.id, history, wording]);
  const facets = address.get('kind') ?? '';
  const people = address.get('who') ?? '';
  const find = useDeferredValue(address.get('find') ?? '');
  const order: StoryOrder = address.get('order') === 'oldest' ? 'oldest' : 'newest';
  const shown = useMemo(
    () => filterStory(items, { facets: listed(facets), people: listed(people), words: find }),
    [items, facets, people, find],
  );
  const rows = useMemo(() => storyRows(shown, order, TIME_ZONE), [shown, order]);
  const moment = useRecord('moment', idOf('moment', address.get('moment') ?? undefined));
  const words = address.get('words');
  const sought = useMemo(() => spanOf(words), [words]);
  const log = address.get('log');
  const open = (id: string): void => change({ moment: bodyOf(id), words: null });
  const close = (): void => change({ moment: null, words: null });
  return (
    <ListAndPanel
      label={t('Story')}
      onClose={moment ? close : undefined}
      panel={
        moment ? <MomentPanel key={moment.id} moment={moment} sought={sought} onOpen={open} onClose={close} /> : <DealFacts deal={deal} />
      }
    >
      <StoryToolbar deal={deal} items={items} shown={shown.length} address={address} onChange={change} />
      <StoryList
        rows={rows}
        everything={items.length}
        silent={items.every(({ kind }) => kind !== 'moment')}
        reading={moment?.id}
        onOpen={open}
        onLog={() => change({ log: 'call' })}
        onAll={() => change({ kind: null, who: null, find: null })}
      />
      {isLoggable(log) ? <LogDialog deal={deal} kind={log} onClose={() => change({ log: null })} /> : null}
      {log === 'chat' ? <PasteChatDialog deal={deal} onClose={() => change({ log: null })} /> : null}
    </ListAndPanel>
  );
}

function listed(value: string): readonly string[] {
  return value === '' ? [] : value.split(',');
}

/** `120-180`: words of the moment that somebody came to read, as an address carries them. */
function spanOf(words: string | null): Span | undefined {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/u.exec(words ?? '') ?? [];
  return start !== undefined && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : undefined;
}

function isLoggable(value: string | null): value is Loggable {
  return (LOGGABLE as readonly (string | null)[]).includes(value);
}
