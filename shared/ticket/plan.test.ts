import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../records/registry';
import { viewAs } from '../records/view';
import { parseChange } from '../records/parse';
import { addDays } from '../values/calendar';
import { DEFAULT_TEMPLATES } from './default-templates';
import { plannedTickets, planPreSale, type Plan } from './plan';
import { templateContent, type TicketTemplate } from './template';
import { aDeal, aPerson, refusal, world } from './testing/ticket-world';

const template: TicketTemplate = {
  id: 'erp',
  name: 'ERP implementation',
  lines: [
    { key: 'stock', kind: 'information gathering', title: 'Take stock', role: 'pre-sales lead', day: 7, expects: 'file' },
    { key: 'walk', kind: 'information gathering', title: 'Walk through', role: 'consultant', day: 14, estimateHours: 24 },
    { key: 'effort', kind: 'proposal construction', title: 'Estimate', role: 'PM', day: 38 },
    { key: 'offer', kind: 'proposal construction', title: 'Offer', detail: 'All of it', role: 'AE', day: 45, expects: 'proposal' },
  ],
};
const people = [aPerson('ada'), aPerson('jonas'), aPerson('mehmet'), aPerson('luca')];
const START = '2026-11-23';
const lay = (plan: Partial<Plan> = {}, records = world(...people), deal = aDeal()) =>
  planPreSale(deal, template, { start: START, ...plan }, records);

/** The records after a command, added to those before. */
function after(records: readonly AnyRecord[], laid: ReturnType<typeof lay>): readonly AnyRecord[] {
  if (!laid.ok) throw new Error(laid.error.message);
  const made = laid.value.changes.map(({ record, set }) => viewAs('ticket', { id: record, values: set }));
  return [...records, ...made.filter((one) => one !== undefined)];
}

describe('laying out pre-sale work from a template', () => {
  test('is one act: every ticket with a day, and an owner from the people of the deal', () => {
    const laid = lay();
    if (!laid.ok) throw new Error(laid.error.message);
    expect(laid.value.act).toBe('ticket.layOut');
    expect(laid.value.deal).toBe('deal:1');
    expect(laid.value.changes.map(({ set }) => [set['title'], set['owner'], set['due']])).toEqual([
      ['Take stock', 'person:jonas', '2026-11-30'],
      ['Walk through', undefined, '2026-12-07'],
      ['Estimate', 'person:mehmet', '2026-12-31'],
      ['Offer', 'person:ada', '2027-01-07'],
    ]);
    expect(laid.value.changes[3]?.set).toMatchObject({
      status: 'open',
      expects: 'proposal',
      detail: 'All of it',
      template: 'ERP implementation',
    });
  });

  test('lets somebody of delivery do it, and leaves out what this deal does not need', () => {
    const laid = lay({ owners: { walk: 'person:luca', offer: undefined }, without: new Set(['effort']) });
    expect(laid.ok && laid.value.changes.map(({ set }) => set['owner'])).toEqual(['person:jonas', 'person:luca', undefined]);
  });

  test('twice is the same tickets: two people who do it offline do not double the work', () => {
    const once = after(people, lay());
    expect(refusal(lay({}, world(...once)))).toBe('All of “ERP implementation” is laid out on this deal already.');
    const some = after(people, lay({ without: new Set(['offer']) }));
    const rest = lay({}, world(...some));
    expect(rest.ok && rest.value.changes.map(({ set }) => set['title'])).toEqual(['Offer']);
    const other = lay();
    expect(other.ok && other.value.changes.map(({ record }) => record)).toEqual(once.slice(people.length).map(({ id }) => id));
  });

  test('gives nothing to who has left', () => {
    const left = world(aPerson('ada'), aPerson('jonas', { active: false }), aPerson('mehmet'));
    expect(plannedTickets(aDeal(), template, START, left).map(({ owner }) => owner)).toEqual([
      undefined,
      undefined,
      'person:mehmet',
      'person:ada',
    ]);
    expect(refusal(lay({ owners: { walk: 'person:jonas' } }, left))).toContain('has left');
  });

  test('is for deals that are being won', () => {
    expect(refusal(lay({}, world(), aDeal({ phase: 'build' })))).toContain('is signed');
    expect(refusal(lay({}, world(), aDeal({ phase: 'lost' })))).toContain('is lost');
    expect(refusal(lay({ start: 'soon' }))).toContain('must be a date');
    expect(refusal(lay({ without: new Set(['stock', 'walk', 'effort', 'offer']) }))).toBe('Choose at least one line.');
  });

  test('with any template of ours, on any day, makes only tickets that the ledger takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEFAULT_TEMPLATES), fc.integer({ min: 0, max: 4_000 }), (ours, day) => {
        const laid = planPreSale(aDeal(), ours, { start: addDays('2024-01-01', day) }, world(...people));
        if (!laid.ok) throw new Error(laid.error.message);
        expect(laid.value.changes).toHaveLength(ours.lines.length);
        for (const change of laid.value.changes) expect(parseChange(change, 'create').ok).toBe(true);
      }),
    );
  });
});

test('our templates are complete: own keys, rising days, an expected deliverable on every line', () => {
  for (const { lines, ...rest } of DEFAULT_TEMPLATES) {
    expect(templateContent.safeParse({ ...rest, lines }).success).toBe(true);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.map(({ day }) => day)).toEqual(lines.map(({ day }) => day).toSorted((x, y) => x - y));
    expect(lines.every(({ expects }) => expects !== undefined)).toBe(true);
  }
});
