import { SegmentedControl } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { COMPARED, countDifferences, thenAndNow, type RecordThenAndNow } from '#shared/deal/then-and-now';
import type { Entry } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { definitionOf } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import classes from './ComparedDeal.module.css';
import { ComparedFields, type SentenceOf } from './ComparedFields';
import { ComparedRecord } from './ComparedRecord';
import { t } from '#shared/values/texts';

interface ComparedDealProps {
  readonly deal: Id<'deal'>;
  readonly then: Records;
  readonly now: Records;
  readonly entries: readonly Entry[];
  /** True of the entries that `then` has in it. */
  readonly known: (entry: Entry) => boolean;
  /** `then` is now: there is nothing to hold it against. */
  readonly isNow: boolean;
  readonly sentenceOf: SentenceOf;
}

type Shown = 'everything' | 'differences';

/** The deal at one moment beside the deal now: its facts field by field, then each register and what was sold. */
export function ComparedDeal({ deal, then, now, entries, known, isNow, sentenceOf }: ComparedDealProps) {
  const [chosen, setShown] = useState<Shown>('everything');
  const compared = useMemo(() => thenAndNow(deal, then, now, entries, known), [deal, then, now, entries, known]);
  const differences = useMemo(() => countDifferences(compared), [compared]);
  const shown = isNow ? 'everything' : chosen;
  const facts = compared.find(({ type }) => type === 'deal');
  return (
    <div className={classes.compared}>
      {isNow ? null : (
        <div className={classes.bar}>
          <span role="status">
            {differences === 1 ? t('One difference to now') : t('{{differences}} differences to now', { differences })}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('What to show')}
            value={shown}
            onChange={(next) => setShown(next)}
            data={[
              { value: 'everything', label: t('Everything') },
              { value: 'differences', label: t('Only what differs') },
            ]}
          />
        </div>
      )}
      {shown === 'differences' && differences === 0 ? (
        <EmptyState icon={IconEqual} title={t('Nothing has changed since')} text={t('The deal is what it was at this moment.')} />
      ) : null}
      {facts && isShown(facts, shown) ? <ComparedFields compared={facts} shown={shown} isNow={isNow} sentenceOf={sentenceOf} /> : null}
      {COMPARED.filter((type) => type !== 'deal').map((type) => (
        <Register
          key={type}
          type={type}
          records={compared.filter((record) => record.type === type && isShown(record, shown))}
          isNow={isNow}
          sentenceOf={sentenceOf}
        />
      ))}
    </div>
  );
}

function isShown({ difference }: RecordThenAndNow, shown: Shown): boolean {
  return shown === 'everything' || difference !== 'same';
}

interface RegisterProps {
  readonly type: RecordThenAndNow['type'];
  readonly records: readonly RecordThenAndNow[];
  readonly isNow: boolean;
  readonly sentenceOf: SentenceOf;
}

function Register({ type, records, isNow, sentenceOf }: RegisterProps) {
  const then = records.filter(({ difference }) => difference !== 'added').length;
  if (records.length === 0) return null;
  return (
    <section className={classes.register}>
      <h3 className={classes.heading}>
        {definitionOf(type).plural} <span className={classes.count}>{isNow ? records.length : then}</span>
      </h3>
      {records.map((record) => (
        <ComparedRecord key={record.record} compared={record} isNow={isNow} sentenceOf={sentenceOf} />
      ))}
    </section>
  );
}
