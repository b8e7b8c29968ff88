import type { Json } from '#shared/ledger/entry';
import { keepEveryone, overlapsIn, type KeptText } from '#shared/ledger/text-overlap';
import type { Field } from '#shared/records/define-record';
import { parseField } from '#shared/records/parse';
import { memberName, type FieldOf, type RecordType } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import { err, ok, type Result } from '#shared/values/result';
import { isRequired, type ReviewItem } from '../../data/review';
import type { ReviewDetail } from '../../data/review-detail';
import { t } from '#shared/values/texts';

/** What one is about to choose: nothing yet, one of the values, or a value of one's own. */
export type Draft =
  | { readonly kind: 'none' }
  | { readonly kind: 'choice'; readonly at: number }
  | { readonly kind: 'other'; readonly value: unknown; readonly problem?: string };

/** One of the things that one can choose. */
export interface Option {
  readonly value?: Json;
  /** Place among the detail's choices; none for what nobody wrote: to keep what was to be archived. */
  readonly choice?: number;
}

/** What can be chosen, in the order of the keys 1, 2, 3. To keep a record comes before to archive it. */
export function optionsOf({ clash }: ReviewItem, detail: ReviewDetail): readonly Option[] {
  if (clash.kind === 'archived') return [{ value: false }, { value: true, choice: 0 }];
  return detail.choices.map(({ value }, choice) => ({ choice, ...(value === undefined ? {} : { value }) }));
}

/** What holds something up is chosen on purpose; for the rest what is shown already is one key away. */
export function firstDraft(item: ReviewItem, detail: ReviewDetail): Draft {
  const [first] = optionsOf(item, detail);
  return isRequired(item) || first?.value === undefined ? { kind: 'none' } : { kind: 'choice', at: 0 };
}

const NO_CONTROL: ReadonlySet<Field['kind']> = new Set(['flag', 'link', 'keyed', 'rank', 'tree', 'members', 'tags']);

/**
 * Whether something else than the values there can be written. Evidence and members of a set are one or the other; where
 * a deal or an offer stands is moved by acts alone, so one of the acts stands.
 */
export function mayBeOther(item: ReviewItem): item is ReviewItem & { readonly declared: Field } {
  const { clash, declared } = item;
  return (
    declared !== undefined &&
    clash.kind !== 'archived' &&
    memberName(clash.field) === undefined &&
    !declared.fixed &&
    !declared.internal &&
    !isStanding(declared) &&
    !NO_CONTROL.has(declared.kind)
  );
}

const isStanding = (declared: Field): boolean => declared.kind === 'choice' && declared.merge === 'guarded' && declared.required === true;

export const isProse = (declared: Field | undefined): boolean => declared?.kind === 'text' && declared.multiline === true;

/** A value of one's own begins as what was picked; prose as a text that keeps what everybody wrote, overlaps marked. */
export function beginOther(item: ReviewItem, detail: ReviewDetail, draft: Draft, records: Records): Draft {
  if (draft.kind === 'other') return draft;
  if (isProse(item.declared)) return { kind: 'other', value: keptText(detail, records).text };
  const picked = optionsOf(item, detail)[draft.kind === 'choice' ? draft.at : 0]?.value;
  return { kind: 'other', value: picked ?? null };
}

function keptText({ base, choices }: ReviewDetail, records: Records): KeptText {
  const from = base.tag === 'one' && typeof base.value === 'string' ? base.value : undefined;
  const sides = choices.flatMap(({ value, authors: [{ by }] }) =>
    typeof value === 'string' ? [{ by: records.get('person', by)?.name ?? t('Unknown'), text: value }] : [],
  );
  return keepEveryone(from, sides.toReversed());
}

/** What would be written; or why it cannot be. */
export function valueOfDraft(item: ReviewItem, detail: ReviewDetail, draft: Draft): Result<Json, string> {
  if (draft.kind === 'none') return err(t('Choose one of the values first.'));
  if (draft.kind === 'choice') {
    const value = optionsOf(item, detail)[draft.at]?.value;
    return value === undefined ? err(t('This value was redacted.')) : ok(value);
  }
  const overlaps = typeof draft.value === 'string' ? overlapsIn(draft.value) : 0;
  if (overlaps > 0)
    return err(
      t('{{value}} still marked with [[ … || … ]]: choose the words.', {
        value: overlaps === 1 ? t('One place is') : t('{{overlaps}} places are', { overlaps }),
      }),
    );
  const parsed = parseField(item.type, item.clash.field as FieldOf<RecordType>, draft.value);
  return parsed.ok ? ok(parsed.value as Json) : err(`${parsed.error.message}.`);
}
