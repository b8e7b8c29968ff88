import type { ImportChoices } from '#shared/exchange/import-plan';
import type { ImportRow } from './import-groups';
import type { NameOf } from './planned-text';

/** What every part of a row's detail is about, and how a choice about it is made. */
export interface CheckDetailProps {
  readonly row: ImportRow;
  /** All rows of its group, for what goes together with it. */
  readonly rows: readonly ImportRow[];
  readonly choices: ImportChoices;
  readonly nameOf: NameOf;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}
