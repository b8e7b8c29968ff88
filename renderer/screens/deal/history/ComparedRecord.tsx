import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordThenAndNow } from '#shared/deal/then-and-now';
import { typeOf } from '#shared/records/registry';
import { useArchive } from '../../../components/use-archive';
import { useRecord } from '../../../data/live';
import classes from './ComparedDeal.module.css';
import { ComparedFields, type SentenceOf } from './ComparedFields';
import { t } from '#shared/values/texts';

const WORDS: Readonly<Record<RecordThenAndNow['difference'], string>> = {
  same: '',
  changed: t('Changed since'),
  added: t('Added since'),
  removed: t('Put away since'),
};

interface ComparedRecordProps {
  readonly compared: RecordThenAndNow;
  readonly isNow: boolean;
  readonly sentenceOf: SentenceOf;
}

/** One record of a register, then and now; its fields open beneath it. */
export function ComparedRecord({ compared, isNow, sentenceOf }: ComparedRecordProps) {
  const [open, setOpen] = useState(false);
  const { difference, title } = compared;
  return (
    <div className={classes.record} data-difference={difference}>
      <div className={classes.line}>
        <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
          <span className={classes.title}>{title}</span>
          {isNow ? null : <span className={classes.difference}>{WORDS[difference]}</span>}
        </button>
        {difference === 'removed' ? <Restore record={compared.record} /> : null}
      </div>
      {open || difference === 'changed' ? (
        <ComparedFields compared={compared} shown={open ? 'everything' : 'differences'} isNow={isNow} sentenceOf={sentenceOf} />
      ) : null}
    </div>
  );
}

function Restore({ record: id }: { readonly record: RecordThenAndNow['record'] }) {
  const { restore } = useArchive();
  const record = useRecord(typeOf(id) ?? 'deal', id);
  return record?.archived ? (
    <Button size="compact-xs" variant="subtle" onClick={() => void restore(record)}>
      {t('Bring back')}
    </Button>
  ) : null;
}
