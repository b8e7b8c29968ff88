/**
 * How a field behaves when two people changed it without seeing each other (table "Fold" of README.md).
 *
 * - `longText`  merged by words where possible, reviewed where the edits overlap
 * - `plain`     latest shown, reviewed quietly (choice, short text, date, reference, number)
 * - `guarded`   latest shown, undecided until settled (money, status, decisions, scope text)
 * - `cosmetic`  latest shown, never reviewed (position, rank, colour)
 * - `archived`  kept while anybody edited without having seen the archiving
 */
export type MergeKind = 'longText' | 'plain' | 'guarded' | 'cosmetic' | 'archived';

/** Tells the fold how a field merges. Must answer for unknown types and fields too (`plain`). */
export type KindOf = (recordType: string, field: string) => MergeKind;
