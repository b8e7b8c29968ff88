import { Button, CloseButton, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useLive } from '../../data/live';
import type { BulkPick } from '../../data/review-settle';
import classes from './Review.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface BulkBarProps {
  readonly count: number;
  readonly me: string;
  /** Everybody who has a side in what is selected. */
  readonly people: ReadonlySet<string>;
  readonly onPick: (pick: BulkPick) => void;
  readonly onClear: () => void;
}

/** Several at once: what is shown now, or what one person wrote. */
export function BulkBar({ count, me, people, onPick, onClear }: BulkBarProps) {
  const others = [...people].filter((id) => id !== me);
  const names = useLive((records) => others.map((id) => records.get('person', id)?.name ?? t('Unknown person')), [others.join(' ')]);
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('Selected')}>
      <span className={classes.bulkCount}>
        <Sentence
          text={t('<closeButton/>{{number}} selected')}
          parts={{ closeButton: <CloseButton size="sm" aria-label={t('Select nothing')} onClick={onClear} /> }}
          values={{ number: count }}
        />
      </span>
      <Button size="compact-sm" variant="default" onClick={() => onPick({ kind: 'latest' })}>
        {t('Take the latest')}
      </Button>
      {people.has(me) ? (
        <Button size="compact-sm" variant="default" onClick={() => onPick({ kind: 'person', person: me })}>
          {t('Take mine')}
        </Button>
      ) : null}
      <Theirs people={others.map((id, at) => ({ id, name: names[at] ?? '' }))} onPick={onPick} />
    </div>
  );
}

interface TheirsProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onPick: (pick: BulkPick) => void;
}

function Theirs({ people, onPick }: TheirsProps) {
  const [only, ...more] = people;
  if (!only) return null;
  if (more.length === 0) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => onPick({ kind: 'person', person: only.id })}>
        {t('Take {{name}}’s', { name: only.name })}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          {t('Take theirs')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onPick({ kind: 'person', person: id })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
