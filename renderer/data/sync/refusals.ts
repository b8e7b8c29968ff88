import { deviceOf, isEntry, seqOf, type Entry, type EntryId, type LedgerName } from '#shared/ledger/entry';
import { MAX_WITHDRAWN, withdrawal } from '#shared/ledger/withdraw';
import { notAllowed } from '#shared/records/may-write';
import { kindOf } from '#shared/records/registry';
import type { Role } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import { err, ok, type Result } from '#shared/values/result';
import type { Attention, RefusedEntry, SyncProblem } from '../sync-state';
import { contentsOf } from './contents';
import type { SyncHost } from './host';
import type { LedgerState } from './ledger-state';
import type { RefusedRow, SyncShelf } from './ports';
import type { Refusal } from './push';
import { t } from '#shared/values/texts';

/**
 * What the server refused of this device's own entries. It stays here, visible, with what it said, until its author takes
 * it back or the server accepts it after all.
 */
export class Refusals {
  readonly #rows = new Map<EntryId, RefusedRow>();
  readonly #shelf: SyncShelf;
  readonly #host: SyncHost;

  constructor(shelf: SyncShelf, host: SyncHost) {
    this.#shelf = shelf;
    this.#host = host;
  }

  async load(): Promise<void> {
    for (const row of await this.#shelf.refused()) this.#rows.set(row.entry, row);
  }

  /** All that are shown, the latest first. */
  list(): readonly RefusedEntry[] {
    const shown = [...this.#rows.values()].map(({ content: _content, tooLarge: _tooLarge, ...row }) => row);
    return shown.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Ids of those that are refused and not taken back. */
  standing(): readonly RefusedRow[] {
    return [...this.#rows.values()].filter(({ takenBack }) => takenBack === undefined);
  }

  content = (entry: EntryId): Entry | undefined => this.#rows.get(entry)?.content;

  attention(): Attention | undefined {
    const standing = this.standing();
    if (standing.length === 0) return undefined;
    const isTooLarge = standing.every(({ tooLarge }) => tooLarge);
    const what = standing.length === 1 ? t('One of your changes') : t('{{standing}} of your changes', { standing: standing.length });
    return isTooLarge
      ? { kind: 'too-large', message: t('{{what}} cannot be sent: the server takes nothing so large.', { what }), advice: TOO_LARGE_ADVICE }
      : { kind: 'refused', message: t('The server refused {{what}}.', { what: what.toLowerCase() }), advice: REFUSED_ADVICE };
  }

  /** Notes a refusal. What somebody else wrote is left to them: they may be allowed what this person is not. */
  async note(state: LedgerState, { item, reason, tooLarge }: Refusal): Promise<void> {
    const { name } = state.ledger;
    if (!isEntry(item) || deviceOf(item.id) !== this.#host.device(name)) {
      state.unsent.hold(item.id, 'left');
      return;
    }
    const { id, act, at, edits } = item;
    const records = edits.map(({ record }) => record);
    await this.#keep([{ ledger: name, entry: id, act, at, records, reason, content: item, ...(tooLarge && { tooLarge }) }]);
    state.unsent.hold(id, 'refused');
  }

  /**
   * Forgets those that the server holds after all. Where it holds the place alone, because this device took the entry back
   * and was killed before it could say so here, what it said stays.
   */
  async settle(state: LedgerState): Promise<void> {
    const gone = this.standing().filter(({ ledger, entry }) => ledger === state.ledger.name && !state.unsent.has(entry));
    if (gone.length === 0) return;
    const withdrawn = new Set(state.ledger.fold.withdrawals());
    const takenBack = gone.filter(({ entry }) => withdrawn.has(entry));
    if (takenBack.length > 0) await this.#keep(takenBack.map((row) => ({ ...row, takenBack: true as const })));
    await this.#forget(gone.flatMap(({ entry }) => (withdrawn.has(entry) ? [] : entry)));
  }

  /**
   * Keeps what this person wrote and a withdrawal takes off the disk here. It came from elsewhere, where they took it back:
   * this device was copied, or put back as it was before.
   */
  async keepTakenBack(ledger: LedgerName, entries: readonly Entry[]): Promise<void> {
    const me = this.#host.me();
    const isMine = ({ by }: Entry): boolean => by === me || joinedPerson(this.#host.records, by)?.id === me;
    const mine = entries.filter(isMine);
    if (mine.length === 0) return;
    const kept = new Map((await this.#shelf.refused()).map((row) => [row.entry, row]));
    await this.#keep(mine.map((entry) => ({ ...(kept.get(entry.id) ?? rowOf(entry, ledger, TAKEN_BACK)), takenBack: true as const })));
  }

  async forgetLedger(state: LedgerState): Promise<void> {
    await this.#forget([...this.#rows.values()].flatMap(({ ledger, entry }) => (ledger === state.ledger.name ? entry : [])));
  }

  /** Takes back entries of one's own, with all parts of their series. Their places stay in the chain, as stubs. */
  async withdraw(entries: readonly EntryId[], state: LedgerState, roles: readonly Role[]): Promise<Result<void, SyncProblem>> {
    const rows = this.standing().filter(({ ledger, entry }) => ledger === state.ledger.name && entries.includes(entry));
    if (rows.length === 0) return ok(undefined);
    const reasons = new Map(rows.map(({ entry, reason }) => [entry, reason]));
    let taken: readonly Entry[] = [];
    const written = await this.#host.commitOn(state.ledger.name, async () => {
      taken = await wholeSeries(
        rows.map(({ content }) => content),
        state,
      );
      if (taken.some(({ redacts }) => redacts?.length)) return undefined;
      await this.#keep(taken.map((content) => rowOf(content, state.ledger.name, reasons.get(content.id))));
      const logs = await state.ledger.logsOf(taken.flatMap(({ edits }) => edits.map(({ record }) => record)));
      const me = this.#host.me();
      return withdrawal(taken, state.ledger.fold, logs, kindOf, (record, field) => mayState(record, field, roles, me));
    });
    if (!written.ok) {
      return err({ message: written.error.kind === 'nothing' ? t('An erasure cannot be taken back.') : written.error.message });
    }
    await this.#keep(taken.map((content) => ({ ...rowOf(content, state.ledger.name, reasons.get(content.id)), takenBack: true as const })));
    for (const { id } of taken) state.unsent.releaseOnly(id);
    return ok(undefined);
  }

  async #keep(rows: readonly RefusedRow[]): Promise<void> {
    await this.#shelf.keepRefused(rows);
    for (const row of rows) this.#rows.set(row.entry, row);
  }

  async #forget(entries: readonly EntryId[]): Promise<void> {
    await this.#shelf.forgetRefused(entries);
    for (const entry of entries) this.#rows.delete(entry);
  }
}

const REFUSED_ADVICE = t(
  'Look at what was refused and why. You can take it back, hand it to somebody who may do it, or try again once your roles have changed.',
);
const TOO_LARGE_ADVICE = t('Take it back and attach long content as a file, or ask whoever runs the server to allow larger documents.');

const TAKEN_BACK = t('You took it back on another copy of this device.');

function rowOf(content: Entry, ledger: LedgerName, reason = t('It belongs to one command with what was refused.')): RefusedRow {
  const { id, act, at, edits } = content;
  return { ledger, entry: id, act, at, records: edits.map(({ record }) => record), reason, content };
}

/** A series of which a part is missing would never show, so all parts go together. */
async function wholeSeries(entries: readonly Entry[], { ledger }: LedgerState): Promise<readonly Entry[]> {
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { id, series } of entries) {
    if (series === undefined) continue;
    const [first, last] = [seqOf(id) - series.n + 1, seqOf(id) + series.of - series.n];
    const pages = await ledger.itemsOf(ledger.pagesOfRun(deviceOf(id), first, last));
    const parts = pages.flatMap(({ items }) => items.filter(isEntry)).filter((part) => part.series?.id === series.id);
    const contents = await contentsOf(
      parts.map((part) => part.id),
      ledger,
    );
    for (const part of contents.values()) if (isEntry(part)) found.set(part.id, part);
  }
  return [...found.values()].toSorted((a, b) => seqOf(a.id) - seqOf(b.id)).slice(0, MAX_WITHDRAWN);
}

/** Whether the server would take this field of this record from somebody with these roles. */
const mayState = (record: Entry['by'], field: string, roles: readonly Role[], me: Entry['by']): boolean =>
  notAllowed({ record, set: { [field]: null } }, { roles, person: me }, false) === undefined;
