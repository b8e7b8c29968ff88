import { MAX_DEPTH, MAX_EDITS, MAX_NAME, MAX_PAGE_BYTES, MAX_PAGE_ENTRIES } from '../ledger/limits';
import { ROLES, type Field, type Role } from '../records/define-record';
import { startingValue } from '../records/may-write';
import { definitionOf, RECORD_TYPES, type RecordType } from '../records/registry';
import { ledgerOfDatabase, MAX_FILE_NAME, MAX_FILE_PART_CHARS, type DatabaseKind, type WorkspaceName } from './protocol';
import { sourceText } from './validate-source';

/** A field that fewer people may write than the record; `start`: what whoever makes the record may give it. */
interface ProtectedField {
  readonly label: string;
  readonly writers: readonly Role[];
  readonly start?: string | boolean;
}

/** What the rules know of one record type. */
interface TypeRule {
  readonly ledger: string;
  /** At the beginning of a sentence, and within one. */
  readonly plural: string;
  readonly several: string;
  readonly writers: readonly Role[];
  readonly fields?: Readonly<Record<string, ProtectedField>>;
}

/**
 * The `validate_doc_update` of a database: the text of an ES5 function that throws `{forbidden: reason}` where the
 * document breaks a rule of the workspace (ledger.md, "Sync"), with a reason fit to show. The one source for CouchDB and
 * for the embedded hub. Roles and protected fields are those of the registry.
 */
export function validationSource(kind: DatabaseKind, workspace: WorkspaceName): string {
  const who = { workspace, roles: ROLES };
  if (kind === 'files' || kind === 'finance-files') {
    return sourceText('file', { ...who, maxPartChars: MAX_FILE_PART_CHARS, maxFileName: MAX_FILE_NAME });
  }
  return sourceText('page', {
    ...who,
    ledger: ledgerOfDatabase(kind),
    maxEntries: MAX_PAGE_ENTRIES,
    maxEdits: MAX_EDITS,
    // Characters, of which no text has more than bytes: counting bytes would cost the server more than all other checks.
    maxPageChars: MAX_PAGE_BYTES,
    maxDepth: MAX_DEPTH,
    maxName: MAX_NAME,
    types: Object.fromEntries(RECORD_TYPES.map((type) => [type, ruleOf(type)])),
  });
}

function ruleOf(type: RecordType): TypeRule {
  const { ledger, plural, writers, fields } = definitionOf(type);
  const guarded = Object.entries(fields).flatMap(([name, field]) => protectedField(name, field));
  return {
    ledger,
    plural,
    several: plural.charAt(0).toLowerCase() + plural.slice(1),
    writers,
    ...(guarded.length > 0 ? { fields: Object.fromEntries(guarded) } : {}),
  };
}

function protectedField(name: string, field: Field): readonly (readonly [string, ProtectedField])[] {
  if (!field.writers) return [];
  const start = startingValue(field);
  return [[name, { label: field.label, writers: field.writers, ...(start === undefined ? {} : { start }) }]];
}
