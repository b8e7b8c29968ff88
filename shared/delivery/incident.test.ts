import { describe, expect, test } from 'vitest';
import { nothingUndecided } from '../ticket/ticket-error';
import { a, aDeal, aTicket, refusal, set, world } from '../ticket/testing/ticket-world';
import {
  ageInDays,
  closeIncident,
  incidentCounts,
  joinIncidents,
  likelySame,
  openIncidents,
  raiseEscalation,
  raiseQuestion,
  reportIncident,
} from './incident';
import { ticketFromWords } from './incident-from-words';

const TODAY = '2026-11-22';
const signed = aDeal({ phase: 'build' });
const incident = (values: object = {}, body = '1') =>
  aTicket({ kind: 'incident', status: 'open', title: 'Invoices print twice', severity: 'high', openedAt: '2026-11-12', ...values }, body);

describe('an incident', () => {
  test('is reported with how bad it is, seen today unless somebody says otherwise', () => {
    const report = (values: object) => reportIncident('ticket:9', signed, { title: 'Invoices print twice', ...values }, TODAY);
    expect(set(report({ severity: 'high' }))).toMatchObject({ kind: 'incident', status: 'open', openedAt: TODAY, severity: 'high' });
    expect(refusal(report({}))).toContain('how bad');
    expect(refusal(report({ severity: 'low', openedAt: '2026-11-23' }))).toContain('still to come');
    expect(refusal(reportIncident('ticket:9', aDeal(), { title: 'x', severity: 'low' }, TODAY))).toContain('before the signature');
  });

  test('is over with its day, cause and party; the cause is reason enough where there is nothing to show', () => {
    const solve = (values: object) =>
      closeIncident(
        incident(),
        { on: TODAY, today: TODAY, cause: 'Two print queues', party: 'client', ...values },
        world(),
        nothingUndecided,
      );
    expect(set(solve({}))).toEqual({
      status: 'done',
      outcome: 'Two print queues',
      closedAt: TODAY,
      cause: 'Two print queues',
      party: 'client',
    });
    expect(solve({}).ok && solve({})).toMatchObject({ value: { act: 'ticket.close', changes: [{ record: 'ticket:1' }] } });
    expect(refusal(solve({ on: '2026-11-11' }))).toContain('before it was seen');
    expect(refusal(solve({ cause: ' ' }))).toContain('what caused it');
    expect(refusal(solve({ party: undefined }))).toContain('whose doing');
  });

  test('that is ten days old stands behind an older one as bad and before one that is less bad', () => {
    const all = [
      incident({ severity: 'low', openedAt: '2026-10-01' }, '1'),
      incident({}, '2'),
      incident({ openedAt: '2026-11-02' }, '3'),
      incident({ severity: null }, '4'),
      incident({ status: 'done' }, '5'),
    ];
    const open = openIncidents(world(...all), 'deal:1');
    expect(open.map(({ id }) => id)).toEqual(['ticket:3', 'ticket:2', 'ticket:1', 'ticket:4']);
    expect(incidentCounts(open, TODAY)).toEqual([
      { severity: 'high', count: 2, oldest: 20 },
      { severity: 'low', count: 1, oldest: 52 },
      { severity: 'unrated', count: 1, oldest: 10 },
    ]);
    expect(ageInDays(incident(), TODAY)).toBe(10);
  });

  test('that two people reported is one again: the earlier day and the worse severity stay, the other says which it is', () => {
    const [kept, same] = [
      incident({ severity: 'low' }, '1'),
      incident({ title: 'Invoices are printing twice', openedAt: '2026-11-11' }, '2'),
    ];
    expect(likelySame(same, [kept, same])?.id).toBe('ticket:1');
    expect(likelySame(kept, [kept, same])).toBeUndefined();
    const joined = joinIncidents(kept, same, nothingUndecided);
    expect(joined.ok && joined.value.changes.map((change) => [change.record, change.set])).toEqual([
      ['ticket:2', { status: 'dropped', outcome: 'Same as “Invoices print twice”' }],
      ['ticket:1', { openedAt: '2026-11-11', severity: 'high' }],
    ]);
    expect(refusal(joinIncidents(kept, kept, nothingUndecided))).toContain('two incidents');
  });

  test('of another week or in other words is not taken for the same', () => {
    expect(likelySame(incident({ openedAt: '2026-11-20' }, '2'), [incident()])).toBeUndefined();
    expect(likelySame(incident({ title: 'Stock is negative' }, '2'), [incident()])).toBeUndefined();
    expect(likelySame(incident({}, '2'), [incident({ status: 'done' })])).toBeUndefined();
  });
});

describe('an escalation', () => {
  test('about what was sold names the AE who was pulled in; others need not', () => {
    const raise = (values: object) => raiseEscalation('ticket:9', signed, { title: 'EDI was promised', ...values }, TODAY);
    expect(refusal(raise({ about: 'what was sold' }))).toContain('pulled in');
    expect(set(raise({ about: 'what was sold', helper: 'person:ada' }))).toMatchObject({
      kind: 'escalation',
      helper: 'person:ada',
      openedAt: TODAY,
    });
    expect(raise({ about: 'quality' }).ok).toBe(true);
    expect(refusal(raise({}))).toContain('what the escalation is about');
  });

  test('is not a question, which anybody may ask', () => {
    expect(set(raiseQuestion('ticket:9', signed, { title: 'Which halls?' }, TODAY))).toMatchObject({ kind: 'question', openedAt: TODAY });
  });
});

describe('words of a mail', () => {
  const mail = a('moment', {
    kind: 'e-mail',
    at: '2026-11-20T23:30:00.000Z',
    body: 'Hello. Invoices print twice since Monday.',
    'contacts/contact:ines': true,
  });

  test('become an incident that keeps them, their source, who wrote them and the day where the reader sits', () => {
    const made = ticketFromWords('incident', {
      moment: mail,
      quote: ' Invoices print twice since Monday.',
      start: 6,
      timeZone: 'Europe/Berlin',
    });
    expect(made.ok && made.value.values).toEqual({
      title: 'Invoices print twice since Monday.',
      openedAt: '2026-11-21',
      sourceMoment: 'moment:1',
      quote: 'Invoices print twice since Monday.',
      quoteStart: 7,
      reportedBy: 'contact:ines',
    });
  });

  test('made by two people offline are one incident, and an escalation of the same words another record', () => {
    const id = (kind: 'incident' | 'escalation', start = 7) => {
      const made = ticketFromWords(kind, { moment: mail, quote: 'Invoices print twice', start });
      return made.ok && made.value.id;
    };
    expect(id('incident')).toBe(id('incident'));
    expect(id('escalation')).not.toBe(id('incident'));
  });

  test('of a mail that is filed under no deal make nothing', () => {
    const unfiled = a('moment', { deal: null, kind: 'e-mail', at: '2026-11-20T23:30:00.000Z', body: 'x' });
    expect(refusal(ticketFromWords('incident', { moment: unfiled, quote: 'x', start: 0 }))).toContain('under a deal');
  });
});
