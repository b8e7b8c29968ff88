import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Notable } from '#shared/records/register';
import { kindOfPromise, type PromiseRecord } from '../../../data/reads/promises';
import { REGISTERS, registerOf } from '../promises/promise-kinds';
import { selectSpan } from './dom-selection';
import { piecesOf, type Piece } from './highlights';
import { stepSelection, type SelectionStep } from './keyboard-selection';
import classes from './MomentText.module.css';
import { SelectionBar } from './SelectionBar';
import type { Span } from './sentences';
import { useSelection } from './use-selection';

interface MomentTextProps {
  readonly text: string;
  readonly label: string;
  readonly variant?: 'body' | 'heading';
  /** Records that were made from this text; their words are marked. */
  readonly made: readonly PromiseRecord[];
  /** The record whose words are shown strongest. */
  readonly shown?: string | undefined;
  onMake(kind: Notable, words: Span): void;
  onOpen(record: PromiseRecord): void;
}

/**
 * The words of a moment, from which records are made: select with the mouse, or focus the text and use the arrow keys
 * (down and up a sentence, right and left a word, Shift to extend), then press the digit of a kind or Enter for the bar.
 */
export function MomentText({ text, label, variant = 'body', made, shown, onMake, onOpen }: MomentTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const selected = useSelection(root, text);
  const marked = made.map((mark) => ({ quote: mark.quote ?? '', start: mark.quoteStart, mark }));
  const make = (kind: Notable): void => {
    if (selected) onMake(kind, selected.span);
    getSelection()?.removeAllRanges();
  };
  return (
    <>
      <div
        ref={root}
        className={classes.text}
        data-variant={variant}
        role="document"
        aria-label={label}
        aria-description="Arrow keys select sentences and words; Enter makes a record of them"
        tabIndex={0}
        onKeyDown={(event) => onTextKey(event, { root, bar, text, words: selected?.span, make })}
      >
        {piecesOf(text, marked).map((piece) => (
          <Words key={piece.start} piece={piece} shown={shown} onOpen={onOpen} />
        ))}
      </div>
      {selected ? <SelectionBar box={selected.box} bar={bar} onMake={make} onLeave={() => root.current?.focus()} /> : null}
    </>
  );
}

interface WordsProps {
  readonly piece: Piece<PromiseRecord>;
  readonly shown: string | undefined;
  onOpen(record: PromiseRecord): void;
}

function Words({ piece, shown, onOpen }: WordsProps) {
  const record = piece.marks.find((mark) => mark.id === shown) ?? piece.marks[0];
  if (!record) return <>{piece.text}</>;
  const names = piece.marks.map((mark) => registerOf(kindOfPromise(mark)).label).join(', ');
  return (
    <mark
      className={classes.quote}
      role="link"
      tabIndex={0}
      title={names}
      data-shown={piece.marks.some((mark) => mark.id === shown) || undefined}
      onClick={() => (getSelection()?.isCollapsed ?? true) && onOpen(record)}
      onKeyDown={(event) => event.key === 'Enter' && (event.stopPropagation(), onOpen(record))}
    >
      {piece.text}
    </mark>
  );
}

interface TextKeys {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly words: Span | undefined;
  make(kind: Notable): void;
}

const STEPS: Readonly<Record<string, Omit<SelectionStep, 'extend'>>> = {
  ArrowDown: { unit: 'sentence', direction: 'forward' },
  ArrowUp: { unit: 'sentence', direction: 'back' },
  ArrowRight: { unit: 'word', direction: 'forward' },
  ArrowLeft: { unit: 'word', direction: 'back' },
};

function onTextKey(event: KeyboardEvent, { root, bar, text, words, make }: TextKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  const kind = words && REGISTERS[Number(event.key) - 1]?.kind;
  if (step && root.current) {
    const next = stepSelection(text, words, { ...step, extend: event.shiftKey });
    if (next) selectSpan(root.current, next);
  } else if (kind) make(kind);
  else if (event.key === 'Enter' && words) bar.current?.querySelector('button')?.focus();
  else if (event.key === 'Escape' && words) getSelection()?.removeAllRanges();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
