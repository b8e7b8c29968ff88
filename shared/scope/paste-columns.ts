import type { FieldOf } from '../records/registry';

/** The fields of a line that a pasted column can fill. */
export type PastedField = Extract<
  FieldOf<'scopeLine'>,
  | 'title'
  | 'included'
  | 'excluded'
  | 'assumptions'
  | 'acceptanceTest'
  | 'why'
  | 'plannedHours'
  | 'remainingHours'
  | 'role'
  | 'price'
  | 'origin'
  | 'status'
>;

/** A pasted column: what it fills, or nothing where no name fits; a currency that its header names. */
export interface PastedColumn {
  readonly index: number;
  readonly header: string;
  readonly field: PastedField | undefined;
  readonly currency?: string;
}

/** What the columns are called in people's sheets, English and German, in small letters, without brackets and signs. */
const NAMES: Readonly<Record<PastedField, readonly string[]>> = {
  title: [
    'title',
    'scope line',
    'line',
    'name',
    'item',
    'position',
    'work package',
    'scope',
    'task',
    'deliverable',
    'titel',
    'leistung',
    'bezeichnung',
    'arbeitspaket',
    'umfang',
    'aufgabe',
  ],
  included: [
    'included',
    'includes',
    'in scope',
    'description',
    'what is included',
    'enthalten',
    'leistungsumfang',
    'beschreibung',
    'inbegriffen',
  ],
  excluded: [
    'excluded',
    'excludes',
    'exclusions',
    'exclusion',
    'not included',
    'out of scope',
    'what is excluded',
    'ausgeschlossen',
    'nicht enthalten',
    'ausschlüsse',
    'nicht inbegriffen',
  ],
  assumptions: ['assumptions', 'assumption', 'assumes', 'annahmen', 'annahme', 'voraussetzungen'],
  acceptanceTest: [
    'acceptance test',
    'acceptance',
    'acceptance criteria',
    'accepted when',
    'test',
    'abnahmetest',
    'abnahme',
    'abnahmekriterium',
    'abnahmekriterien',
  ],
  why: ['why', 'reason', 'purpose', 'benefit', 'what for', 'warum', 'grund', 'begründung', 'nutzen', 'zweck'],
  plannedHours: [
    'hours',
    'planned hours',
    'effort',
    'estimate',
    'h',
    'hrs',
    'effort hours',
    'estimated hours',
    'stunden',
    'geplante stunden',
    'aufwand',
    'std',
    'schätzung',
  ],
  remainingHours: ['remaining hours', 'remaining', 'hours left', 'verbleibende stunden', 'reststunden', 'restaufwand'],
  role: ['role', 'profile', 'who', 'level', 'grade', 'rolle', 'profil', 'wer'],
  price: ['price', 'amount', 'fee', 'net price', 'price net', 'total', 'net', 'preis', 'betrag', 'honorar', 'summe', 'netto', 'nettopreis'],
  origin: ['origin', 'source', 'from', 'herkunft', 'quelle'],
  status: ['status', 'state', 'stand'],
};

const FIELDS_BY_NAME: ReadonlyMap<string, PastedField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as PastedField] as const)),
);

/** The order of the editor's own columns: what is meant where the pasted rows have no header. */
const IN_PLACE: readonly PastedField[] = ['title', 'plannedHours', 'role', 'price', 'origin', 'status'];

/**
 * The columns that a first row names, or undefined where it is no header: one that names a title, and nothing twice. A field
 * that two columns name goes to the first; the second fits no field.
 */
export function namedColumns(cells: readonly string[]): readonly PastedColumn[] | undefined {
  const taken = new Set<PastedField>();
  const columns = cells.map((cell, index): PastedColumn => {
    const found = FIELDS_BY_NAME.get(plainName(cell));
    const field = found !== undefined && !taken.has(found) ? found : undefined;
    if (field) taken.add(field);
    const currency = field === 'price' ? currencyIn(cell) : undefined;
    return { index, header: cell.trim(), field, ...(currency ? { currency } : {}) };
  });
  // One word alone is a header only beside others: a line may well be called "Test".
  return taken.has('title') && (taken.size > 1 || cells.length === 1) ? columns : undefined;
}

/** Columns without a header, as the editor itself has them. */
export function columnsInPlace(count: number): readonly PastedColumn[] {
  return Array.from({ length: count }, (_, index) => ({ index, header: `Column ${index + 1}`, field: IN_PLACE[index] }));
}

function plainName(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/gu, ' ')
    .replace(/\p{Sc}/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:eur|usd|gbp|chf)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `Price (EUR)`, `Fee £`. */
export function currencyIn(text: string): string | undefined {
  const sign = /[€£¥₹]/u.exec(text)?.[0];
  if (sign) return SIGNS[sign];
  return /\b(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|CAD|AUD|JPY|INR)\b/u.exec(text)?.[1];
}

// A dollar is several currencies, so its sign alone names none: the deal's own is meant.
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
