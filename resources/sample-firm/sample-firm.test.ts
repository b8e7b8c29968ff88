import { beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#shared/ledger/verify-chain';
import { asOf } from '#shared/ledger/as-of';
import { instantOfAt } from '#shared/ledger/clock';
import type { Entry, LedgerName } from '#shared/ledger/entry';
import { foldAll, type Fold } from '#shared/ledger/fold';
import { isSignedDeal } from '#shared/deal/phase';
import { signatureOf } from '#shared/deal/then-and-now';
import { compareProposals } from '#shared/proposal/compare';
import { heldBack } from '#shared/proposal/held-back';
import { offerValue } from '#shared/proposal/pricing';
import { tellHistory } from '#shared/records/act-label';
import { PHASES } from '#shared/records/deal';
import { parseChange } from '#shared/records/parse';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, RECORD_TYPES, refFields, typeOf, type AnyRecord, type Deal, type RecordType } from '#shared/records/registry';
import { NOTABLE } from '#shared/records/register';
import type { StoredRecord } from '#shared/records/view';
import { constraintBreaches, mustsOf, workaroundsOf } from '#shared/scope/constraint-check';
import { scopeLinesOf } from '#shared/scope/live-line';
import { playSampleFirm, sampleFirm, type SampleFirm } from './sample-firm';
import type { LedgerEntries } from './play';

const TODAY = '2026-11-22';

let firm: SampleFirm;
let ledgers: LedgerEntries;
let folds: Readonly<Record<LedgerName, Fold>>;
let team: Records;
let finance: Records;

beforeAll(() => {
  firm = sampleFirm({ today: TODAY });
  ledgers = playSampleFirm(firm);
  folds = { team: foldAll(ledgers.team, kindOf), finance: foldAll(ledgers.finance, kindOf) };
  team = recordsFrom(folds.team.records() as Iterable<StoredRecord>);
  finance = recordsFrom(folds.finance.records() as Iterable<StoredRecord>);
}, 60_000);

const all = (): readonly AnyRecord[] => RECORD_TYPES.flatMap((type) => [...team.all(type), ...finance.all(type)] as readonly AnyRecord[]);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const dealNamed = (name: string): Deal => {
  const found = team.all('deal').find((deal) => deal.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('the sample firm', () => {
  test('has fourteen people, twelve clients and forty deals, in every phase', () => {
    expect(firm.people).toHaveLength(14);
    expect(team.all('account')).toHaveLength(12);
    expect(team.all('contact').length).toBeGreaterThanOrEqual(45);
    expect(team.all('deal')).toHaveLength(40);
    const phases = new Set(team.all('deal').map(({ phase }) => phase));
    expect(PHASES.filter((phase) => !phases.has(phase))).toEqual([]);
  });

  test('has between 2,500 and 5,000 entries over two years, none of them later than yesterday', () => {
    const entries = [...ledgers.team, ...ledgers.finance];
    expect(entries.length).toBeGreaterThan(2_500);
    expect(entries.length).toBeLessThan(5_000);
    const times = entries.map(({ at }) => instantOfAt(at)).sort();
    expect(times[0]?.slice(0, 4)).toBe('2024');
    expect((times.at(-1) ?? '') < `${TODAY}T00:00:00.000Z`).toBe(true);
  });

  test('is the same firm for the same day, to the last byte, and has the same records on another day', () => {
    expect(playSampleFirm(sampleFirm({ today: TODAY })).team.at(-1)).toEqual(ledgers.team.at(-1));
    const later = sampleFirm({ today: '2027-02-03' });
    const deals = (scenes: SampleFirm['scenes']) =>
      new Set(scenes.flatMap(({ command }) => command.changes.map(({ record }) => record)).filter((id) => id.startsWith('deal:')));
    expect(deals(later.scenes)).toEqual(deals(firm.scenes));
  });

  test('never goes stale: whatever the day, its newest entry is less than a week old and nothing is in the future', () => {
    for (const today of ['2026-12-27', '2027-03-01', '2028-02-29']) {
      const { scenes } = sampleFirm({ today });
      const newest = scenes.at(-1)?.at ?? 0;
      const now = Date.parse(today);
      expect(newest).toBeLessThan(now);
      expect(now - newest).toBeLessThan(7 * 86_400_000);
    }
  }, 60_000);
});

describe('its ledgers', () => {
  test('verify on every device, and nothing clashes', () => {
    expect(verifyChain(ledgers.team)).toEqual([]);
    expect(verifyChain(ledgers.finance)).toEqual([]);
    expect([...folds.team.clashes(), ...folds.finance.clashes()]).toEqual([]);
  });

  test('were written by people on devices of their own', () => {
    const devices = new Map<string, Set<string>>();
    for (const { id, by } of ledgers.team) devices.set(id.slice(0, 16), (devices.get(id.slice(0, 16)) ?? new Set()).add(by));
    expect([...devices.values()].every((people) => people.size === 1)).toBe(true);
    expect(devices.size).toBe(14);
  });

  test('keep cost out of the team ledger', () => {
    const secret = ledgers.team
      .flatMap(({ edits }) => edits)
      .filter(({ record }) => /^(?:costRate|costPlan|expense|marginFreeze):/u.test(record));
    expect(secret).toEqual([]);
  });

  test('hold only changes that the app itself would accept', () => {
    const known = new Set<string>();
    const refused = firm.scenes.flatMap(({ command }) =>
      command.changes.flatMap((change) => {
        const parsed = parseChange(change, known.has(change.record) ? 'edit' : 'create');
        known.add(change.record);
        return parsed.ok ? [] : [`${command.act}: ${parsed.error.map(({ message }) => message).join('; ')}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  test('tell themselves in sentences', () => {
    const deal = dealNamed('Order-to-cash on the new ERP');
    const entries = ledgers.team.filter((entry) => entry.deal === deal.id);
    const sentences = tellHistory(entries, { locale: 'en', records: team }).map(({ sentence }) => sentence);
    expect(sentences).toContain('opened the deal “Order-to-cash on the new ERP”');
    expect(sentences).toContain('changed Amount from €240,000 to €348,000');
    expect(sentences.some((sentence) => sentence.startsWith('recorded that the client accepted proposal 2: signed for €312,000 on '))).toBe(
      true,
    );
    expect(sentences.filter((sentence) => /unknown|undefined|\bnull\b|\[object/u.test(sentence))).toEqual([]);
  });
});

describe('its records', () => {
  test('refer only to records that exist', () => {
    const missing = all().flatMap((record) => {
      const values = record as unknown as Readonly<Record<string, unknown>>;
      return refFields(typeOf(record.id) as RecordType).flatMap(({ field }) =>
        [values[field]]
          .flat()
          .filter((id) => typeof id === 'string' && !resolves(id))
          .map((id) => `${record.id} ${field} ${String(id)}`),
      );
    });
    expect(missing).toEqual([]);
  });

  const resolves = (id: string): boolean => {
    const type = typeOf(id);
    return type !== undefined && (team.get(type, id) !== undefined || finance.get(type, id) !== undefined);
  };

  test('quote word for word: every quote stands in the moment that it names', () => {
    const quoted = [...NOTABLE, 'changeOrder' as const].flatMap((type) => team.all(type)).filter(({ quote }) => quote);
    expect(quoted.length).toBeGreaterThan(150);
    for (const { quote, sourceMoment, id } of quoted) expect(team.get('moment', sourceMoment)?.body, id).toContain(quote);
  });

  test('hold every register, with promises kept, billed, refused and still open', () => {
    const decisions = new Set(team.all('commitment').map(({ decision }) => decision));
    expect([...decisions].sort()).toEqual(['honour billed', 'honour free', 'not ours', 'open']);
    expect(team.all('objection').some(({ resolution }) => !resolution)).toBe(true);
    expect(team.all('concession').some(({ approvedBy }) => approvedBy)).toBe(true);
    expect(team.all('constraint').length).toBeGreaterThan(10);
    expect(team.all('decision').length).toBeGreaterThan(10);
    expect(new Set(team.all('changeOrder').map(({ status }) => status)).size).toBe(5);
  });

  test('ask and answer: each answer stands word for word in a note about the same record, and some questions are open', () => {
    const questions = team.all('question');
    const answered = questions.filter(({ answer }) => answer);
    expect(answered.length).toBeGreaterThan(4);
    expect(questions.length - answered.length).toBeGreaterThan(3);
    for (const { id, answer, about, answeredBy } of answered) {
      const [note] = team.of('moment', 'answers', id);
      expect(note, id).toMatchObject({ kind: 'note', body: answer, about });
      expect(note?.people).toContain(answeredBy);
    }
    const kickoffs = team.all('deal').filter(({ phase }) => phase === 'kickoff');
    expect(kickoffs.every(({ id }) => team.of('readReceipt', 'deal', id).length > 0)).toBe(true);
  });

  test('are written by many hands: no text of a moment stands there twice', () => {
    const bodies = team.all('moment').map(({ body, file }) => body ?? file);
    expect(new Set(bodies).size).toBe(bodies.length);
    expect(bodies.length).toBeGreaterThan(200);
    expect(new Set(team.all('moment').flatMap(({ people }) => people)).size).toBeGreaterThan(12);
  });
});

describe('its money', () => {
  test('adds up: the lines of each signed deal make its signed value, and so do its fees', () => {
    for (const deal of team.all('deal').filter((one) => isSignedDeal(one) && one.billingModel !== 'capped T&M')) {
      const sold = team.of('scopeLine', 'deal', deal.id).filter(({ status }) => status === 'in' || status === 'done');
      expect(sum(sold.map(({ price }) => price?.amount ?? 0)), deal.name).toBe(deal.amount?.amount);
      const fees = team.of('milestone', 'deal', deal.id).map(({ fee }) => fee?.amount ?? 0);
      if (sum(fees)) expect(sum(fees), deal.name).toBe(deal.amount?.amount);
    }
  });

  test('adds up: what a proposal offers is the amount that the deal was expected to bring', () => {
    const differing = team
      .all('proposal')
      .filter(({ version }) => version === 1)
      .flatMap((proposal) => {
        const sent = ledgers.team.find(({ act, edits }) => act === 'proposal.send' && edits.some(({ record }) => record === proposal.id));
        if (!sent) return [`${proposal.id} was never sent`];
        const deal = dealAt(proposal.deal, sent);
        const offered = sum(team.of('proposalLine', 'proposal', proposal.id).map(({ price }) => price?.amount ?? 0));
        return deal?.cap || offered === deal?.amount?.amount ? [] : [`${deal?.name}: ${offered} against ${deal?.amount?.amount}`];
      });
    expect(differing).toEqual([]);
  });

  const dealAt = (id: Deal['id'], entry: Entry): Deal | undefined =>
    recordsFrom(
      asOf(
        ledgers.team.filter(({ deal }) => deal === id),
        instantOfAt(entry.at),
        kindOf,
      ).records() as Iterable<StoredRecord>,
    ).get('deal', id);

  test('signs with an acceptance: every signed deal has one accepted version, for the value it was signed for', () => {
    const signed = team.all('deal').filter(isSignedDeal);
    expect(signed.length).toBeGreaterThan(15);
    for (const deal of signed) {
      const accepted = team.of('proposal', 'deal', deal.id).filter(({ status }) => status === 'accepted');
      expect(
        accepted.map(({ acceptedAt }) => acceptedAt),
        deal.name,
      ).toEqual([deal.signedAt]);
      const signature = signatureOf(deal.id, ledgers.team);
      expect(signature?.act, deal.name).toBe('proposal.accept');
      const [version] = accepted;
      const value = version && offerValue(version, team.of('proposalLine', 'proposal', version.id));
      expect(value, deal.name).toEqual({ ok: true, value: deal.amount });
    }
  });

  test('has offers that were re-priced, and one that an unapproved discount holds back', () => {
    const repriced = team.all('proposal').filter((second) => {
      const first = team.of('proposal', 'deal', second.deal).find(({ version }) => version === second.version - 1);
      return first && compareProposals(team, first, second).lines.some(({ kind }) => kind !== 'same');
    });
    expect(new Set(repriced.map(({ deal }) => deal)).size).toBeGreaterThanOrEqual(2);
    const held = team.all('proposal').filter((proposal) => {
      const reading = { records: team, today: TODAY, undecided: () => [] };
      return proposal.status === 'draft' && heldBack(proposal, reading).some(({ kind }) => kind === 'discount');
    });
    expect(held.map(({ deal }) => team.get('deal', deal)?.name)).toContain('Driver app and proof of delivery');
  });

  test('adds up: a client pays what its invoice asks for, in the currency of the deal; one has paid £24,000 of £44,000', () => {
    const inPart = team.all('payment').filter((payment) => {
      const lines = team.of('invoiceLine', 'invoice', payment.invoice);
      const deal = team.get('deal', team.get('invoice', payment.invoice)?.deal);
      expect(payment.amount.currency).toBe(deal?.amount?.currency);
      return payment.amount.amount !== sum(lines.map(({ net, tax }) => net.amount + (tax?.amount ?? 0)));
    });
    expect(inPart.map(({ amount }) => amount)).toEqual([{ amount: 24_000_00, currency: 'GBP' }]);
  });

  test('numbers its invoices without a gap, year by year', () => {
    const numbers = team
      .all('invoice')
      .map(({ number }) => number)
      .sort();
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const [at, number] of numbers.entries()) {
      const before = numbers[at - 1];
      if (before?.slice(0, 4) === number.slice(0, 4)) expect(Number(number.slice(5))).toBe(Number(before.slice(5)) + 1);
    }
    expect(team.all('invoice').some(({ kind }) => kind === 'credit note')).toBe(true);
  });

  test('bills work by effort from the hours that stand behind the invoice', () => {
    const billed = team.all('timeEntry').filter(({ invoiceLine }) => invoiceLine);
    expect(billed.length).toBeGreaterThan(50);
    const line = team.get('invoiceLine', billed[0]?.invoiceLine);
    const hours = team.of('timeEntry', 'invoiceLine', line?.id ?? '');
    expect(line?.net.amount).toBe(sum(hours.map((entry) => entry.hours * (entry.billRate?.amount ?? 0))));
    expect(billed.every(({ approved }) => approved)).toBe(true);
  });
});

describe('the deal in which billing must not be touched', () => {
  const theDeal = () => dealNamed('Order-to-cash on the new ERP');

  test('has the way round the CFO linked, one open deal whose line breaks a must, and both kinds of line that stand apart', () => {
    const breaches = team
      .all('deal')
      .flatMap(({ id, name }) => constraintBreaches(team, id).map(({ line, constraint }) => [name, line.title, constraint.text]));
    expect(breaches).toEqual([
      ['Outage communication', 'Outages from the control system', 'No connection to the control system, not for reading either'],
    ]);
    const { id } = dealNamed('Order-to-cash on the new ERP');
    const billing = scopeLinesOf(team, id).find(({ title }) => title.includes('billing system'));
    expect(billing && mustsOf(team, billing).flatMap((must) => workaroundsOf(team, billing, must).map(({ quote }) => quote))).toEqual([
      expect.stringContaining('We will drop a file every night at two'),
    ]);
    const apart = team.all('scopeLine').filter(({ status }) => status === 'courtesy' || status === 'negotiated away');
    expect(new Set(apart.map(({ status }) => status)).size).toBe(2);
    expect(apart.filter(({ decidedWhy, decidedBy, decidedAt }) => !decidedWhy || !decidedBy || !decidedAt)).toEqual([]);
  });

  test('holds the line, what the CFO forbade, and the way around that was promised on a call', () => {
    const line = team.of('scopeLine', 'deal', theDeal().id).find(({ title }) => title === 'Integrate with client’s billing system');
    expect(line?.quote).toBe("integrate with client's billing system");
    const [constraint] = line?.touches ?? [];
    expect(team.get('constraint', constraint)).toMatchObject({
      strength: 'must',
      quote: expect.stringContaining('there will be no changes to the billing system'),
    });
    const promise = team.of('commitment', 'deal', theDeal().id).find(({ quote }) => quote?.startsWith('We will drop a file every night'));
    expect(promise).toMatchObject({ channel: 'call', inSow: false, decision: 'honour free', fulfilment: 'kept' });
    expect(team.get('moment', promise?.sourceMoment)?.kind).toBe('call');
  });

  test('can be seen as it was signed', () => {
    const deal = theDeal();
    const entries: readonly Entry[] = ledgers.team;
    const signature = signatureOf(deal.id, entries);
    if (!signature) throw new Error('not signed');
    const signed = recordsFrom(asOf(entries, signature, kindOf).records() as Iterable<StoredRecord>);
    expect(signed.get('deal', deal.id)).toMatchObject({ phase: 'kickoff', amount: { amount: 312_000_00, currency: 'EUR' } });
    expect(signed.get('deal', deal.id)).not.toHaveProperty('pm');
    expect(signed.of('changeOrder', 'deal', deal.id)).toEqual([]);
    expect(team.of('changeOrder', 'deal', deal.id).length).toBeGreaterThan(0);
  });
});
