import type { LedgerName } from '#shared/ledger/entry';
import { ledgersOf } from '#shared/hub/access';
import { LEDGERS } from '../ledger-store';
import { FOUNDING } from '../undo';
import { HubFailure } from './asking';
import { compare } from './compare';
import type { FileSync } from './file-sync';
import { settleIdentity } from './identity';
import type { LedgerState } from './ledger-state';
import { pull } from './pull';
import { push } from './push';
import type { Refusals } from './refusals';
import type { Round } from './round';

/** All that is exchanged with a server. */
export interface Exchanged {
  readonly ledgers: Readonly<Record<LedgerName, LedgerState>>;
  readonly files: Readonly<Record<LedgerName, FileSync>>;
  readonly refusals: Refusals;
}

/** What one turn is to do. */
export interface Turn {
  /** The ledgers whose changes are asked for. */
  readonly pull: readonly LedgerName[];
  /** The ledgers whose files are looked after. */
  readonly files: readonly LedgerName[];
}

/** A comparison and what follows from it, so many times: after that the server contradicts itself. */
const PASSES = 4;

/** The ledgers that this person holds. */
export const heldLedgers = ({ link }: Pick<Round, 'link'>): readonly LedgerName[] =>
  LEDGERS.filter((name) => ledgersOf(link.roles).includes(name));

/**
 * One turn: what is new there is taken up, what is new here is handed in, and where there is doubt the two are compared. At
 * its end nothing is known to be missing on either side but what was refused.
 */
export async function exchange({ pull: pulled, files }: Turn, all: Exchanged, round: Round): Promise<void> {
  const held = heldLedgers(round);
  // What was written here goes first: somebody may be waiting for it.
  for (const name of held) if (!all.ledgers[name].isDoubtful) await handIn(all.ledgers[name], all, round);
  for (const name of held) {
    const state = all.ledgers[name];
    if (pulled.includes(name) || state.isDoubtful) await pull(state, round);
    if (name === 'team' && (pulled.includes(name) || state.isDoubtful)) await settleIdentity(round.host, round.link, round.time.now());
    await settleDoubt(state, all, round);
  }
  await takeBackFounding(all, round);
  const urgent = async (): Promise<void> => {
    for (const name of held) await handIn(all.ledgers[name], all, round);
  };
  for (const name of held) if (files.includes(name) || all.files[name].isDoubtful) await all.files[name].run(round, urgent);
  for (const name of held) {
    await settleDoubt(all.ledgers[name], all, round);
    await all.refusals.settle(all.ledgers[name]);
    await all.ledgers[name].save();
  }
}

async function handIn(state: LedgerState, { refusals }: Exchanged, round: Round): Promise<void> {
  await push(state, round, (refusedIn, refusal) => refusals.note(refusedIn, refusal));
}

async function settleDoubt(state: LedgerState, all: Exchanged, round: Round): Promise<void> {
  for (let pass = 0; pass < PASSES; pass += 1) {
    if (state.isDoubtful) await compare(state, round);
    await handIn(state, all, round);
    if (!state.isDoubtful) return;
  }
  throw new HubFailure('busy', 'What the server says it holds and what it takes contradict each other.');
}

/** Who begins a workspace offline makes themselves its first partner; a server where they are something else refuses that. */
async function takeBackFounding(all: Exchanged, round: Round): Promise<void> {
  const founding = all.refusals.standing().filter(({ act }) => act === FOUNDING);
  if (founding.length === 0) return;
  const state = all.ledgers.team;
  const done = await all.refusals.withdraw(
    founding.map(({ entry }) => entry),
    state,
    round.link.roles,
  );
  if (!done.ok) throw new HubFailure('busy', done.error.message);
  await handIn(state, all, round);
}
