import { IconTextWrap } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import { instantOfAt } from '#shared/ledger/clock';
import type { MergedText } from '#shared/ledger/clash';
import type { Entry } from '#shared/ledger/entry';
import { definitionOf, typeOf } from '#shared/records/registry';
import { AgeText } from '../../components/AgeText';
import { EmptyState } from '../../components/EmptyState';
import { PersonName } from '../../components/PersonName';
import { RecordLink } from '../../components/RecordLink';
import { useLive, useWorkspace } from '../../data/live';
import { fieldLabel } from '../../data/review';
import { isTold, mergeDetail } from '../../data/review-detail';
import classes from './MergedTexts.module.css';
import { TextChange } from './TextChange';
import { useSources } from './use-sources';
import { t } from '#shared/values/texts';

const AT_FIRST = 50;

/** Texts in which two people wrote at different places: merged by themselves, to be looked at by whoever likes. */
export function MergedTexts() {
  const merged = useLive((records) => records.merged(), []);
  const [most, setMost] = useState(AT_FIRST);
  const latestFirst = useMemo(() => merged.toSorted((a, b) => ((a.sides[0]?.at ?? '') < (b.sides[0]?.at ?? '') ? 1 : -1)), [merged]);
  const shown = useMemo(() => latestFirst.slice(0, most), [latestFirst, most]);
  const sources = useSources(shown);
  if (merged.length === 0) {
    return (
      <EmptyState
        icon={IconTextWrap}
        title={t('Nothing merged by itself')}
        text={t(
          'Where two people write at different places of one text without seeing each other, the words of both are kept, and it is noted here.',
        )}
      />
    );
  }
  return (
    <div className={classes.merged}>
      <ul className={classes.mergedList} aria-label={t('Merged by itself')}>
        {shown.map((text) => (
          <MergedRow key={`${text.record} ${text.field}`} text={text} log={sources.get(text.record)} />
        ))}
      </ul>
      {most < merged.length ? (
        <button type="button" className={classes.more} onClick={() => setMost(most + AT_FIRST)}>
          {t('Show {{AT_FIRST}} more', { AT_FIRST: Math.min(AT_FIRST, merged.length - most) })}
        </button>
      ) : null}
    </div>
  );
}

function MergedRow({ text, log }: { readonly text: MergedText; readonly log: readonly Entry[] | undefined }) {
  const { records } = useWorkspace();
  const type = typeOf(text.record);
  const detail = useMemo(() => (isTold(text, log) ? mergeDetail(text, log) : undefined), [text, log]);
  if (!type) return null;
  const at = text.sides[0]?.at;
  const from = detail?.base.tag === 'one' && typeof detail.base.value === 'string' ? detail.base.value : undefined;
  return (
    <li className={classes.mergedRow}>
      <div className={classes.mergedHead}>
        <strong>{fieldLabel(type, text.field, records)}</strong>
        <span className={classes.mergedOf}>
          {definitionOf(type).label} <RecordLink type={type} id={text.record} />
        </span>
        <span className={classes.mergedWho}>
          {detail?.choices.map(({ authors: [author] }, index) => (
            <Fragment key={author.entry.id}>
              {index > 0 ? t(' and ') : ''}
              <PersonName id={author.by} />
            </Fragment>
          ))}
          {at ? (
            <>
              {' · '}
              <AgeText value={instantOfAt(at)} />
            </>
          ) : null}
        </span>
      </div>
      {from === undefined ? null : <TextChange from={from} to={text.text} whole={false} />}
    </li>
  );
}
