import { Link } from 'react-router';
import { UnsentMark } from '../../../components/UnsentMark';
import { recordPath } from '../../../components/record-path';
import { kindOfPromise, wordingOf, type PromiseRecord } from '../../../data/reads/promises';
import { registerOf } from '../promises/promise-kinds';
import classes from './StoryRow.module.css';

/** A promise that was noted without a moment in which it was said. */
export function PromiseRow({ promise }: { readonly promise: PromiseRecord }) {
  const { icon: Symbol, label } = registerOf(kindOfPromise(promise));
  return (
    <article className={classes.row} data-kind="promise">
      <span className={classes.icon} data-strong>
        <Symbol size={15} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.content}>
        <Link className={classes.title} data-main to={recordPath(promise.id, promise.deal) ?? ''}>
          {wordingOf(promise)}
        </Link>
        <UnsentMark record={promise.id} />
        <div className={classes.people}>{label}</div>
      </div>
      <span className={classes.noExpander} />
    </article>
  );
}
