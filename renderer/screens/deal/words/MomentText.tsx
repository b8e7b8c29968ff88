import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react';
import { Link } from 'react-router';
import { Kbd } from '../../../components/Kbd';
import { recordPath } from '../../../components/record-path';
import { selectSpan } from './dom-selection';
import { piecesOf, type Marked, type Piece } from './highlights';
import { stepSelection, type SelectionStep } from './keyboard-selection';
import { labelOfMade, madeBy, type MadeRecord, type Makeable } from './makeable';
import classes from './MomentText.module.css';
import { SelectionBar } from './SelectionBar';
import type { Span } from './sentences';
import { spanIn, useSelection } from './use-selection';
import { Sentence } from '../../../components/Sentence';
import { t } from '#shared/values/texts';

interface MomentTextProps {
  readonly text: string;
  readonly label: string;
  readonly variant?: 'body' | 'heading';
  /** Records that were made from this text; their words are marked. */
  readonly made: readonly MadeRecord[];
  /** Words that somebody came to read: marked, and brought into view. */
  readonly sought?: Span | undefined;
  onMake(kind: Makeable, words: Span): void;
}

/**
 * The words of a moment, from which records are made: select with the mouse, or focus the text and use the arrow keys
 * (down and up a sentence, right and left a word, Shift to extend), then press the digit of a kind or Enter for the bar.
 */
export function MomentText({ text, label, variant = 'body', made, sought, onMake }: MomentTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const hint = useId();
  const selected = useSelection(root, text);
  const marked: Marked<Mark>[] = made.map((mark) => ({ quote: mark.quote ?? '', start: mark.quoteStart, mark }));
  if (sought) marked.push({ quote: text.slice(sought.start, sought.end), start: sought.start, mark: 'sought' });
  useEffect(() => {
    if (sought) root.current?.querySelector('[data-sought]')?.scrollIntoView({ block: 'center' });
  }, [sought, text]);
  const make = (kind: Makeable): void => {
    const words = root.current ? spanIn(root.current, text) : undefined;
    if (words) onMake(kind, words);
    getSelection()?.removeAllRanges();
  };
  return (
    <div className={classes.moment}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys select words of the text that has the focus */}
      <div
        ref={root}
        className={classes.text}
        data-variant={variant}
        role="document"
        aria-label={label}
        aria-describedby={hint}
        tabIndex={0}
        onKeyDown={(event) => onTextKey(event, { bar, text, make })}
      >
        {piecesOf(text, marked).map((piece) => (
          <Words key={piece.start} piece={piece} />
        ))}
      </div>
      <p id={hint} className={classes.hint}>
        <Sentence
          text={t('<kbd/> sentence <kbd2/> word <kbd3/> extends <kbd4/> makes a record')}
          parts={{ kbd: <Kbd keys="↓" />, kbd2: <Kbd keys="→" />, kbd3: <Kbd keys="shift" />, kbd4: <Kbd keys="enter" /> }}
        />
      </p>
      {selected ? <SelectionBar box={selected.box} bar={bar} onMake={make} onLeave={() => root.current?.focus()} /> : null}
    </div>
  );
}

/** A record that was made from the words, or that they are the ones to be read. */
type Mark = MadeRecord | 'sought';

/** A stretch of the text; where records were made from it, marked and a way to the first of them. */
function Words({ piece }: { readonly piece: Piece<Mark> }) {
  const records = piece.marks.filter((mark) => mark !== 'sought');
  const isSought = piece.marks.includes('sought') || undefined;
  const [record] = records;
  if (!record) return isSought ? <mark data-sought>{piece.text}</mark> : <>{piece.text}</>;
  return (
    <mark className={classes.quote} data-sought={isSought}>
      <Link
        to={recordPath(record.id, record.deal) ?? ''}
        title={records.map(labelOfMade).join(', ')}
        draggable={false}
        onClick={(event) => {
          if (getSelection()?.isCollapsed === false) event.preventDefault();
        }}
      >
        {piece.text}
      </Link>
    </mark>
  );
}

interface TextKeys {
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly text: string;
  make(kind: Makeable): void;
}

const STEPS: Readonly<Record<string, Omit<SelectionStep, 'extend'>>> = {
  ArrowDown: { unit: 'sentence', direction: 'forward' },
  ArrowUp: { unit: 'sentence', direction: 'back' },
  ArrowRight: { unit: 'word', direction: 'forward' },
  ArrowLeft: { unit: 'word', direction: 'back' },
};

function onTextKey(event: KeyboardEvent<HTMLElement>, { bar, text, make }: TextKeys): void {
  const root = event.currentTarget;
  if (event.target !== root || event.ctrlKey || event.metaKey || event.altKey) return;
  const words = spanIn(root, text);
  const step = STEPS[event.key];
  const kind = words && madeBy(event.key);
  if (step) {
    const next = stepSelection(text, words, { ...step, extend: event.shiftKey });
    if (next) selectSpan(root, next);
  } else if (kind) make(kind);
  else if (event.key === 'Enter' && words) bar.current?.querySelector('button')?.focus();
  else if (event.key === 'Escape' && words) getSelection()?.removeAllRanges();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
