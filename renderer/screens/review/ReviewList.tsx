import { useVirtualizer } from '@tanstack/react-virtual';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, type MouseEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { ARCHIVED, type Json } from '#shared/ledger/entry';
import { HEALTHS } from '#shared/records/deal';
import type { Field } from '#shared/records/define-record';
import { shorten } from '#shared/records/title';
import { valueText, type Wording } from '#shared/records/value-text';
import { instantOfAt } from '#shared/ledger/clock';
import { AgeText } from '../../components/AgeText';
import { sentence } from '../../components/FieldValue';
import { HEALTH_WORDS } from '../../components/HealthDot';
import { useWording } from '../../components/use-wording';
import type { ReviewGroup, ReviewItem } from '../../data/review';
import { isRequired } from '../../data/review';
import { isProse } from './draft';
import classes from './Review.module.css';
import { type ReviewRow, rowsOf } from './review-rows';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface ReviewListProps {
  readonly groups: readonly ReviewGroup[];
  readonly current: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onCurrent: (key: string) => void;
  readonly onSelect: (key: string) => void;
}

const HEAD = 36;
const ROW = 62;

/** What waits for a choice, by deal and account. Only the lines in view exist, however many there are. */
export function ReviewList({ groups, current, selected, list, onCurrent, onSelect }: ReviewListProps) {
  const name = useId();
  const rows = useMemo(() => rowsOf(groups), [groups]);
  const count = useMemo(() => rows.filter(({ kind }) => kind === 'item').length, [rows]);
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => row.kind === 'item' && row.item.key === current);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? HEAD : ROW),
    overscan: 10,
  });
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at === 1 ? 0 : at);
  }, [at, virtualizer]);
  const onClick = ({ target }: MouseEvent<HTMLElement>): void => {
    if (!(target instanceof Element)) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (key === undefined) return;
    if (target.closest('[data-tick]')) onSelect(key);
    else onCurrent(key);
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the screen listens for keys wherever the focus is */}
      <div
        ref={list}
        role="listbox"
        aria-label={t('To settle')}
        aria-multiselectable
        aria-activedescendant={at < 0 ? undefined : `${name}-${at}`}
        tabIndex={0}
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const key = row.kind === 'head' ? row.group.home : row.item.key;
          return (
            <div key={key} role="presentation" className={classes.place} style={{ transform: `translateY(${start}px)` }}>
              {row.kind === 'head' ? (
                <GroupHead group={row.group} />
              ) : (
                <ItemRow id={`${name}-${index}`} row={row} count={count} isCurrent={index === at} isSelected={selected.has(key)} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupHead({ group }: { readonly group: ReviewGroup }) {
  return (
    <div className={classes.groupHead} role="presentation" style={{ height: HEAD }}>
      <span className={classes.groupTitle}>{group.title}</span>
      <span className={classes.groupCount}>{group.items.length}</span>
    </div>
  );
}

interface ItemRowProps {
  readonly id: string;
  readonly row: Extract<ReviewRow, { kind: 'item' }>;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

function PlainItem({ id, row, count, isCurrent, isSelected }: ItemRowProps) {
  const { item, group, at } = row;
  const wording = useWording();
  const latest = item.clash.sides[0]?.at;
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words are its label
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={at + 1}
      data-key={item.key}
      data-current={isCurrent || undefined}
      className={classes.row}
      style={{ height: ROW }}
    >
      <span className={classes.tick} data-tick data-on={isSelected || undefined} aria-hidden />
      <span className={classes.rowText}>
        <span className={classes.rowLine}>
          <span className={classes.rowLabel}>
            {item.label}
            {item.clash.record === group.home ? null : <span className={classes.rowOwner}> · {shorten(item.title, 48)}</span>}
          </span>
          <span className={classes.rowAge}>{latest ? <AgeText value={instantOfAt(latest)} /> : null}</span>
        </span>
        <span className={classes.rowLine}>
          <span className={classes.rowValues}>{valuesInShort(item, wording)}</span>
          {isRequired(item) ? (
            <span className={classes.required}>
              <Sentence
                text={t('<iconAlertTriangle/> Undecided')}
                parts={{ iconAlertTriangle: <IconAlertTriangle size={13} aria-hidden /> }}
              />
            </span>
          ) : null}
        </span>
      </span>
    </div>
  );
}

const ItemRow = memo(PlainItem);

/** The values against each other, in a line: `€48,000 ⁄ €45,000`. */
function valuesInShort({ clash, declared }: ReviewItem, wording: Wording): string {
  if (clash.field === ARCHIVED) return t('Archived by one, edited by another');
  if (isProse(declared)) return t('{{sides}} texts that overlap', { sides: clash.sides.length });
  const values = clash.sides.map(({ value }) => {
    if (value === undefined) return t('redacted');
    if (value === true) return t('included');
    if (value === null || value === '') return clash.field.includes('/') ? t('not included') : t('nothing');
    if (declared?.kind === 'choice') return choiceText(declared, value, wording);
    return shorten(valueText(declared, value, wording), 40);
  });
  return [...new Set(values)].join('  ⁄  ');
}

/** As the panel writes it: health has words of its own. */
function choiceText(declared: Extract<Field, { kind: 'choice' }>, value: Json, wording: Wording): string {
  if (declared.options === HEALTHS && typeof value === 'string' && Object.hasOwn(HEALTH_WORDS, value)) {
    return HEALTH_WORDS[value as keyof typeof HEALTH_WORDS];
  }
  return sentence(valueText(declared, value, wording));
}
