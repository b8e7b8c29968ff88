import { type KeyboardEvent, useState } from 'react';
import { Switch } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Kbd } from '../../components/Kbd';
import type { ReviewItem } from '../../data/review';
import type { ReviewDetail } from '../../data/review-detail';
import { AuthorFacts, AuthorName } from './AuthorLine';
import { ClashValue } from './ClashValue';
import { Delta } from './Delta';
import { isProse, type Option, optionsOf } from './draft';
import classes from './ReviewPanel.module.css';
import words from './Words.module.css';
import { TextChange } from './TextChange';
import { t } from '#shared/values/texts';

interface ChoiceCardsProps {
  readonly item: ReviewItem;
  readonly detail: ReviewDetail;
  /** Place of the option that is picked. */
  readonly picked: number | undefined;
  readonly disabled: boolean;
  readonly onPick: (at: number) => void;
}

/** The values side by side, each with who wrote it: one is picked by its number, by arrows, or by a press. */
export function ChoiceCards({ item, detail, picked, disabled, onPick }: ChoiceCardsProps) {
  const [whole, setWhole] = useState(false);
  const options = optionsOf(item, detail);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = ((picked ?? (by > 0 ? -1 : 0)) + by + options.length) % options.length;
    onPick(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  };
  return (
    <>
      {isProse(item.declared) ? (
        <div className={classes.whole}>
          <Switch size="xs" label={t('Whole texts')} checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />
        </div>
      ) : null}
      <div
        role="radiogroup"
        aria-label={t('Values of {{label}}', { label: item.label })}
        aria-disabled={disabled || undefined}
        className={classes.cards}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {options.map((option, at) => (
          <ChoiceCard
            key={at}
            {...{ item, detail, option, at, whole }}
            picked={picked === at}
            reachable={picked === undefined ? at === 0 : picked === at}
            onPick={() => disabled || option.value === undefined || onPick(at)}
          />
        ))}
      </div>
    </>
  );
}

interface ChoiceCardProps {
  readonly item: ReviewItem;
  readonly detail: ReviewDetail;
  readonly option: Option;
  readonly at: number;
  readonly whole: boolean;
  readonly picked: boolean;
  readonly reachable: boolean;
  readonly onPick: () => void;
}

function ChoiceCard({ item, detail, option, at, whole, picked, reachable, onPick }: ChoiceCardProps) {
  const choice = option.choice === undefined ? undefined : detail.choices[option.choice];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    onPick();
  };
  return (
    <div role="radio" aria-checked={picked} tabIndex={reachable ? 0 : -1} className={classes.card} onClick={onPick} onKeyDown={onKeyDown}>
      <span className={classes.cardHead}>
        <span className={classes.key} data-picked={picked || undefined}>
          {picked ? <IconCheck size={14} stroke={2.5} aria-hidden /> : <Kbd keys={String(at + 1)} />}
        </span>
        {choice?.authors.map((author) => (
          <AuthorName key={author.entry.id} author={author} />
        ))}
        {isShown(item, option, at) ? <span className={classes.shown}>{t('shown now')}</span> : null}
      </span>
      <OptionValue item={item} detail={detail} option={option} whole={whole} />
      {choice?.authors.map((author) => (
        <AuthorFacts key={author.entry.id} author={author} />
      ))}
    </div>
  );
}

/** The latest value is what readers see until somebody chooses; an archived record is kept. */
const isShown = ({ clash }: ReviewItem, option: Option, at: number): boolean =>
  clash.kind === 'archived' ? option.value === false : at === 0;

function OptionValue({ item, detail: { base }, option, whole }: Pick<ChoiceCardProps, 'item' | 'detail' | 'option' | 'whole'>) {
  const { clash, declared } = item;
  if (clash.kind === 'archived') {
    return <span className={classes.value}>{option.value === true ? t('Archive it after all') : t('Keep it, with the edits above')}</span>;
  }
  if (isProse(declared) && base.tag === 'one' && typeof base.value === 'string' && typeof option.value === 'string') {
    return <TextChange from={base.value} to={option.value} whole={whole} />;
  }
  return (
    <span className={isProse(declared) ? words.prose : classes.value}>
      <ClashValue field={clash.field} declared={declared} value={option.value} />
      {base.tag === 'one' ? <Delta declared={declared} from={base.value} to={option.value} /> : null}
    </span>
  );
}
