import { useMemo } from 'react';
import { aroundChanges, diffText } from '#shared/ledger/text-diff';
import classes from './Words.module.css';
import { t } from '#shared/values/texts';

interface TextChangeProps {
  readonly from: string;
  readonly to: string;
  /** All of it, or only the sentences around what was changed. */
  readonly whole: boolean;
}

/** What somebody changed in a text, by words: struck out and underlined, said aloud, and coloured. */
export function TextChange({ from, to, whole }: TextChangeProps) {
  const parts = useMemo(() => (whole ? diffText(from, to) : aroundChanges(diffText(from, to))), [from, to, whole]);
  return (
    <span className={classes.prose}>
      {parts.map(({ how, text }, at) => {
        const key = `${at} ${how}`;
        if (how === 'added') return <Marked key={key} as="ins" said="added" text={text} />;
        if (how === 'removed') return <Marked key={key} as="del" said="removed" text={text} />;
        if (how === 'gap')
          return (
            <span key={key} className={classes.gap} title={t('Unchanged')}>
              {' '}
              ⋯{' '}
            </span>
          );
        return <span key={key}>{text}</span>;
      })}
    </span>
  );
}

function Marked({ as: Tag, said, text }: { readonly as: 'ins' | 'del'; readonly said: string; readonly text: string }) {
  return (
    <Tag className={classes[said]}>
      <span className="sr-only">{` [${said}: `}</span>
      {text}
      <span className="sr-only">] </span>
    </Tag>
  );
}
