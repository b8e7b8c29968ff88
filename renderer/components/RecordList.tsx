import { useMemo } from 'react';
import type { RecordId } from '#shared/ledger/entry';
import { type RecordType, typeOf } from '#shared/records/registry';
import { nounOf } from '#shared/records/title';
import classes from './RecordList.module.css';
import { RecordLink } from './RecordLink';
import { countText } from './text-of';
import { t } from '#shared/values/texts';

const SHOWN = 8;

interface RecordListProps {
  readonly ids: readonly RecordId[];
  /** How many there are, where `ids` are not all of them. */
  readonly count?: number;
  /** A link was followed: away with whatever the list stands in. */
  readonly onOpen: () => void;
}

/** The first few of many records as ways to them, what people speak of first. */
export function RecordList({ ids, count = ids.length, onOpen }: RecordListProps) {
  const spoken = useMemo(() => spokenOf(ids), [ids]);
  const shown = spoken.slice(0, SHOWN);
  const rest = count - (ids.length - spoken.length) - shown.length;
  return (
    <ul className={classes.list}>
      {shown.map(({ id, type }) => (
        <li key={id} className={classes.record}>
          <span className={classes.noun}>{sentence(nounOf(id))}</span>
          {/* A press on the link has led away from here. */}
          <span onClickCapture={(event) => event.target instanceof HTMLAnchorElement && onOpen()}>
            <RecordLink type={type} id={id} />
          </span>
        </li>
      ))}
      {rest > 0 ? <li>{t('and {{rest}}', { rest: countText(rest, t('more record'), t('more records')) })}</li> : null}
    </ul>
  );
}

/** Nobody speaks of these: where rows of an import came from, who read what. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['importedRow', 'readReceipt', 'visit', 'savedView']);
const FIRST: readonly string[] = ['deal', 'account', 'contact'];

function spokenOf(ids: readonly RecordId[]): readonly { readonly id: RecordId; readonly type: RecordType }[] {
  const known = ids.flatMap((id) => {
    const type = typeOf(id);
    return type === undefined || BOOKKEEPING.has(type) ? [] : [{ id, type }];
  });
  return known.toSorted((a, b) => placeOf(a.type) - placeOf(b.type));
}

const placeOf = (type: string): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

const sentence = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1);
