import { Collapse } from '@mantine/core';
import { useState } from 'react';
import type { TextPart } from '#shared/exchange/file-text/text-part';
import { t } from '#shared/values/texts';
import { QuietButton } from '../../../components/QuietButton';
import { countText, numberText } from '../../../components/text-of';
import classes from './MomentPanel.module.css';
import { useFileText } from './use-file-text';

/** Whether the words of a file and of what travelled in it are found by search, and the words. */
export function FileWords({ file }: { readonly file: string }) {
  const read = useFileText(file);
  if (read === 'reading') return <p className={classes.fileWords}>{t('Reading the words in it…')}</p>;
  return (
    <ul className={classes.fileWords} aria-label={t('Words in the file')}>
      {read.map((part, at) => (
        <PartWords key={at} part={part} />
      ))}
    </ul>
  );
}

function PartWords({ part }: { readonly part: TextPart }) {
  const [open, setOpen] = useState(false);
  const { name, state, text, reason } = part;
  return (
    <li>
      <div className={classes.fileState}>
        {name ? <strong>{name}</strong> : null}
        <span>{[stateText(part), reason].filter(Boolean).join(' ')}</span>
        {state === 'text' ? (
          <QuietButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide the words' : 'Show the words'}
          </QuietButton>
        ) : null}
      </div>
      <Collapse expanded={open}>
        {open ? (
          // Long texts scroll inside; the arrow keys need it to take the focus.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre className={classes.fileText} tabIndex={0} aria-label={`Words of ${name || 'the file'}`}>
            {text}
          </pre>
        ) : null}
      </Collapse>
    </li>
  );
}

function stateText({ state, text, pages }: TextPart): string {
  if (state === 'unreadable') return 'Search cannot find words in it.';
  if (state === 'empty') return 'There are no words in it to be found.';
  const words = numberText(text.split(/\s+/u).filter(Boolean).length);
  const count = pages ? `${words} words on ${countText(pages.length, 'page', 'pages')}` : `${words} words`;
  return `${count}, found by search.`;
}
