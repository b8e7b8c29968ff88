import { describe, expect, it } from 'vitest';
import {
  ASANA_SHEET,
  JIRA_EXPORT,
  SALESFORCE_ACCOUNTS,
  SALESFORCE_CONTACTS,
  SALESFORCE_EVENTS,
  SALESFORCE_OPPORTUNITIES,
  SALESFORCE_REPORT,
} from '../../test/fixtures/crm-exports';
import { csv, dealNamed, edited, imported, planOf } from '../../test/fixtures/imports';
import { commandsOf } from './commands';
import type { ImportPlan } from './import-plan';
import { fullSalesforceId } from './salesforce-id';

const NOTHING_NEW = { create: 0, update: 0, conflict: 0 };
const byType = ({ files }: ImportPlan) => {
  const made = files.flatMap(({ rows }) => rows).filter(({ action }) => action === 'create');
  return Object.fromEntries(
    [...new Set(made.map(({ type }) => type))].map((type) => [type, made.filter((row) => row.type === type).length]),
  );
};
const report = [csv('report.csv', SALESFORCE_REPORT)];

describe('an opportunity report of Salesforce', () => {
  it('comes in as three deals and two accounts; its total and its signature stay out', async () => {
    const planned = await planOf(report);
    expect(byType(planned)).toEqual({ deal: 3, account: 2 });
    expect(planned.files[0]?.problems.map(({ line, value }) => [line, value])).toEqual([[4, 'Handshake']]);
    expect(planned.questions.filter(({ basis }) => basis === 'assumed').map(({ kind, value }) => [kind, value])).toEqual([
      ['stage', 'Handshake'],
      ['owner', 'Ana Ruiz'],
      ['owner', 'Ben Okoye'],
    ]);
    const records = await imported(report);
    expect(dealNamed(records, 'Website relaunch')).toMatchObject({
      phase: 'kickoff',
      signedAt: '2026-06-12',
      amount: { amount: 4_800_000, currency: 'EUR' },
    });
    const audit = dealNamed(records, 'Store audit');
    expect(audit.amount).toEqual({ amount: 950_000, currency: 'USD' });
    expect(records.get('account', audit.account)?.name).toBe('Müller & Söhne');
  });

  it('changes nothing the second time, and takes over a close date that moved', async () => {
    const records = await imported(report);
    const again = await planOf(report, records);
    expect(again.counts).toMatchObject({ ...NOTHING_NEW, skip: 5 });
    expect(commandsOf(again, records)).toEqual([]);
    const moved = await planOf([csv('report.csv', SALESFORCE_REPORT.replace('31.12.2026', '31.01.2027'))], records);
    expect(moved.counts).toMatchObject({ create: 0, update: 1, conflict: 0 });
    const byHand = edited(records, dealNamed(records, 'Data platform').id, { expectedClose: '2027-02-28' });
    expect((await planOf(report, byHand)).counts).toMatchObject(NOTHING_NEW);
    const both = await planOf([csv('report.csv', SALESFORCE_REPORT.replace('31.12.2026', '31.01.2027'))], byHand);
    expect(both.counts).toMatchObject({ create: 0, update: 0, conflict: 1 });
  });

  it('finds the account of that name that is here already', async () => {
    const records = await imported([csv('accounts.csv', SALESFORCE_ACCOUNTS)]);
    expect(byType(await planOf(report, records))).toEqual({ deal: 3, account: 1 });
  });

  it('without ids and days of creation tells two of one name by their close date, says so, and refuses what nothing tells apart', async () => {
    const text =
      'Opportunity Name,Account Name,Stage,Close Date\nSupport,Contoso,Prospecting,2026-01-31\nSupport,Contoso,Prospecting,2026-02-28\nSupport,Contoso,Prospecting,2026-02-28\n';
    const planned = await planOf([csv('r.csv', text)]);
    expect(byType(planned)).toEqual({ deal: 2, account: 1 });
    expect(planned.files[0]?.problems.map(({ line, effect }) => [line, effect])).toEqual([
      [2, 'check'],
      [3, 'check'],
      [4, 'row left out'],
    ]);
    expect(planned.files[0]?.problems[2]?.reason).toContain('Nothing tells this row from line 3');
  });

  it('with the column “Opportunity ID” means the same deals as the data export, 15 letters or 18', async () => {
    const records = await imported([csv('opportunities.csv', SALESFORCE_OPPORTUNITIES)]);
    const text = 'Opportunity ID,Opportunity Name,Stage,Amount\n006Hs00001Opp03,Data platform,Needs Analysis,130000.00\n';
    const planned = await planOf([csv('r.csv', text)], records, { answers: { 'salesforce.currency': 'EUR' } });
    expect(planned.counts).toMatchObject({ create: 0, update: 1 });
  });
});

describe('the data export of Salesforce', () => {
  const files = [
    csv('Event.csv', SALESFORCE_EVENTS),
    csv('Opportunity.csv', SALESFORCE_OPPORTUNITIES),
    csv('Contact.csv', SALESFORCE_CONTACTS),
    csv('Account.csv', SALESFORCE_ACCOUNTS),
  ];

  it('goes in whole, in any order of its files, and a second time without a change', async () => {
    const planned = await planOf(files);
    expect(byType(planned)).toEqual({ account: 1, contact: 1, deal: 3, moment: 1 });
    const records = await imported(files);
    const relaunch = dealNamed(records, 'Website relaunch');
    expect(relaunch).toMatchObject({ phase: 'kickoff', signedAt: '2026-06-12' });
    expect(dealNamed(records, 'Pilot').phase).toBe('lost');
    const platform = dealNamed(records, 'Data platform');
    expect(platform).toMatchObject({ phase: 'scoping', expectedClose: '2026-12-31' });
    expect(platform.account).toBe(relaunch.account);
    expect(records.all('moment')).toMatchObject([{ kind: 'meeting', deal: relaunch.id, body: 'Agreed on weekly calls.' }]);
    const again = await planOf(files, records);
    expect(again.counts).toMatchObject({ ...NOTHING_NEW, skip: 6 });
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('gives an id of 15 letters the three that say where its capitals are', () => {
    expect(fullSalesforceId('001D000000IRFma')).toBe('001D000000IRFmaIAH');
    expect(fullSalesforceId('001D000000IRFmaIAH')).toBe('001D000000IRFmaIAH');
    expect(fullSalesforceId('no id')).toBe('no id');
  });
});

describe('a project tool', () => {
  const withDeal = () => imported(report);
  const jira = [csv('jira.csv', JIRA_EXPORT)];
  const asana = [csv('asana.csv', ASANA_SHEET)];

  it('Jira comes in on the deal that was chosen for its project, with its comments; another project waits for a choice', async () => {
    const before = await withDeal();
    const deal = dealNamed(before, 'Website relaunch').id;
    const choices = { answers: { 'jira.deal/eng': deal } };
    const planned = await planOf(jira, before, choices);
    expect(byType(planned)).toEqual({ ticket: 3, moment: 2 });
    const problems = planned.files[0]?.problems.map(({ line, effect, value }) => [line, effect, value]);
    expect(problems).toEqual([
      [5, 'check', 'Awaiting client'],
      [6, 'row left out', undefined],
    ]);
    const records = await imported(jira, before, choices);
    const tickets = new Map(records.all('ticket').map((ticket) => [ticket.title, ticket]));
    expect(tickets.get('Checkout revamp')).toMatchObject({
      kind: 'work package',
      status: 'in progress',
      estimateHours: 40,
      spentHours: 16,
      deal,
    });
    expect(tickets.get('Integrate billing file drop')).toMatchObject({ status: 'open', due: '2026-02-28' });
    expect(tickets.get('Integrate billing file drop')?.detail).toBe(
      'Nightly file, no write access\n\nJira: ENG-2\nPart of: ENG-1 Checkout revamp\nLabels: billing, scope-tbd',
    );
    expect(tickets.get('Checkout fails on Safari')).toMatchObject({
      kind: 'incident',
      severity: 'critical',
      openedAt: '2026-01-05',
      estimateHours: 1.5,
    });
    const about = tickets.get('Integrate billing file drop')?.id;
    expect(records.all('moment').map(({ at, from, body, about: on }) => [at, from, body, on])).toEqual([
      ['2026-01-03T09:00:00.000Z', 'jane', 'CFO forbids changes', about],
      ['2026-01-04T09:00:00.000Z', 'john', 'Agreed; with\ntwo lines', about],
    ]);
    const again = await planOf(jira, records);
    expect(again.counts).toMatchObject({ ...NOTHING_NEW, skip: 5 });
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('a comment that was rewritten comes in beside the one that was there: evidence never changes', async () => {
    const before = await withDeal();
    const choices = { answers: { 'jira.deal/eng': dealNamed(before, 'Website relaunch').id } };
    const records = await imported(jira, before, choices);
    const changed = await planOf([csv('jira.csv', JIRA_EXPORT.replace('CFO forbids changes', 'CFO allows changes'))], records);
    expect(byType(changed)).toEqual({ moment: 1 });
  });

  it('leaving an issue out leaves its comments out', async () => {
    const before = await withDeal();
    const choices = { answers: { 'jira.deal/eng': dealNamed(before, 'Website relaunch').id }, leaveOut: ['jira.csv:3'] };
    expect(byType(await planOf(jira, before, choices))).toEqual({ ticket: 2 });
  });

  it('Asana finds the deal by the name of the project, and a subtask stands where its parent does', async () => {
    const before = await withDeal();
    const planned = await planOf(asana, before);
    expect(byType(planned)).toEqual({ ticket: 3 });
    expect(planned.files[0]?.problems.map(({ line, effect }) => [line, effect])).toEqual([
      [9, 'check'],
      [10, 'row left out'],
    ]);
    const records = await imported(asana, before);
    const deal = dealNamed(records, 'Website relaunch').id;
    const tickets = new Map(records.all('ticket').map((ticket) => [ticket.title, ticket]));
    expect(tickets.get('Wireframes')).toMatchObject({ deal, status: 'in progress', due: '2026-01-20', kind: 'work package' });
    expect(tickets.get('Basket')).toMatchObject({ deal, status: 'done', closedAt: '2026-01-09' });
    expect(tickets.get('Search is slow')).toMatchObject({ deal, kind: 'incident', status: 'open', openedAt: '2026-01-07' });
    const again = await planOf(asana, records);
    expect(again.counts).toMatchObject({ ...NOTHING_NEW, skip: 3 });
    expect(commandsOf(again, records)).toEqual([]);
  });
});
