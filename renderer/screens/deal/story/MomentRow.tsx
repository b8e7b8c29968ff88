import { useState } from 'react';
import type { StoryItem } from '#shared/deal/story';
import type { Moment } from '#shared/records/registry';
import { MOMENT_ICONS } from '../../../components/moment-icons';
import { UnsentMark } from '../../../components/UnsentMark';
import { useLive } from '../../../data/live';
import { kindOfPromise } from '../../../data/reads/promises';
import { registerOf } from '../promises/promise-kinds';
import { clockText } from './clock-text';
import { Expander } from './Expander';
import { peopleText } from './people-text';
import classes from './StoryRow.module.css';
import { t } from '#shared/values/texts';

interface MomentRowProps {
  readonly item: Extract<StoryItem, { readonly kind: 'moment' }>;
  readonly reading: boolean;
  readonly onOpen: (moment: string) => void;
}

const SNIPPET = 280;

/** Something that was said or sent: who, about what, its first words; all of them in place, or beside the list. */
export function MomentRow({ item, reading, onOpen }: MomentRowProps) {
  const { moment, promises } = item;
  const [open, setOpen] = useState(false);
  const who = useLive((records) => peopleText(moment, records), [moment]);
  const Symbol = MOMENT_ICONS[moment.kind];
  const body = moment.body?.trim() ?? '';
  return (
    <article className={classes.row} data-kind="moment" data-reading={reading || undefined}>
      <span className={classes.icon} data-strong>
        <Symbol size={15} stroke={1.75} role="img" aria-label={moment.kind} />
      </span>
      <div className={classes.content}>
        <button type="button" className={classes.title} data-main onClick={() => onOpen(moment.id)}>
          {titleOf(moment)}
        </button>
        <UnsentMark record={moment.id} />
        <div className={classes.people}>{who}</div>
        {body && moment.subject?.trim() ? (
          <p className={open ? classes.body : classes.snippet}>{open ? body : body.slice(0, SNIPPET).replace(/\s+/g, ' ')}</p>
        ) : open ? (
          <p className={classes.body}>{body}</p>
        ) : null}
        {promises.length > 0 ? <Made promises={promises} onOpen={() => onOpen(moment.id)} /> : null}
      </div>
      {body.length > 0 ? (
        <Expander open={open} label={titleOf(moment)} onToggle={() => setOpen(!open)} />
      ) : (
        <span className={classes.noExpander} />
      )}
      <time className={classes.time} dateTime={moment.at}>
        {clockText(moment.at)}
      </time>
    </article>
  );
}

/** What was made from its words, counted by kind. */
function Made({ promises, onOpen }: { readonly promises: MomentRowProps['item']['promises']; readonly onOpen: () => void }) {
  const kinds = [...new Set(promises.map(kindOfPromise))];
  return (
    <div className={classes.made}>
      {kinds.map((kind) => {
        const { icon: Symbol, label, plural } = registerOf(kind);
        const count = promises.filter((promise) => kindOfPromise(promise) === kind).length;
        return (
          <button key={kind} type="button" className={classes.chip} onClick={onOpen}>
            <Symbol size={13} stroke={1.75} aria-hidden />
            {count === 1 ? label : `${count} ${plural.toLowerCase()}`}
          </button>
        );
      })}
    </div>
  );
}

/** Its subject, or its first words. */
export function titleOf(moment: Moment): string {
  return moment.subject?.trim() || (moment.body ?? '').trim().split('\n')[0]?.slice(0, 120) || t('Without words');
}
