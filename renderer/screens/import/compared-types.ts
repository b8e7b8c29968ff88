import type { ReadFile } from '#shared/exchange/read-file';
import type { RecordType } from '#shared/records/registry';

/** What any import is compared with. */
const ALWAYS: readonly RecordType[] = ['firmSetting', 'person', 'account', 'contact', 'deal', 'importedRow', 'moment', 'externalFigure'];

/** Noun of a table → what its rows meet here beside that. Hours can be half a million: they are fetched only for hours. */
const BESIDE: Readonly<Partial<Record<RecordType, readonly RecordType[]>>> = {
  invoice: ['invoice', 'invoiceLine', 'payment', 'milestone', 'changeOrder'],
  timeEntry: ['timeEntry', 'scopeLine', 'costRate'],
  ticket: ['ticket', 'scopeLine', 'milestone'],
  scopeLine: ['scopeLine'],
  milestone: ['milestone'],
};

/** The types of records that a plan of these files looks at. */
export function comparedTypes(files: readonly ReadFile[]): readonly RecordType[] {
  const nouns = files.flatMap((file) => (file.kind === 'table' ? [file.format.type] : []));
  return [...new Set([...ALWAYS, ...nouns, ...nouns.flatMap((noun) => BESIDE[noun] ?? [])])];
}
