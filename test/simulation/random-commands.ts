import { settle } from '#shared/ledger/clash';
import type { Command } from '#shared/ledger/command';
import type { EntryId, RecordId } from '#shared/ledger/entry';
import { moveDeal } from '#shared/deal/phase';
import { promiseFromSelection } from '#shared/promise/from-selection';
import { STANCES } from '#shared/records/account';
import { PHASES } from '#shared/records/deal';
import type { Id, InstantText } from '#shared/records/define-record';
import type { RecordOf, RecordType } from '#shared/records/registry';
import { archiveRecord, createRecord, editRecord, restoreRecord, together } from '#shared/records/write';
import { derivedId } from '#shared/values/id';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import type { Dice } from './dice';

/** Stands in every value of the finance ledger, so that a byte of it is found wherever it must not be. */
export const FINANCE_MARK = 'cost-side-only';

/** An editor that somebody left open: what it showed when it was opened. */
interface OpenEditor {
  readonly record: RecordId;
  readonly saw: readonly EntryId[];
}

/** One person at one device. */
export interface Hands {
  readonly workspace: OpenWorkspace;
  readonly dice: Dice;
  /** Editors left open on this device. */
  readonly editors: OpenEditor[];
}

/** What a person may do; each gives a command, several, or does it itself. Nothing where there is nothing to do it to. */
type Deed = (hands: Hands) => Command | undefined | Promise<unknown>;

const WORDS = [
  'scope',
  'billing',
  'is',
  'fixed',
  'until',
  'March',
  'CFO',
  'agreed',
  'rollout',
  'phase',
  'two',
  'waits',
  'für',
  '預算',
  '🚢',
];
const some = (dice: Dice, count: number): string => Array.from({ length: count }, () => dice.pick(WORDS)).join(' ');
const euro = (dice: Dice) => ({ amount: dice.whole(1, 9_000) * 1_000, currency: dice.pick(['EUR', 'EUR', 'CHF']) });
const day = (dice: Dice): string => `2026-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`;
const any = <T extends RecordType>({ workspace, dice }: Hands, type: T): RecordOf<T> | undefined => {
  const all = workspace.records.all(type);
  return all.length === 0 ? undefined : dice.pick(all);
};
const whole = (command: Command | undefined): Command | undefined =>
  command === undefined || command.changes.length === 0 ? undefined : command;

/** A text with a word changed, put in or taken out. */
function reworded(dice: Dice, text: string | undefined): string {
  const words = (text ?? some(dice, 8)).split(' ');
  const at = dice.whole(0, words.length - 1);
  words.splice(at, dice.pick([0, 1, 1]), ...(dice.chance(0.8) ? [dice.pick(WORDS)] : []));
  return words.join(' ') || 'empty';
}

function newDeal({ workspace, dice }: Hands): Command {
  const account = workspace.newId('account');
  const deal = workspace.newId('deal');
  const values = {
    name: some(dice, 2),
    account,
    phase: dice.pick(['discovery', 'scoping', 'proposal'] as const),
    amount: euro(dice),
    whyTheyBought: some(dice, 9),
  };
  return together('deal.create', [createRecord('account', account, { name: some(dice, 2) }), createRecord('deal', deal, values)]);
}

function editDeal(hands: Hands): Command | undefined {
  const deal = any(hands, 'deal');
  const { dice } = hands;
  if (!deal) return undefined;
  const contact = any(hands, 'contact');
  const buyers =
    contact && dice.chance(0.5) ? [...deal.buyers.filter((id) => id !== contact.id), ...(dice.chance(0.6) ? [contact.id] : [])] : undefined;
  const values = dice.pick([
    { amount: euro(dice) },
    { name: some(dice, 2) },
    { health: dice.pick(['green', 'amber', 'red'] as const) },
    { whyTheyBought: reworded(dice, deal.whyTheyBought) },
    { whyTheyBought: reworded(dice, deal.whyTheyBought), department: some(dice, 1) },
    { billingModel: dice.pick(['fixed', 'T&M'] as const), expectedClose: day(dice) },
  ]);
  return whole(editRecord('deal', deal, { ...values, ...(buyers && { buyers }) }));
}

function moveAnyDeal(hands: Hands): Command | undefined {
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  const { dice, workspace } = hands;
  const facts = { why: some(dice, 3), at: day(dice), amount: euro(dice), undecided: workspace.records.undecided(deal.id) };
  const moved = moveDeal(deal, dice.pick(PHASES), facts);
  return moved.ok ? whole(moved.value) : undefined;
}

function contactOf(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const known = any(hands, 'contact');
  if (known && dice.chance(0.6))
    return whole(
      editRecord('contact', known, dice.pick([{ title: some(dice, 2) }, { stance: dice.pick(STANCES) }, { phone: some(dice, 1) }])),
    );
  const account = any(hands, 'account');
  return createRecord('contact', workspace.newId('contact'), { name: some(dice, 2), ...(account && { account: account.id }) });
}

function momentWithPromise(hands: Hands): Command | Promise<unknown> | undefined {
  const { dice, workspace } = hands;
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  const moment = any(hands, 'moment');
  if (!moment?.body || dice.chance(0.4)) {
    const at = new Date(Date.UTC(2026, 9, dice.whole(1, 28), 9)).toISOString();
    return createRecord('moment', workspace.newId('moment'), { kind: 'call', deal: deal.id, at, body: some(dice, 12) });
  }
  const kind = dice.pick(['commitment', 'objection', 'concession', 'constraint', 'decision'] as const);
  const quote = moment.body.split(' ').slice(1, 5).join(' ');
  const noted = promiseFromSelection(kind, workspace.newId(kind) as Id<never>, { moment, quote });
  return noted.ok ? whole(noted.value) : undefined;
}

function scopeLineOf(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const line = any(hands, 'scopeLine');
  if (line && dice.chance(0.65)) {
    const values = dice.pick([
      { title: some(dice, 3) },
      { price: euro(dice) },
      { why: reworded(dice, line.why) },
      { rank: dice.pick(['a0', 'a1', 'a2', 'b0']) },
      { status: dice.pick(['in', 'optional', 'done'] as const) },
    ]);
    return whole(editRecord('scopeLine', line, values));
  }
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  return createRecord('scopeLine', workspace.newId('scopeLine'), {
    deal: deal.id,
    title: some(dice, 3),
    status: 'proposed',
    why: some(dice, 7),
    rank: 'a0',
  });
}

function ticketOf(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const ticket = any(hands, 'ticket');
  if (ticket && dice.chance(0.65)) {
    const values = dice.pick([
      { detail: reworded(dice, ticket.detail) },
      { status: dice.pick(['in progress', 'waiting', 'done'] as const) },
      { due: day(dice) },
    ]);
    return whole(editRecord('ticket', ticket, values));
  }
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  return createRecord('ticket', workspace.newId('ticket'), {
    deal: deal.id,
    title: some(dice, 3),
    kind: 'scoping',
    status: 'open',
    detail: some(dice, 10),
  });
}

function changeOrderOf(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const order = any(hands, 'changeOrder');
  if (order && dice.chance(0.6))
    return whole(
      editRecord('changeOrder', order, {
        status: dice.pick(['submitted', 'billed', 'absorbed'] as const),
        decidedWhy: reworded(dice, order.decidedWhy),
      }),
    );
  const deal = any(hands, 'deal');
  return (
    deal &&
    createRecord('changeOrder', workspace.newId('changeOrder'), {
      deal: deal.id,
      title: some(dice, 3),
      status: 'requested',
      price: euro(dice),
    })
  );
}

function costOf(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const expense = any(hands, 'expense');
  if (expense && dice.chance(0.5))
    return whole(editRecord('expense', expense, dice.pick([{ cost: euro(dice) }, { text: `${FINANCE_MARK} ${some(dice, 2)}` }])));
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  if (dice.chance(0.4))
    return createRecord('costRate', workspace.newId('costRate'), {
      role: `${FINANCE_MARK} ${some(dice, 1)}`,
      from: day(dice),
      hourlyCost: euro(dice),
    });
  return createRecord('expense', workspace.newId('expense'), {
    deal: deal.id,
    date: day(dice),
    text: `${FINANCE_MARK} ${some(dice, 2)}`,
    cost: euro(dice),
  });
}

function archiveSomething(hands: Hands): Command | undefined {
  const { dice, workspace } = hands;
  const type = dice.pick(['contact', 'ticket', 'scopeLine', 'deal'] as const);
  const [id] = workspace.records.idsOf(type).filter(() => dice.chance(0.3));
  const record = id && workspace.records.get(type, id);
  if (!record) return undefined;
  return record.archived ? restoreRecord(record) : archiveRecord(record);
}

function settleSomething({ workspace, dice }: Hands): Command | undefined {
  const clashes = workspace.records.clashes();
  if (clashes.length === 0) return undefined;
  const clash = dice.pick(clashes);
  const side = dice.pick(clash.sides.filter((one) => one.field === undefined));
  return { act: 'ledger.settle', changes: [settle(clash, clash.kind === 'archived' ? dice.chance(0.5) : (side.value ?? null))] };
}

/** Opens an editor and leaves it, or comes back to one and saves what it says upon what it showed then. */
function stayInEditor(hands: Hands): Command | undefined {
  const { dice, workspace, editors } = hands;
  const left = editors.length > 0 && dice.chance(0.6) ? editors.shift() : undefined;
  if (left) {
    const ticket = workspace.records.get('ticket', left.record);
    return ticket && whole(editRecord('ticket', ticket, { detail: reworded(dice, ticket.detail) }, { saw: { detail: left.saw } }));
  }
  const ticket = any(hands, 'ticket');
  if (ticket) editors.push({ record: ticket.id, saw: workspace.records.heads(ticket.id, 'detail') });
  return undefined;
}

/** The same rows on two laptops make the same records. */
function importRows({ workspace, dice }: Hands): Promise<unknown> {
  const from = dice.whole(0, 3) * 5;
  const commands = Array.from({ length: dice.whole(5, 25) }, (_, at) => {
    const id = derivedId('contact', 'sim', String(from + at));
    const known = workspace.records.get('contact', id);
    const plain = { name: `Imported ${from + at}`, email: `${from + at}@example.com` };
    const command = known ? editRecord('contact', known, { title: some(dice, 1) }) : createRecord('contact', id, plain);
    return { ...command, act: 'import.csv' };
  });
  return workspace.commitAll(commands.filter(({ changes }) => changes.length > 0));
}

async function attachFile(hands: Hands): Promise<unknown> {
  const { workspace, dice } = hands;
  const deal = any(hands, 'deal');
  if (!deal) return undefined;
  const bytes = new TextEncoder().encode(some(dice, dice.whole(1, 400)));
  const file = await workspace.files.put(bytes, { name: `${some(dice, 1)}.txt`, type: 'text/plain' });
  const at = '2026-11-20T10:00:00.000Z' as InstantText;
  return workspace.commit(createRecord('moment', workspace.newId('moment'), { kind: 'file', deal: deal.id, at, subject: 'A file', file }));
}

async function takeBackRefused({ workspace, dice }: Hands): Promise<unknown> {
  const refused = workspace.sync.get().refused.filter(({ takenBack }) => takenBack !== true);
  if (refused.length === 0) return undefined;
  if (dice.chance(0.3)) return workspace.sync.tryAgain();
  return workspace.sync.withdraw([dice.pick(refused).entry]);
}

const undo = ({ workspace }: Hands): Promise<unknown> => workspace.undo();
const redo = ({ workspace }: Hands): Promise<unknown> => workspace.redo();

/** Everything that people do here, by how often they do it. */
export const DEEDS: readonly (readonly [weight: number, name: string, deed: Deed])[] = [
  [8, 'opens a deal', newDeal],
  [18, 'edits a deal', editDeal],
  [10, 'moves a deal', moveAnyDeal],
  [9, 'writes down a contact', contactOf],
  [9, 'notes what was said', momentWithPromise],
  [12, 'works on a scope line', scopeLineOf],
  [10, 'works on a ticket', ticketOf],
  [5, 'works on a change order', changeOrderOf],
  [7, 'enters a cost', costOf],
  [5, 'archives or restores something', archiveSomething],
  [6, 'settles a clash', settleSomething],
  [5, 'leaves an editor open, or saves one', stayInEditor],
  [2, 'imports contacts', importRows],
  [2, 'attaches a file', attachFile],
  [4, 'takes back what was refused', takeBackRefused],
  [5, 'undoes', undo],
  [3, 'redoes', redo],
];

/** Does one thing. A rule may refuse it; that is said, and nothing has happened. Gives the entry that was said to be saved. */
export async function doSomething(hands: Hands, deed: Deed): Promise<EntryId | undefined> {
  const done = deed(hands);
  if (done instanceof Promise) await done;
  if (done === undefined || done instanceof Promise) return undefined;
  const saved = await hands.workspace.commit(done);
  return saved.ok ? saved.value.id : undefined;
}
