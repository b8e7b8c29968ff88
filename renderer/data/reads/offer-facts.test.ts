import { expect, test } from 'vitest';
import { documentText } from '#shared/document/document-text';
import type { Command } from '#shared/ledger/command';
import { draftProposal } from '#shared/proposal/draft';
import { acceptProposal } from '#shared/proposal/acceptance';
import type { Reading } from '#shared/proposal/held-back';
import { sendProposal } from '#shared/proposal/lifecycle';
import { linesOf } from '#shared/proposal/offer-line';
import { sowDocument } from '#shared/proposal/sow';
import type { Id } from '#shared/records/define-record';
import { firmFactId, firmFactKey } from '#shared/records/firm-profile';
import type { RecordOf, RecordType } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import type { Result } from '#shared/values/result';
import { A_LOGO } from '../../documents/testing/node-rasteriser';
import { openMemoryWorkspace } from '../memory-workspace';
import { readOfferFacts } from './offer-facts';

const TODAY = '2026-11-22';
const eur = (units: number) => ({ amount: units * 100, currency: 'EUR' });
const ID: Id<'proposal'> = 'proposal:v1';

/** A firm that has a deal with a portal for 40,000 and training as an option for 5,000. */
async function aFirm() {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('deal', 'deal:erp', { name: 'New ERP', phase: 'proposal', billingModel: 'fixed' }),
      createRecord('scopeLine', 'scopeLine:portal', {
        deal: 'deal:erp',
        title: 'Portal',
        included: 'Sign-in and orders.',
        excluded: 'Payment.',
        status: 'proposed',
        plannedHours: 300,
        price: eur(40_000),
        rank: 'a0',
      }),
      createRecord('scopeLine', 'scopeLine:training', {
        deal: 'deal:erp',
        title: 'Training',
        status: 'optional',
        price: eur(5_000),
        rank: 'a1',
      }),
    ],
  });
  const get = <T extends RecordType>(type: T, id: string): RecordOf<T> => {
    const found = workspace.records.get(type, id);
    if (!found) throw new Error(id);
    return found;
  };
  const act = async (decided: Command | Result<Command, { readonly message: string }>): Promise<void> => {
    if ('ok' in decided && !decided.ok) throw new Error(decided.error.message);
    const done = await workspace.commit('ok' in decided ? decided.value : decided);
    if (!done.ok) throw new Error(done.error.message);
  };
  const reading = (): Reading => ({ records: workspace.records, today: TODAY, undecided: () => [] });
  const said = async (): Promise<string> => documentText(sowDocument(await readOfferFacts(workspace, ID, TODAY)));
  await act(
    draftProposal(workspace.records, get('deal', 'deal:erp'), {
      id: ID,
      lineId: () => workspace.newId('proposalLine'),
      validUntil: '2026-12-31',
      terms: 'Net 30 days.',
    }),
  );
  return { workspace, get, act, reading, said };
}

test('a draft says what the scope says today; what was sent says what it said, whatever the scope says later', async () => {
  const { get, act, reading, said } = await aFirm();
  await act(editRecord('scopeLine', get('scopeLine', 'scopeLine:portal'), { excluded: 'Payment and invoices.' }));
  expect(await said()).toContain('Not included: Payment and invoices.');

  await act(sendProposal(get('proposal', ID), reading()));
  const sent = await said();
  await act(editRecord('scopeLine', get('scopeLine', 'scopeLine:portal'), { title: 'Shop', excluded: 'Nothing.' }));
  await act(createRecord('milestone', 'milestone:later', { deal: 'deal:erp', title: 'Afterthought', due: '2027-01-01' }));
  expect(await said()).toBe(sent);
  expect(sent).toContain('Not included: Payment and invoices.');
});

test('an accepted version is the one that was sent, with the options that the client took: 45,000', async () => {
  const { workspace, get, act, reading, said } = await aFirm();
  await act(sendProposal(get('proposal', ID), reading()));
  expect(await said()).toContain('Total |  | €40,000.00');
  const chosen = linesOf(workspace.records, ID).flatMap(({ id, scopeLine }) => (scopeLine === 'scopeLine:training' ? [id] : []));
  await act(acceptProposal(get('proposal', ID), reading(), { at: TODAY, chosen }));
  const accepted = await said();
  expect(accepted).toContain('accepted 22 November 2026');
  expect(accepted).toContain('Training |  | €5,000.00');
  expect(accepted).toContain('Total |  | €45,000.00');
});

test('the firm’s logo is taken from the files of the workspace, and left out where its bytes are not here', async () => {
  const { workspace, act } = await aFirm();
  const logo = await workspace.files.put(A_LOGO.bytes, { name: 'logo.png', type: 'image/png' });
  await act(createRecord('firmSetting', firmFactId('logo'), { key: firmFactKey('logo'), value: logo }));
  expect((await readOfferFacts(workspace, ID, TODAY)).logo).toEqual(A_LOGO);
  const elsewhere = { ...sourceOf(workspace), files: { get: async () => undefined } };
  expect((await readOfferFacts(elsewhere, ID, TODAY)).logo).toBeUndefined();
});

const sourceOf = (workspace: Awaited<ReturnType<typeof openMemoryWorkspace>>) => ({
  records: workspace.records,
  info: workspace.info,
  history: workspace.history.bind(workspace),
});
