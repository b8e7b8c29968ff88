import { BOOKKEEPERS, DECIDERS } from './access';
import { choice, date, defineRecord, keyed, money, ref, text, tree } from './define-record';
import { frozenLines, haveTree } from './trees';
import { ofDeal } from './recurring-fields';

/** What an hour costs us, of a person or of a role, from a day on. */
export const costRate = defineRecord({
  type: 'costRate',
  label: 'Cost rate',
  plural: 'Cost rates',
  ledger: 'finance',
  writers: BOOKKEEPERS,
  fields: {
    person: ref('person', { label: 'Person', merge: 'plain' }),
    role: text({ label: 'Role', merge: 'plain', help: 'For hours of people without a rate of their own.' }),
    from: date({ label: 'Valid from', merge: 'plain', required: true }),
    hourlyCost: money({ label: 'Hourly cost', merge: 'guarded', required: true }),
  },
});

export const EXPENSE_KINDS = ['external', 'write-off'] as const;

/** External cost of a deal: travel, licences, subcontractors; or a sum that we gave up claiming. */
export const expense = defineRecord({
  type: 'expense',
  label: 'Expense',
  plural: 'Expenses',
  ledger: 'finance',
  writers: BOOKKEEPERS,
  fields: {
    deal: ofDeal,
    date: date({ label: 'Date', merge: 'plain', required: true }),
    text: text({ label: 'Text', merge: 'plain', required: true }),
    kind: choice(EXPENSE_KINDS, { label: 'Kind', merge: 'plain', help: 'External where nothing is said.' }),
    cost: money({ label: 'Cost', merge: 'guarded', required: true, help: 'Net of tax.' }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain' }),
    invoice: ref('invoice', { label: 'Invoice', merge: 'plain', help: 'Of a write-off: the invoice that will not be paid.' }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});

/** Cost foreseen for one scope line, change order or commitment. */
export const costPlan = defineRecord({
  type: 'costPlan',
  label: 'Cost plan',
  plural: 'Cost plans',
  ledger: 'finance',
  writers: DECIDERS,
  fields: {
    deal: ofDeal,
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain' }),
    commitment: ref('commitment', { label: 'Commitment', merge: 'plain' }),
    planned: money({ label: 'Planned cost', merge: 'guarded' }),
    estimated: money({ label: 'Estimated cost', merge: 'guarded' }),
    plannedRate: money({ label: 'Planned rate', merge: 'guarded', help: 'Cost per hour behind the plan.' }),
  },
});

/**
 * The margin a deal was won with, frozen at acceptance with what both ledgers held then.
 * The percent is computed from the two sums, never stored.
 */
export const marginFreeze = defineRecord({
  type: 'marginFreeze',
  label: 'Frozen margin',
  plural: 'Frozen margins',
  ledger: 'finance',
  writers: DECIDERS,
  fields: {
    deal: ofDeal,
    acceptedAt: date({ label: 'Accepted', merge: 'guarded', required: true }),
    signedValue: money({ label: 'Signed value', merge: 'guarded', required: true }),
    plannedCost: money({ label: 'Planned cost', merge: 'guarded', required: true }),
    lines: tree(frozenLines, { label: 'Planned lines', merge: 'guarded', internal: true }),
    haveTeam: tree(haveTree, { label: 'Team ledger', merge: 'guarded', internal: true }),
    haveFinance: tree(haveTree, { label: 'Finance ledger', merge: 'guarded', internal: true }),
  },
});
