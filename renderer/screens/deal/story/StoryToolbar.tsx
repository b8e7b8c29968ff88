import { Button, CloseButton, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconMessages,
  IconPaperclip,
  IconPlus,
  IconSearch,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { StoryItem } from '#shared/deal/story';
import { typeOf, type Deal } from '#shared/records/registry';
import { FacetPill } from '../../../components/FacetPill';
import { MOMENT_ICONS } from '../../../components/moment-icons';
import { QuietButton } from '../../../components/QuietButton';
import { recordTitle } from '#shared/records/title';
import type { AddressChanges } from '../../../components/use-address-state';
import { useLive } from '../../../data/live';
import { LOGGABLE, LOG_TITLES } from './LogDialog';
import { FACETS, facetsOf, peopleIn } from './story-filter';
import classes from './StoryToolbar.module.css';
import { useAddFiles } from '../../../components/use-add-files';
import { t } from '#shared/values/texts';

interface StoryToolbarProps {
  readonly deal: Deal;
  readonly items: readonly StoryItem[];
  /** How many of them pass the filter. */
  readonly shown: number;
  readonly address: URLSearchParams;
  readonly onChange: (changes: AddressChanges) => void;
}

/** What of the story is shown, in which order, and the ways to add to it. */
export function StoryToolbar({ deal, items, shown, address, onChange }: StoryToolbarProps) {
  const kinds = useMemo(() => kindOptions(items), [items]);
  const people = usePeopleOptions(items);
  const find = address.get('find') ?? '';
  const oldest = address.get('order') === 'oldest';
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('Story')}>
      <TextInput
        className={classes.find}
        size="xs"
        placeholder={t('Find in this story')}
        aria-label={t('Find in this story')}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={find ? <CloseButton size="sm" aria-label={t('Clear')} onClick={() => onChange({ find: null })} /> : null}
        value={find}
        onChange={(event) => onChange({ find: event.currentTarget.value })}
      />
      <FacetPill
        label={t('Kind')}
        options={kinds}
        chosen={listed(address.get('kind'))}
        onChange={(chosen) => onChange({ kind: chosen.join(',') })}
      />
      <FacetPill
        label={t('People')}
        options={people}
        chosen={listed(address.get('who'))}
        onChange={(chosen) => onChange({ who: chosen.join(',') })}
      />
      <span className={classes.count} role="status">
        {shown === items.length ? '' : t('{{shown}} of {{items}}', { shown, items: items.length })}
      </span>
      <Tooltip label={oldest ? t('Oldest first') : t('Newest first')}>
        <QuietButton
          aria-label={oldest ? t('Oldest first. Show the newest first') : t('Newest first. Show the oldest first')}
          onClick={() => onChange({ order: oldest ? null : 'oldest' })}
        >
          {oldest ? <IconSortAscending size={16} /> : <IconSortDescending size={16} />}
        </QuietButton>
      </Tooltip>
      <LogMenu deal={deal} onLog={(log) => onChange({ log })} />
    </div>
  );
}

function LogMenu({ deal, onLog }: { readonly deal: Deal; readonly onLog: (what: string) => void }) {
  const addFiles = useAddFiles({ deal: deal.id });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} rightSection={<IconChevronDown size={14} />}>
          {t('Add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LOGGABLE.map((kind) => {
          const Symbol = MOMENT_ICONS[kind];
          return (
            <Menu.Item key={kind} leftSection={<Symbol size={16} stroke={1.75} />} onClick={() => onLog(kind)}>
              {LOG_TITLES[kind]}
            </Menu.Item>
          );
        })}
        <Menu.Item leftSection={<IconMessages size={16} stroke={1.75} />} onClick={() => onLog('chat')}>
          {t('Paste a chat')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPaperclip size={16} stroke={1.75} />} onClick={() => void addFiles()}>
          {t('Add files')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Only kinds that occur, with how often. */
function kindOptions(items: readonly StoryItem[]) {
  const counts = new Map<string, number>();
  for (const item of items) for (const facet of facetsOf(item)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return FACETS.filter(({ facet }) => counts.has(facet)).map(({ facet, label }) => ({
    value: facet,
    label: `${label} · ${counts.get(facet)}`,
  }));
}

/** Everybody who took part, by name. */
function usePeopleOptions(items: readonly StoryItem[]) {
  const ids = useMemo(() => [...new Set(items.flatMap(peopleIn))], [items]);
  const names = useLive(
    (records) =>
      ids.map((id) => {
        const type = typeOf(id);
        const record = type && records.get(type, id);
        return record ? recordTitle(record) : t('Unknown');
      }),
    [ids],
  );
  return useMemo(
    () => ids.map((value, at) => ({ value, label: names[at] ?? '' })).toSorted((a, b) => a.label.localeCompare(b.label)),
    [ids, names],
  );
}

function listed(value: string | null): readonly string[] {
  return value ? value.split(',') : [];
}
