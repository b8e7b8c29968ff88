import { IconPencil } from '@tabler/icons-react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import type { Field, Id } from '#shared/records/define-record';
import { definitionOf, type FieldOf, type RecordType } from '#shared/records/registry';
import { useRecord } from '../data/live';
import { ClashMark } from './ClashMark';
import classes from './FieldEditor.module.css';
import { FieldInput } from './FieldInput';
import { FieldValue } from './FieldValue';
import { useFieldEdit } from './use-field-edit';
import { useMayWrite } from './use-may-write';
import { ValueHistory } from './ValueHistory';
import { t } from '#shared/values/texts';

interface FieldEditorProps<T extends RecordType> {
  readonly type: T;
  readonly id: Id<T>;
  readonly field: FieldOf<T>;
  /** `row`: label beside the value. `bare`: the value alone, its label for screen readers only. */
  readonly variant?: 'row' | 'bare';
  readonly label?: string;
  /** Offered records, for references. */
  readonly within?: (record: { readonly id: string }) => boolean;
  /** Shown in place of the plain value while reading. */
  readonly children?: ReactNode;
}

/** One field of one record, changed where it stands. Enter or leaving it saves, Esc forgets. */
export function FieldEditor<T extends RecordType>({ type, id, field, variant = 'row', label, within, children }: FieldEditorProps<T>) {
  const declared = definitionOf(type).fields[field];
  const record = useRecord(type, id);
  const edit = useFieldEdit(type, record, field);
  const mayWrite = useMayWrite(type, declared);
  if (!declared || !record) return null;
  const name = label ?? declared.label;
  const isEmpty = !children && isNothing(edit.current);

  return (
    <div className={classes.field} data-variant={variant}>
      {variant === 'row' ? <span className={classes.label}>{name}</span> : null}
      {edit.state.kind === 'editing' ? (
        <EditBox declared={declared} name={name} edit={edit} within={within} />
      ) : (
        <div className={classes.reading} data-editable={mayWrite || undefined}>
          {mayWrite ? (
            <button type="button" className={classes.cover} aria-label={t('Edit {{name}}', { name })} onClick={edit.begin} />
          ) : null}
          <div className={classes.value}>
            {children ?? <FieldValue field={declared} value={edit.current} />}
            {isEmpty ? <span className={classes.none}>{mayWrite ? t('Add {{name}}', { name: inSentence(name) }) : '–'}</span> : null}{' '}
            <ClashMark record={id} field={field} />
          </div>
          <span className={classes.tools}>
            {mayWrite ? <IconPencil size={14} stroke={1.75} aria-hidden className={classes.pencil} /> : null}
            <ValueHistory record={id} field={field} label={name} />
          </span>
        </div>
      )}
    </div>
  );
}

interface EditBoxProps {
  readonly declared: Field;
  readonly name: string;
  readonly edit: ReturnType<typeof useFieldEdit>;
  readonly within: ((record: { readonly id: string }) => boolean) | undefined;
}

/** Picking one is the whole edit: no further key is asked for. */
const AT_ONCE: ReadonlySet<Field['kind']> = new Set(['choice', 'ref', 'flag']);

function EditBox({ declared, name, edit, within }: EditBoxProps) {
  if (edit.state.kind !== 'editing') return null;
  const isLong = declared.kind === 'text' && declared.multiline === true;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      edit.cancel();
    } else if (savesByEnter(event, declared, isLong)) {
      event.preventDefault();
      void edit.save();
    }
  };
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (staysInside(event)) return;
    if (AT_ONCE.has(declared.kind)) edit.cancel();
    else void edit.save();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and focus bubble up from the control inside
    <div className={classes.editing} onKeyDown={onKeyDown} onBlur={onBlur}>
      <FieldInput
        field={declared}
        label=""
        autoFocus
        openAtOnce
        value={edit.state.draft}
        error={edit.state.problem}
        {...(within ? { within } : {})}
        onChange={(value) => (AT_ONCE.has(declared.kind) ? void edit.save({ value }) : edit.change(value))}
      />
      {isLong ? <span className={classes.hint}>{t('Ctrl+Enter saves {{name}}, Esc forgets', { name: inSentence(name) })}</span> : null}
    </div>
  );
}

/** Lists take Enter for themselves; in longer text it begins a line. */
function savesByEnter(event: KeyboardEvent, declared: Field, isLong: boolean): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || declared.kind === 'members' || declared.kind === 'tags') return false;
  return !isLong || event.ctrlKey || event.metaKey;
}

/** Lists and calendars of a control open in a portal, outside of the editor's own element. */
function staysInside({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): boolean {
  if (!(relatedTarget instanceof Element)) return false;
  return currentTarget.contains(relatedTarget) || relatedTarget.closest('[data-portal], [role="listbox"], [role="dialog"]') !== null;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** `Signed` → `signed`, `PM` stays. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
