import type { ReactNode } from 'react';
import type { ReviewItem } from '../../data/review';
import type { ReviewBase, UnseenEdit } from '../../data/review-detail';
import { fieldLabel } from '../../data/review';
import { declarationOf } from '#shared/records/registry';
import { useWorkspace } from '../../data/live';
import { AuthorFacts, AuthorName } from './AuthorLine';
import { ClashValue } from './ClashValue';
import classes from './ReviewPanel.module.css';
import words from './Words.module.css';
import { isProse } from './draft';
import { t } from '#shared/values/texts';

/** What everybody started from, quieter than what they made of it. */
export function BaseCard({ item, base }: { readonly item: ReviewItem; readonly base: ReviewBase }) {
  if (base.tag !== 'one') {
    return (
      <Before>
        <span className={words.none}>
          {base.tag === 'none'
            ? t('Nobody had set it yet: each was the first.')
            : t('They started from different values; the history has them all.')}
        </span>
      </Before>
    );
  }
  return (
    <Before>
      <span className={isProse(item.declared) ? classes.baseProse : classes.baseValue}>
        <ClashValue field={item.clash.field} declared={item.declared} value={base.value} />
      </span>
      <span className={classes.baseWho}>
        <AuthorName author={base.author} />
        <AuthorFacts author={base.author} />
      </span>
    </Before>
  );
}

function Before({ children }: { readonly children: ReactNode }) {
  return (
    <section className={classes.base} aria-label={t('Before')}>
      <h3 className={classes.caption}>{t('Before')}</h3>
      {children}
    </section>
  );
}

/** What somebody changed on a record that another archived meanwhile, unseen by them. */
export function UnseenEdits({ item, unseen }: { readonly item: ReviewItem; readonly unseen: readonly UnseenEdit[] }) {
  const { records } = useWorkspace();
  return (
    <section className={classes.base} aria-label={t('Edits that were not seen')}>
      <h3 className={classes.caption}>
        {unseen.length === 1
          ? t('An edit that had not been seen')
          : t('{{unseen}} edits that had not been seen', { unseen: unseen.length })}
      </h3>
      {unseen.map(({ field, was, becomes, author }) => {
        const declared = declarationOf(item.type, field);
        return (
          <div key={field + author.entry.id} className={classes.unseen}>
            <span className={classes.unseenField}>{fieldLabel(item.type, field, records)}</span>
            <span className={classes.change}>
              <s className={classes.was}>
                <ClashValue field={field} declared={declared} value={was ?? null} />
              </s>
              <span aria-hidden>→</span>
              <span className="sr-only">{t('became')}</span>
              <strong>
                <ClashValue field={field} declared={declared} value={becomes} />
              </strong>
            </span>
            <span className={classes.baseWho}>
              <AuthorName author={author} />
              <AuthorFacts author={author} />
            </span>
          </div>
        );
      })}
    </section>
  );
}
