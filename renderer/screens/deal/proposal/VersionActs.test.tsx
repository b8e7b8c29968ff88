// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { draftProposal } from '#shared/proposal/draft';
import { sendProposal } from '#shared/proposal/lifecycle';
import { createRecord, editRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../../../data/live';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import { readingOf } from '../../../data/reads/proposals';
import type { Workspace } from '../../../data/workspace';
import { VersionActs } from './VersionActs';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(cleanup);

const DEAL = 'deal:1';
const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });

/** A version that is with the client, of a deal whose amount two people set without seeing each other. */
async function sentAndUndecided(): Promise<Workspace> {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('deal', DEAL, { name: 'Portal', phase: 'negotiation', billingModel: 'fixed', amount: euros(50_000) }),
      createRecord('scopeLine', 'scopeLine:1', { deal: DEAL, title: 'Portal', status: 'proposed', price: euros(48_000) }),
    ],
  });
  const { records } = workspace;
  const deal = records.get('deal', DEAL);
  if (!deal) throw new Error('no deal');
  const draft = draftProposal(records, deal, { id: 'proposal:1', lineId: () => 'proposalLine:1', validUntil: '2026-12-31' });
  if (draft.ok) await workspace.commit(draft.value);
  const proposal = records.get('proposal', 'proposal:1');
  const sent = proposal && sendProposal(proposal, readingOf(records, '2026-11-22'));
  if (sent?.ok) await workspace.commit(sent.value);
  await workspace.commit(editRecord('deal', deal, { amount: euros(45_000) }));
  await workspace.commit(editRecord('deal', deal, { amount: euros(47_000) }, { saw: { amount: [] } }));
  return workspace;
}

test('where the amount is undecided, accepting leads to Review and asks for no signature', async () => {
  const workspace = await sentAndUndecided();
  const [deal, proposal] = [workspace.records.get('deal', DEAL), workspace.records.get('proposal', 'proposal:1')];
  if (!deal || !proposal) throw new Error('nothing was sent');
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          <VersionActs deal={deal} proposal={proposal} onShow={() => undefined} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Accept' })));
  const settle = await screen.findByRole('link', { name: 'Settle it' });
  expect(settle.getAttribute('href')).toBe('/review?record=deal%3A1&field=amount');
  expect(screen.queryByRole('button', { name: 'Sign the deal' })).toBeNull();
});
