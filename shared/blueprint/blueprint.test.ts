import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf } from '../ledger/as-of';
import { appendEntries, type ChainTip } from '../ledger/chain';
import type { Command } from '../ledger/command';
import type { Entry } from '../ledger/entry';
import { Fold, foldAll } from '../ledger/fold';
import type { Id } from '../records/define-record';
import { recordsFrom } from '../records/records-from';
import { kindOf, type Blueprint, type BlueprintNode } from '../records/registry';
import { archiveRecord, createRecord, editRecord } from '../records/write';
import type { Result } from '../values/result';
import { align } from './alignment';
import { approvalOf, changesSince, countChanges } from './changes';
import { likelyLine, linkNode, unlinkedOf } from './coverage';
import { connect, draw, moveNodes, removeParts, type NewNode } from './drawing';
import { fragmentOf, parseFragment, pasteFragment } from './fragment';
import { GRID, NODE_HEIGHT, NODE_WIDTH, positionOf } from './geometry';
import { freePlace, laidOut, layOut } from './layout';
import { approveBlueprint, createBlueprint, reopenBlueprint, reviewBlueprint, type Unsettled } from './lifecycle';
import { partsOf } from './parts';
import { parseRichText } from './rich-text';
import { addSection, moveSection, writeSection } from './sections';

const DEAL = 'deal:portal';
const PLAN: Id<'blueprint'> = 'blueprint:plan';
const RUTH = { id: 'person:ruth' } as const;

/** Somebody's device: what they hold, and what they do upon it. */
class Device {
  readonly entries: Entry[] = [];
  private fold = new Fold(kindOf);
  private tip: ChainTip | undefined;
  private minted = 0;
  private readonly name: string;

  constructor(name: string) {
    this.name = name.charAt(0).repeat(16);
  }

  get records() {
    return recordsFrom(this.fold.records());
  }
  get parts() {
    return partsOf(this.records, PLAN);
  }
  get blueprint(): Blueprint {
    return this.records.get('blueprint', PLAN) as Blueprint;
  }
  get clashes() {
    return this.fold.clashes();
  }
  heads(record: `${string}:${string}`, field: string) {
    return this.fold.heads(record, field);
  }
  node(body: string): BlueprintNode {
    return this.records.get('blueprintNode', `blueprintNode:${body}`) as BlueprintNode;
  }

  does(decided: Command | Result<Command, { readonly message: string }>): Entry {
    const command = 'ok' in decided ? accepted(decided) : decided;
    const env = {
      device: this.name,
      by: RUTH.id,
      now: 1_700_000_000_000 + this.entries.length * 60_000,
      random: (count: number) => Uint8Array.from({ length: count }, () => (this.minted = (this.minted * 37 + 11) % 251)),
      fold: this.fold,
    };
    const appended = appendEntries(this.tip, command, env);
    if (!appended.ok) throw new Error(appended.error.message);
    this.tip = appended.value.tip;
    this.take(appended.value.entries);
    return appended.value.entries[0];
  }

  take(entries: readonly Entry[]): void {
    const held = new Set(this.entries.map(({ id }) => id));
    this.entries.push(...entries.filter(({ id }) => !held.has(id)));
    this.fold = foldAll(this.entries, kindOf);
  }

  meets(other: Device): void {
    const mine = [...this.entries];
    this.take(other.entries);
    other.take(mine);
  }
}

function accepted(decided: Result<Command, { readonly message: string }>): Command {
  if (!decided.ok) throw new Error(decided.error.message);
  return decided.value;
}

const message = (decided: Result<Command, { readonly message: string }>): string => (decided.ok ? '' : decided.error.message);
const aNode = (body: string, values: Partial<NewNode> = {}): NewNode => ({
  id: `blueprintNode:${body}`,
  kind: 'system',
  label: body,
  x: 0,
  y: 0,
  ...values,
});
const anEdge = (from: string, to: string) =>
  ({ id: `blueprintEdge:${from}-${to}`, from: `blueprintNode:${from}`, to: `blueprintNode:${to}` }) as const;

/** A portal that hands orders to billing, with one section. */
function aDrawing(name = 'ana'): Device {
  const device = new Device(name);
  device.does(createBlueprint(PLAN, { deal: DEAL, title: 'Hand-over' }));
  device.does(
    draw(device.blueprint, {
      nodes: [aNode('portal', { kind: 'actor' }), aNode('queue', { kind: 'process', x: 256 }), aNode('billing', { x: 512 })],
      edges: [{ ...anEdge('portal', 'queue'), kind: 'process' }],
    }),
  );
  const words = parseRichText('Orders go out at night.\n\n- 02:00 drop');
  device.does(addSection(device.blueprint, [], { id: 'blueprintSection:how', title: 'How it works', text: words }));
  return device;
}

const unsettled = (words: string): Unsettled => ({ record: 'blueprintSection:how', field: 'text', words });
const judged = (device: Device) => ({ by: RUTH, on: '2026-11-30', parts: device.parts, unsettled: [] });
function approved(device: Device): Entry {
  device.does(reviewBlueprint(device.blueprint, judged(device)));
  return device.does(approveBlueprint(device.blueprint, { ...judged(device), changes: 0 }));
}
const asApproved = (device: Device) => recordsFrom(asOf(device.entries, approvalOf(PLAN, device.entries) as Entry, kindOf).records());

describe('a blueprint', () => {
  test('is drawn in one step, however many nodes and connections', () => {
    const device = aDrawing();
    const [, drawing] = device.entries;
    expect(drawing?.edits).toHaveLength(4);
    expect(drawing?.deal).toBe(DEAL);
    expect(device.parts.nodes.map(({ label }) => label)).toEqual(['billing', 'portal', 'queue']);
    expect(message(draw(device.blueprint, { nodes: [aNode('x', { label: '  ' })] }))).toBe('Give it a name.');
  });

  test('connects two nodes once in each direction, and none with itself', () => {
    const device = aDrawing();
    device.does(connect(device.blueprint, device.parts, anEdge('queue', 'billing')));
    device.does(connect(device.blueprint, device.parts, anEdge('billing', 'queue')));
    expect(device.parts.edges.map(({ kind }) => kind)).toEqual(['process', 'process', 'process']);
    expect(message(connect(device.blueprint, device.parts, { ...anEdge('queue', 'billing'), id: 'blueprintEdge:2' }))).toContain('already');
    expect(message(connect(device.blueprint, device.parts, anEdge('queue', 'queue')))).toContain('itself');
    expect(message(connect(device.blueprint, device.parts, anEdge('queue', 'gone')))).toContain('no longer drawn');
  });

  test('loses with a node the connections that end there, and gets them back with it', () => {
    const device = aDrawing();
    const removal = accepted(removeParts(device.blueprint, device.parts, new Set(['blueprintNode:queue'])));
    expect(removal.changes.map(({ record }) => record)).toEqual(['blueprintNode:queue', 'blueprintEdge:portal-queue']);
    device.does(removal);
    expect(device.parts.edges).toEqual([]);
    expect(message(removeParts(device.blueprint, device.parts, new Set(['blueprintNode:queue'])))).toContain('Choose what to remove');
  });

  test('moves several nodes in one step, and aligns and spreads them', () => {
    const device = aDrawing();
    const of = (...bodies: string[]) => bodies.map((body) => device.node(body));
    const moves = device.parts.nodes.map((node) => ({ node, x: positionOf(node).x + 16, y: 48 }));
    expect(device.does(moveNodes(device.blueprint, moves)).edits).toHaveLength(3);
    expect(device.node('queue')).toMatchObject({ x: 272, y: 48 });
    device.does(align(device.blueprint, of('portal', 'billing'), 'centre'));
    expect([device.node('portal').x, device.node('billing').x]).toEqual([272, 272]);
    device.does(moveNodes(device.blueprint, [{ node: device.node('billing'), x: 972, y: 0 }]));
    device.does(align(device.blueprint, of('portal', 'queue', 'billing'), 'spread across'));
    expect(of('portal', 'queue', 'billing').map(({ x }) => x)).toEqual([272, 622, 972]);
    expect(message(align(device.blueprint, of('portal', 'queue'), 'spread down'))).toBe('Choose at least three nodes first.');
  });

  test('lays itself out along its connections, on the grid, nothing on anything, in one step', () => {
    const device = aDrawing();
    device.does(connect(device.blueprint, device.parts, anEdge('queue', 'billing')));
    device.does(draw(device.blueprint, { nodes: [aNode('loose')] }));
    const entry = device.does(layOut(device.blueprint, device.parts));
    expect(entry.act).toBe('blueprint.layOut');
    const [portal, queue, billing] = ['portal', 'queue', 'billing'].map((body) => positionOf(device.node(body)));
    expect((portal?.y ?? 0) < (queue?.y ?? 0) && (queue?.y ?? 0) < (billing?.y ?? 0)).toBe(true);
    expect(laidOut(device.parts).map(({ x, y }) => [x % GRID, y % GRID])).toEqual(
      device.parts.nodes.map(() => [expect.closeTo(0), expect.closeTo(0)]),
    );
    expect(overlaps(device.parts.nodes.map(positionOf))).toBe(0);
  });

  test('puts one more node where nothing stands, whatever is drawn already', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }), { maxLength: 30 }),
        (places) => {
          const nodes = places.map((place, at): BlueprintNode => ({ id: `blueprintNode:${at}`, blueprint: PLAN, kind: 'data', ...place }));
          for (const beside of [undefined, nodes[0]]) {
            const place = freePlace(nodes, beside);
            expect(places.every(({ x, y }) => Math.abs(x - place.x) >= NODE_WIDTH || Math.abs(y - place.y) >= NODE_HEIGHT)).toBe(true);
          }
        },
      ),
    );
  });

  test('is copied with the connections between what was chosen, into another deal without its links to scope', () => {
    const device = aDrawing();
    device.does(editRecord('blueprintNode', device.node('queue'), { scopeLine: 'scopeLine:orders' }));
    const copied = fragmentOf(device.blueprint, device.parts, new Set(['blueprintNode:portal', 'blueprintNode:queue']));
    const fragment = parseFragment(JSON.stringify(copied));
    expect(fragment).toEqual(copied);
    let made = 0;
    const newId = <T extends string>(type: T): Id<T> => `${type}:${(made += 1)}`;
    const here = accepted(pasteFragment(device.blueprint, fragment!, { newId, by: { x: 32, y: 32 } }));
    expect(here.changes.map(({ set }) => set)).toMatchObject([
      { label: 'portal', x: 32, y: 32 },
      { label: 'queue', x: 288, scopeLine: 'scopeLine:orders' },
      { from: 'blueprintNode:1', to: 'blueprintNode:2' },
    ]);
    const elsewhere = accepted(pasteFragment({ ...device.blueprint, deal: 'deal:other' }, fragment!, { newId, by: { x: 0, y: 0 } }));
    expect(elsewhere.changes.some(({ set }) => 'scopeLine' in set)).toBe(false);
    for (const text of [
      '',
      'blueprint fragment',
      '{"throughline":"blueprint fragment"}',
      JSON.stringify({ ...copied, nodes: [{ kind: 'x' }] }),
    ]) {
      expect(parseFragment(text)).toBeUndefined();
    }
  });
});

function overlaps(places: readonly { readonly x: number; readonly y: number }[]): number {
  const meet = (a: (typeof places)[number], b: (typeof places)[number]) =>
    Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT;
  return places.flatMap((a, at) => places.slice(at + 1).filter((b) => meet(a, b))).length;
}

describe('a section', () => {
  test('is put before another, and stays where it is at the ends', () => {
    const device = aDrawing();
    device.does(addSection(device.blueprint, device.parts.sections, { id: 'blueprintSection:open', title: 'Open' }));
    const [first, last] = device.parts.sections;
    device.does(moveSection(device.blueprint, device.parts.sections, last!, 'up'));
    expect(device.parts.sections.map(({ title }) => title)).toEqual(['Open', 'How it works']);
    expect(message(moveSection(device.blueprint, device.parts.sections, first!, 'down'))).toBe('It is the last already.');
    expect(message(addSection(device.blueprint, [], { id: 'blueprintSection:x', title: ' ' }))).toBe('Give the section a title.');
  });
});

describe('an approval', () => {
  test('comes after a review, says by whom, and is refused while something waits in Review or nothing is there', () => {
    const device = new Device('ana');
    device.does(createBlueprint(PLAN, { deal: DEAL, title: 'Hand-over' }));
    expect(message(reviewBlueprint(device.blueprint, judged(device)))).toBe('Nothing is drawn or written yet.');
    const drawn = aDrawing();
    expect(message(approveBlueprint(drawn.blueprint, { ...judged(drawn), changes: 0 }))).toContain('Nobody has reviewed it yet');
    drawn.does(reviewBlueprint(drawn.blueprint, judged(drawn)));
    const open = { ...judged(drawn), changes: 0, unsettled: [unsettled('Text of “How it works”'), unsettled('Label of “queue”')] };
    expect(message(approveBlueprint(drawn.blueprint, open))).toBe(
      'People changed this without seeing each other: Text of “How it works” and 1 more. Settle it in Review first.',
    );
    const approval = drawn.does(approveBlueprint(drawn.blueprint, { ...judged(drawn), changes: 0 }));
    expect(approval.have).toBeDefined();
    expect(drawn.blueprint).toMatchObject({ status: 'approved', reviewedBy: RUTH.id, approvedBy: RUTH.id, approvedAt: '2026-11-30' });
    expect(message(approveBlueprint(drawn.blueprint, { ...judged(drawn), changes: 0 }))).toContain('nothing has changed since');
  });

  test('keeps what was approved: an addition, a removal, a rewording and a move are told apart from it', () => {
    const device = aDrawing();
    approved(device);
    expect(changesSince(asApproved(device), device.records, PLAN)).toEqual([]);
    device.does(draw(device.blueprint, { nodes: [aNode('archive', { kind: 'data' })] }));
    device.does(moveNodes(device.blueprint, [{ node: device.node('portal'), x: 0, y: 160 }]));
    device.does(editRecord('blueprintNode', device.node('billing'), { label: 'Billing, untouched' }));
    device.does(removeParts(device.blueprint, device.parts, new Set(['blueprintEdge:portal-queue'])));
    const [section] = device.parts.sections;
    device.does(writeSection(device.blueprint, section!, parseRichText('Orders go out at four.'), []));
    const changes = changesSince(asApproved(device), device.records, PLAN);
    expect(changes.map(({ part, difference, title }) => `${part} ${difference}: ${title}`)).toEqual([
      'node added: archive',
      'node changed: Billing, untouched',
      'node moved: portal',
      'connection removed: portal → queue',
      'section changed: How it works',
    ]);
    expect(changes[1]?.fields).toEqual([{ field: 'label', was: 'billing', is: 'Billing, untouched' }]);
    expect(countChanges(changes)).toBe(4);
  });

  test('counts an older offline edit that arrives later as a change since', () => {
    const [ana, ben] = [aDrawing(), new Device('ben')];
    ben.meets(ana);
    ben.does(draw(ben.blueprint, { nodes: [aNode('late')] }));
    approved(ana);
    ana.meets(ben);
    expect(changesSince(asApproved(ana), ana.records, PLAN).map(({ difference, title }) => `${difference} ${title}`)).toEqual([
      'added late',
    ]);
  });

  test('is given again to what was changed since, and then nothing has changed', () => {
    const device = aDrawing();
    approved(device);
    device.does(draw(device.blueprint, { nodes: [aNode('archive')] }));
    device.does(approveBlueprint(device.blueprint, { ...judged(device), changes: 1 }));
    expect(changesSince(asApproved(device), device.records, PLAN)).toEqual([]);
  });

  test('is taken back with a reason; what was approved can still be held against the draft', () => {
    const device = aDrawing();
    const approval = approved(device);
    expect(message(reopenBlueprint(device.blueprint, { why: '' }))).toBe('Say why it is worked on again.');
    device.does(reopenBlueprint(device.blueprint, { why: 'Piotr wants the archive' }));
    expect(device.blueprint).not.toHaveProperty('approvedBy');
    expect(device.blueprint.status).toBe('draft');
    expect(approvalOf(PLAN, device.entries)).toBe(approval);
    const undo = { ...approval, id: `${approval.id}x`, undoes: [approval.id] };
    expect(approvalOf(PLAN, [...device.entries, undo])).toBeUndefined();
  });
});

describe('drawing and scope', () => {
  test('list what is drawn and not sold, and what is sold and not drawn; what was negotiated away is neither', () => {
    const device = aDrawing();
    for (const [body, title, status] of [
      ['orders', 'Order queue', 'in'],
      ['bill', 'Integrate with client’s billing system', 'in'],
      ['ui', 'Portal redesign', 'negotiated away'],
    ] as const) {
      device.does(createRecord('scopeLine', `scopeLine:${body}`, { deal: DEAL, title, status }));
    }
    const line = (body: string) => device.records.get('scopeLine', `scopeLine:${body}`)!;
    device.does(linkNode(device.blueprint, device.node('queue'), line('orders')));
    const { nodes, lines } = unlinkedOf(device.records, device.blueprint);
    expect(nodes.map(({ label }) => label)).toEqual(['billing', 'portal']);
    expect(lines.map(({ title }) => title)).toEqual(['Integrate with client’s billing system']);
    expect(likelyLine(device.node('billing'), lines)?.id).toBe('scopeLine:bill');
    expect(likelyLine(device.node('portal'), lines)).toBeUndefined();
    device.does(archiveRecord(line('orders')));
    expect(unlinkedOf(device.records, device.blueprint).nodes.map(({ label }) => label)).toContain('queue');
  });
});

describe('two people who draw offline', () => {
  const apart = (): readonly [Device, Device] => {
    const [ana, ben] = [aDrawing(), new Device('ben')];
    ben.meets(ana);
    return [ana, ben];
  };

  test('keep both nodes, and nobody is asked where one node moved on both sides stands', () => {
    const [ana, ben] = apart();
    ana.does(draw(ana.blueprint, { nodes: [aNode('archive')] }));
    ben.does(draw(ben.blueprint, { nodes: [aNode('dunning')] }));
    ana.does(moveNodes(ana.blueprint, [{ node: ana.node('queue'), x: 160, y: 0 }]));
    ben.does(moveNodes(ben.blueprint, [{ node: ben.node('queue'), x: 480, y: 320 }]));
    ana.meets(ben);
    for (const device of [ana, ben]) {
      expect(device.parts.nodes.map(({ label }) => label)).toEqual(['archive', 'billing', 'dunning', 'portal', 'queue']);
      expect(device.clashes).toEqual([]);
    }
    expect(ana.node('queue').x).toBe(ben.node('queue').x);
  });

  test('one removed a node that the other only moved: it is removed, and nobody is asked', () => {
    const [ana, ben] = apart();
    ana.does(removeParts(ana.blueprint, ana.parts, new Set(['blueprintNode:billing'])));
    ben.does(moveNodes(ben.blueprint, [{ node: ben.node('billing'), x: 640, y: 64 }]));
    ana.meets(ben);
    expect(ana.parts.nodes.map(({ label }) => label)).toEqual(['portal', 'queue']);
    expect(ana.clashes).toEqual([]);
  });

  test('are both kept in one section where their words do not meet, and asked where they do', () => {
    const [ana, ben] = apart();
    const write = (device: Device, text: string) => {
      const [section] = device.parts.sections;
      device.does(writeSection(device.blueprint, section!, parseRichText(text), device.heads(section!.id, 'text')));
    };
    write(ana, 'Orders go out at **night**.\n\n- 02:00 drop');
    write(ben, 'Orders go out at night.\n\n- 02:00 drop\n- 07:00 repeat');
    ana.meets(ben);
    expect(ana.parts.sections[0]?.text).toBe('Orders go out at **night**.\n\n- 02:00 drop\n- 07:00 repeat');
    expect(ana.clashes).toEqual([]);
    write(ana, 'Orders go out at four.');
    write(ben, 'Orders go out at noon.');
    ana.meets(ben);
    expect(ana.clashes).toMatchObject([{ record: 'blueprintSection:how', field: 'text', review: 'quiet' }]);
  });

  test('one removed a node while the other connected it: the connection waits for its node', () => {
    const [ana, ben] = apart();
    ana.does(removeParts(ana.blueprint, ana.parts, new Set(['blueprintNode:billing'])));
    ben.does(connect(ben.blueprint, ben.parts, anEdge('queue', 'billing')));
    ana.meets(ben);
    expect(ana.parts.edges.map(({ id }) => id)).toEqual(['blueprintEdge:portal-queue']);
    expect(ana.clashes).toEqual([]);
  });
});
