import type { Moment } from '#shared/records/registry';
import { AgeText } from '../../../components/AgeText';
import { useLive } from '../../../data/live';
import { threadOf } from '../../../data/reads/moments';
import { titleOf } from './MomentRow';
import classes from './MomentPanel.module.css';
import { peopleText } from './people-text';
import { t } from '#shared/values/texts';

interface ThreadOfProps {
  readonly moment: Moment;
  readonly onOpen: (moment: string) => void;
}

/** The other messages of the same conversation, in order; nothing where there are none. */
export function ThreadOf({ moment, onOpen }: ThreadOfProps) {
  const thread = useLive((records) => threadOf(records, moment), [moment]);
  const people = useLive((records) => thread.map((other) => peopleText(other, records)), [thread]);
  if (thread.length < 2) return null;
  return (
    <nav className={classes.thread} aria-label={t('Conversation')}>
      <h3 className={classes.subhead}>{t('Conversation of {{thread}}', { thread: thread.length })}</h3>
      <ol>
        {thread.map((other, at) => (
          <li key={other.id}>
            <button type="button" aria-current={other.id === moment.id || undefined} onClick={() => onOpen(other.id)}>
              <span className={classes.threadTitle}>{titleOf(other)}</span>
              <span className={classes.threadWho}>{people[at]}</span>
              <span className={classes.threadAge}>
                <AgeText value={other.at} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
