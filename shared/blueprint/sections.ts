import type { Command } from '../ledger/command';
import type { EntryId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Blueprint, BlueprintSection } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { rankBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import { printRichText, type RichText } from './rich-text';
import { t } from '../values/texts';

type Decided = Result<Command, BlueprintError>;

/** Adds a section after all others. */
export function addSection(
  blueprint: Blueprint,
  sections: readonly BlueprintSection[],
  { id, title, text }: { readonly id: Id<'blueprintSection'>; readonly title: string; readonly text?: RichText },
): Decided {
  if (!title.trim()) return err({ message: t('Give the section a title.') });
  const rank = rankBetween(sections.at(-1)?.rank ?? null, null);
  const values = { blueprint: blueprint.id, title: title.trim(), rank, ...(text?.length ? { text: printRichText(text) } : {}) };
  return ok(createRecord('blueprintSection', id, values, { deal: blueprint.deal }));
}

/**
 * Replaces the text of a section. `saw`: what was current when the writing began, so that words which arrived meanwhile
 * are merged with these, or asked about, and never written over; absent: what is current at the commit.
 */
export function writeSection(blueprint: Blueprint, section: BlueprintSection, text: RichText, saw?: readonly EntryId[]): Command {
  const told = { act: 'blueprintSection.write', deal: blueprint.deal, ...(saw ? { saw: { text: saw } } : {}) };
  return editRecord('blueprintSection', section, { text: printRichText(text) || null }, told);
}

/** Puts a section one place up or down among `sections`, which stand in reading order. */
export function moveSection(
  blueprint: Blueprint,
  sections: readonly BlueprintSection[],
  section: BlueprintSection,
  way: 'up' | 'down',
): Decided {
  const others = sections.filter(({ id }) => id !== section.id);
  const place = sections.findIndex(({ id }) => id === section.id) + (way === 'up' ? -1 : 1);
  if (place < 0 || place > others.length)
    return err({ message: way === 'up' ? t('It is the first already.') : t('It is the last already.') });
  const rank = rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null);
  return ok(editRecord('blueprintSection', section, { rank }, { act: 'blueprintSection.move', deal: blueprint.deal }));
}
