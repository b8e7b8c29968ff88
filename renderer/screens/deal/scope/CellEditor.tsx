import { type FocusEvent, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLive } from '../../../data/live';
import { rolesInUse } from '../../../data/reads/scope';
import { sentence } from '../../../components/FieldValue';
import type { ScopeColumn } from './scope-columns';
import classes from './ScopeGrid.module.css';
import type { CellEdit } from './use-cell-edit';

export interface EditingActs {
  readonly change: (edit: CellEdit) => void;
  readonly cancel: () => void;
  /** Takes it, then goes on as the key says. */
  readonly finish: (then?: 'Enter' | 'Tab' | 'Shift+Tab', draft?: string) => void;
}

interface CellEditorProps {
  readonly column: ScopeColumn;
  readonly edit: CellEdit;
  readonly acts: EditingActs;
  readonly placeholder?: string;
}

/** A cell while it is typed into. Enter takes it and goes down, Tab goes on, Escape forgets, leaving it takes it. */
export function CellEditor(props: CellEditorProps) {
  const { column, edit, acts } = props;
  const problem = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') acts.cancel();
    else if (event.key === 'Enter') acts.finish('Enter');
    else if (event.key === 'Tab') acts.finish(event.shiftKey ? 'Shift+Tab' : 'Tab');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) acts.finish();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and focus bubble up from the control inside
    <span className={classes.editing} data-refused={edit.problem ? true : undefined} onKeyDown={onKeyDown} onBlur={onBlur}>
      {column.options ? <ChoiceBox {...props} options={column.options} /> : <WordsBox {...props} problem={problem} />}
      {edit.problem ? <Problem id={problem} text={edit.problem} /> : null}
    </span>
  );
}

/** Room for two lines of words, in pixels. */
const PROBLEM_HEIGHT = 90;

/** Why it was refused, below the cell; above it where the table ends. */
function Problem({ id, text }: { readonly id: string; readonly text: string }) {
  const box = useRef<HTMLSpanElement>(null);
  const [isUp, setUp] = useState(false);
  useLayoutEffect(() => {
    const table = box.current?.closest('[role="grid"]')?.getBoundingClientRect();
    const cell = box.current?.parentElement?.getBoundingClientRect();
    if (table && cell) setUp(cell.bottom + PROBLEM_HEIGHT > table.bottom);
  }, [text]);
  return (
    <span ref={box} id={id} role="alert" className={classes.problem} data-up={isUp || undefined}>
      {text}
    </span>
  );
}

function WordsBox({ column, edit, acts, placeholder, problem }: CellEditorProps & { readonly problem: string }) {
  const roles = useLive((records) => (column.field === 'role' ? rolesInUse(records) : []), [column.field]);
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = box.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  return (
    <>
      <input
        ref={box}
        className={classes.input}
        aria-label={column.header}
        aria-invalid={edit.problem ? true : undefined}
        aria-describedby={edit.problem ? problem : undefined}
        placeholder={placeholder}
        data-align={column.align}
        list={roles.length > 0 ? list : undefined}
        value={edit.draft}
        onChange={(event) => acts.change({ cell: edit.cell, field: edit.field, saw: edit.saw, draft: event.currentTarget.value })}
      />
      {roles.length > 0 ? (
        <datalist id={list}>
          {roles.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </datalist>
      ) : null}
    </>
  );
}

function ChoiceBox({ column, edit, acts, options }: CellEditorProps & { readonly options: readonly string[] }) {
  const box = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    box.current?.focus();
    try {
      box.current?.showPicker();
    } catch {
      // Without a press of the person's own behind it the list stays closed; the arrow keys choose all the same.
    }
  }, []);
  return (
    <select
      ref={box}
      className={classes.input}
      aria-label={column.header}
      value={edit.draft}
      onChange={(event) => acts.finish(undefined, event.currentTarget.value)}
    >
      {column.field === 'origin' ? <option value="">–</option> : null}
      {options.map((option) => (
        <option key={option} value={option}>
          {sentence(option)}
        </option>
      ))}
    </select>
  );
}
