import type { Point } from '#shared/blueprint/geometry';
import type { BlueprintKind } from '#shared/blueprint/parts';
import type { PersonKey } from './people';
import type { Day } from './script';

/** What one deal's blueprint went through. */
export interface BlueprintScript {
  /** Key of the deal. */
  readonly deal: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A node: key, kind, label, and what it is linked to. */
export type Part = readonly [string, BlueprintKind, string, { readonly scope?: string; readonly bound?: string; readonly text?: string }?];
/** A connection: from, to, and what goes over it. */
export type Way = readonly [string, string, string?];

export type Step = { readonly day: Day; readonly by: PersonKey } & (
  | { readonly what: 'draw'; readonly parts: readonly Part[]; readonly ways: readonly Way[]; readonly at?: Point }
  | { readonly what: 'write'; readonly key: string; readonly title: string; readonly text: string }
  | { readonly what: 'describe'; readonly key: string; readonly text: string }
  | { readonly what: 'review' | 'approve' }
);

/** Approved before the signature; what the pilot taught was drawn afterwards and shows as changed since. */
export const NORDWIND_BLUEPRINT: BlueprintScript = {
  deal: 'nordwind-order-to-cash',
  title: 'Order-to-cash, from order to paid invoice',
  steps: [
    {
      day: -300,
      by: 'luca',
      what: 'draw',
      parts: [
        [
          'customer',
          'actor',
          'Customer of Nordwind',
          { text: 'Orders by EDI, in the portal or by telephone: 1,900 a day, 240 of them by telephone.' },
        ],
        ['desk', 'actor', 'Order management', { scope: 'orders', text: 'Twelve people. Sees one queue for all channels.' }],
        ['finance', 'actor', 'Finance', { scope: 'close', text: 'Closes the month by working day six.' }],
        ['portal', 'system', 'Customer portal', { text: 'Delivers the order schema. It is not changed.' }],
        ['gateway', 'system', 'Carrier EDI gateway', { text: 'In operation since the first project.' }],
        ['erp', 'system', 'New ERP', { scope: 'orders' }],
        [
          'billing',
          'system',
          'Certified billing system',
          {
            scope: 'billing',
            bound: 'no-billing',
            text: 'Reads the night file with the reader that Poland has used since 2019. Nothing in it is opened.',
          },
        ],
        [
          'capture',
          'process',
          'Order capture and validation',
          { scope: 'orders', text: 'Credit and capacity are checked before an order is confirmed.' },
        ],
        [
          'rating',
          'process',
          'Tariffs and surcharges',
          { scope: 'pricing', text: 'Fuel and toll with validity dates, simulated before release.' },
        ],
        ['dunning', 'process', 'Open items and dunning', { scope: 'receivables' }],
        ['close', 'process', 'Month-end close', { scope: 'close' }],
        ['queue', 'data', 'One queue of orders', { scope: 'orders' }],
        ['tariffs', 'data', 'Tariffs of customers', { scope: 'pricing' }],
        [
          'nightfile',
          'integration',
          'Night file at two o’clock',
          { scope: 'billing', bound: 'no-billing', text: 'Fixed format, one file a night. A failed drop is repeated before seven.' },
        ],
        ['status', 'integration', 'Status back to the order', { scope: 'billing' }],
        ['load', 'process', 'Data migration', { scope: 'migration', text: 'Two rehearsals and one final load.' }],
      ],
      ways: [
        ['customer', 'portal', 'order'],
        ['customer', 'gateway', 'EDI order'],
        ['customer', 'desk', 'telephone'],
        ['portal', 'capture'],
        ['gateway', 'capture'],
        ['desk', 'capture', 'keys in'],
        ['capture', 'queue'],
        ['queue', 'rating'],
        ['tariffs', 'rating', 'valid today'],
        ['rating', 'erp', 'rated order'],
        ['erp', 'nightfile', 'approved orders'],
        ['nightfile', 'billing', 'file, nightly'],
        ['billing', 'status', 'invoice number'],
        ['status', 'erp'],
        ['erp', 'dunning', 'open items'],
        ['dunning', 'finance', 'proposal'],
        ['erp', 'close', 'accruals'],
        ['close', 'finance', 'five reports'],
        ['load', 'erp', 'customers, tariffs, open orders'],
      ],
    },
    {
      day: -299,
      by: 'luca',
      what: 'write',
      key: 'handover',
      title: 'Hand-over to billing',
      text: `
The billing system is **not touched**: no code, no database, no release. It reads a file that it can read already.

1. Every night at two o’clock the ERP writes one file with all orders that were rated and approved.
1. The reader of the certified release takes it at half past two, as it does for the subsidiary in Poland.
1. The next morning each order carries the number of its invoice.

> If a drop fails we repeat it before seven and tell the shift lead.

A file is named \`NW_INV_\` and the day of the run. Corrections are not part of it.`,
    },
    {
      day: -298,
      by: 'luca',
      what: 'write',
      key: 'capture',
      title: 'One queue for all channels',
      text: `
Orders from EDI, portal and telephone stand in one queue, in the order in which they came in.

- An order that fails a check names the field and waits; the others go on.
- Credit is checked against open items of the evening before.
- Nobody types an order twice.`,
    },
    {
      day: -298,
      by: 'luca',
      what: 'write',
      key: 'close',
      title: 'The close',
      text: `
Accruals for orders that are delivered and not invoiced are proposed on working day **three**. The five reports of annex C are ready on day five, so that finance can close on day **six**.`,
    },
    { day: -290, by: 'ada', what: 'review' },
    { day: -252, by: 'owen', what: 'approve' },
    {
      day: -71,
      by: 'hannah',
      what: 'draw',
      at: { x: 800, y: 744 },
      parts: [
        [
          'corrections',
          'integration',
          'Corrections at half past six',
          { bound: 'no-billing', text: 'A second file in the same format, only for orders that the reader has refused.' },
        ],
      ],
      ways: [
        ['erp', 'corrections', 'refused orders'],
        ['corrections', 'billing', 'second file'],
      ],
    },
    {
      day: -70,
      by: 'hannah',
      what: 'describe',
      key: 'nightfile',
      text: 'Fixed format, one file a night, at most 5,000 lines; the rest follows in a second part. A failed drop is repeated before seven.',
    },
    {
      day: -70,
      by: 'hannah',
      what: 'write',
      key: 'handover',
      title: 'Hand-over to billing',
      text: `
The billing system is **not touched**: no code, no database, no release. It reads a file that it can read already.

1. Every night at two o’clock the ERP writes one file with all orders that were rated and approved.
1. The reader of the certified release takes it at half past two, as it does for the subsidiary in Poland.
1. Orders that the reader has refused follow in a second file at half past six.
1. The next morning each order carries the number of its invoice.

> If a drop fails we repeat it before seven and tell the shift lead.

A file is named \`NW_INV_\` and the day of the run; corrections are named \`NW_COR_\`.`,
    },
  ],
};

/** A draft: one line of the offer is not drawn yet, and the guard is in no line. */
export const TORRE_BLUEPRINT: BlueprintScript = {
  deal: 'torre-subcontractors',
  title: 'From papers to the gate',
  steps: [
    {
      day: -27,
      by: 'elise',
      what: 'draw',
      parts: [
        ['sub', 'actor', 'Subcontractor', { scope: 'documents', text: '340 firms; each hands in its own papers.' }],
        ['assistant', 'actor', 'Purchasing', { scope: 'documents' }],
        ['guard', 'actor', 'Guard at the gate', { text: 'Has a list from last month today.' }],
        ['upload', 'process', 'Papers handed in', { scope: 'documents' }],
        ['papers', 'data', 'Papers and their last day', { scope: 'documents' }],
        ['remind', 'process', 'Reminder before the last day', { scope: 'documents' }],
        ['list', 'integration', 'List of every morning', { scope: 'access', text: 'Printed for the guard at half past five.' }],
      ],
      ways: [
        ['sub', 'upload', 'insurance, training'],
        ['upload', 'papers'],
        ['papers', 'remind', '30 days ahead'],
        ['remind', 'sub'],
        ['papers', 'list', 'valid today'],
        ['list', 'guard'],
        ['assistant', 'papers', 'asks'],
      ],
    },
    {
      day: -26,
      by: 'elise',
      what: 'write',
      key: 'gate',
      title: 'What the guard sees',
      text: `
A list of the crews that may enter *today*, by site. Whoever has a paper that ends today is on it, marked; whoever has one that ended yesterday is not.

- No screen at the gate: paper, every morning.
- We do not check what a paper says, only until when it is valid.`,
    },
  ],
};
