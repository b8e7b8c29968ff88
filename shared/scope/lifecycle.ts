import type { Command } from '../ledger/command';
import { unsettled, type InView } from '../promise/promise-error';
import type { CalendarDateText, Id } from '../records/define-record';
import { parseRecord, type Values } from '../records/parse';
import type { ScopeLine } from '../records/registry';
import { createRecord, editRecord, together } from '../records/write';
import { money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { placesAt, type Place } from './line-order';
import type { ScopeError } from './scope-error';
import { t } from '../values/texts';

/** Where new lines go: into which deal, among which lines (all of them, in order), at which place. */
export interface Among {
  readonly deal: Id<'deal'>;
  readonly lines: readonly ScopeLine[];
  readonly place: Place;
}

export type NewLine = { readonly id: Id<'scopeLine'>; readonly values: Values<'scopeLine'> };

/** Writes a line of scope: proposed, until somebody says more. */
export function addLine(line: NewLine, among: Among): Result<Command, ScopeError> {
  return added('scopeLine.create', [line], among);
}

/** Several lines as one command: one entry in history, one undo. */
export function addLines(lines: readonly NewLine[], among: Among): Result<Command, ScopeError> {
  if (lines.length === 0) return err({ message: t('There is no line to add.') });
  return added('scopeLine.paste', lines, among);
}

function added(act: string, lines: readonly NewLine[], { deal, lines: all, place }: Among): Result<Command, ScopeError> {
  const { ranks, makingRoom } = placesAt(all, place, lines.length);
  const commands: Command[] = [];
  for (const [at, { id, values }] of lines.entries()) {
    const parsed = parseRecord('scopeLine', { status: 'proposed', ...values, title: values.title?.trim(), deal, rank: ranks[at] });
    if (!parsed.ok) return err({ message: parsed.error.map(({ message }) => message).join('. ') });
    commands.push(createRecord('scopeLine', id, parsed.value));
  }
  return ok(together(act, [...commands, ...makingRoom]));
}

/** Who says so, when, and why: it stays on the line. */
export interface Because {
  readonly by: Id<'person'>;
  readonly on: CalendarDateText;
  readonly why: string;
}

/** Takes a line out of the deal. It is kept and shown, with who took it out and why: somebody will ask for it again. */
export function negotiateAway(line: ScopeLine, { by, on, why }: Because, view: InView = {}): Result<Command, ScopeError> {
  const open = unsettled(line.id, view, ['status']);
  if (open) return err(open);
  if (line.status === 'negotiated away') return err({ message: t('It was negotiated away already.') });
  if (line.status === 'done') return err({ message: t('It is done already. Open it again before it is taken out.') });
  if (!why.trim()) return err({ message: t('Say why it was taken out: somebody will ask for it again.') });
  const values = { status: 'negotiated away' as const, ...decided(by, on, why) };
  return ok(editRecord('scopeLine', line, values, { act: 'scopeLine.negotiateAway', why: why.trim() }));
}

/** Gives a line for nothing. Its price becomes zero, so that no total counts it; what it would have cost stays in history. */
export function giveAsCourtesy(line: ScopeLine, { by, on, why }: Because, view: InView = {}): Result<Command, ScopeError> {
  const open = unsettled(line.id, view, ['status', 'price']);
  if (open) return err(open);
  if (line.status === 'courtesy') return err({ message: t('It is given as a courtesy already.') });
  if (!why.trim()) return err({ message: t('Say why it is given for nothing.') });
  const price = line.price ? { price: money(0, line.price.currency) } : {};
  const values = { status: 'courtesy' as const, ...price, ...decided(by, on, why) };
  return ok(editRecord('scopeLine', line, values, { act: 'scopeLine.giveAsCourtesy', why: why.trim() }));
}

export type PlainStatus = Exclude<ScopeLine['status'], 'negotiated away' | 'courtesy' | 'done'>;

/** Proposes a line, takes it in, or makes it optional; a line that was taken out or given for nothing comes back by it. */
export function placeLine(line: ScopeLine, status: PlainStatus, view: InView = {}): Result<Command, ScopeError> {
  const open = unsettled(line.id, view, ['status']);
  if (open) return err(open);
  if (line.status === status) return err({ message: t('It is {{status}} already.', { status: SAID[status] }) });
  const wasOut = line.status === 'negotiated away' || line.status === 'courtesy';
  const values = { status, ...(wasOut ? { decidedBy: null, decidedAt: null, decidedWhy: null } : {}) };
  return ok(editRecord('scopeLine', line, values, wasOut ? { act: 'scopeLine.bringBack' } : {}));
}

/** The work is done: nothing remains. A courtesy that is done stays a courtesy, or it would look sold. */
export function finishLine(line: ScopeLine, view: InView = {}): Result<Command, ScopeError> {
  const open = unsettled(line.id, view, ['status']);
  if (open) return err(open);
  if (line.status === 'done') return err({ message: t('It is done already.') });
  if (line.status === 'negotiated away') return err({ message: t('It was negotiated away. Bring it back first.') });
  const status = line.status === 'courtesy' ? line.status : ('done' as const);
  return ok(editRecord('scopeLine', line, { status, remainingHours: 0 }, { act: 'scopeLine.finish' }));
}

const SAID: Readonly<Record<PlainStatus, string>> = { proposed: 'proposed', in: 'in', optional: 'optional' };

const decided = (by: Id<'person'>, on: CalendarDateText, why: string) => ({ decidedBy: by, decidedAt: on, decidedWhy: why.trim() });
