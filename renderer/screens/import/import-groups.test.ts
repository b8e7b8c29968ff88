import { describe, expect, it } from 'vitest';
import { NO_CHOICES, type ImportPlan } from '#shared/exchange/import-plan';
import { planImport } from '#shared/exchange/plan';
import { readImportFile } from '#shared/exchange/read-file';
import { recordsOf } from '#shared/records/records-from';
import { bringsSomething, importGroups, plannedTitles, rowsWith, unreadable } from './import-groups';
import { isGuess, questionGroups } from './mapping';
import { broughtByType } from './outcome';
import { changeText } from './planned-text';

const DEALS = `Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company IDs
7001,Website relaunch,Closed Won,48000,2026-06-12,Ana Ruiz,9001
7002,Data platform,Contract Sent (old stage),nonsense,2026-12-31,Ana Ruiz,9001
,No id,qualifiedtobuy,1,2026-12-31,,`;
const COMPANIES = `Record ID,Company name,Company Domain Name
9001,Northwind Foods,northwind.example`;
const MAIL =
  'From: Priya Nair <priya@northwind.example>\nTo: ana@ours.example\nSubject: Kickoff\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nAgreed.';

async function planOf(files: Readonly<Record<string, string>>): Promise<ImportPlan> {
  const read = Object.entries(files).map(([name, text]) => readImportFile({ name, bytes: new TextEncoder().encode(text) }));
  return planImport({ files: (await Promise.all(read)).flat(), records: recordsOf([]), choices: NO_CHOICES, today: '2026-11-22' });
}

describe('a plan, as it is looked through', () => {
  it('shows each table for itself and all mail together', async () => {
    const groups = importGroups(await planOf({ 'deals.csv': DEALS, 'a.eml': MAIL, 'b.eml': `${MAIL} Twice.`, 'companies.csv': COMPANIES }));
    expect(groups.map(({ kind, title }) => [kind, title])).toEqual([
      ['table', 'deals.csv'],
      ['table', 'companies.csv'],
      ['mail', '2 messages'],
    ]);
    expect(groups.at(-1)?.counts.create).toBe(2);
  });

  it('lists a row that comes in with a problem under both', async () => {
    const [deals] = importGroups(await planOf({ 'deals.csv': DEALS, 'companies.csv': COMPANIES }));
    const titles = (filter: 'create' | 'problem') => rowsWith(deals?.rows ?? [], filter).map(({ row }) => row.title);
    expect(titles('create')).toContain('Data platform');
    expect(titles('problem')).toContain('Data platform');
  });

  it('names accounts that only the plan knows', async () => {
    const plan = await planOf({ 'deals.csv': DEALS, 'companies.csv': COMPANIES });
    const titles = plannedTitles(plan);
    const deal = plan.files[0]?.rows[0];
    const account = deal?.changes.find(({ field }) => field === 'account');
    expect(deal && account && changeText(deal.type, account, (id) => titles.get(id) ?? id)).toBe('Account Northwind Foods');
  });

  it('asks what it only guessed before what it knows', async () => {
    const [stages] = questionGroups(await planOf({ 'deals.csv': DEALS }));
    expect(stages?.questions.map(isGuess)).toEqual([true, false, false]);
    expect(stages?.questions[0]?.value).toBe('Contract Sent (old stage)');
  });

  it('counts what came in by kind, with the people made on the way', async () => {
    const brought = broughtByType(await planOf({ 'deals.csv': DEALS, 'companies.csv': COMPANIES }));
    expect(brought.map(({ type, created }) => [type, created]).toSorted()).toEqual([
      ['account', 1],
      ['deal', 2],
      ['externalFigure', 3],
      ['person', 1],
    ]);
  });

  it('brings nothing when no file can be read', async () => {
    const plan = await planOf({ 'photo.csv': 'just,some\nother,table' });
    expect(importGroups(plan)).toEqual([]);
    expect(unreadable(plan).map(({ file }) => file)).toEqual(['photo.csv']);
    expect(bringsSomething(plan)).toBe(false);
  });
});
