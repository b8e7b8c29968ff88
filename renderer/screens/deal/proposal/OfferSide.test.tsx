// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { draftProposal } from '#shared/proposal/draft';
import { planCost } from '#shared/proposal/margin';
import { createRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../../../data/live';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import type { Workspace } from '../../../data/workspace';
import { OfferSide } from './OfferSide';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);

const DEAL = 'deal:1';
const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });

/** A draft of €48,000 whose work is planned to cost €31,200. */
async function aDraft(): Promise<Workspace> {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('person', 'person:ada', { name: 'Ada Brandt', roles: ['AE'], active: true }),
      createRecord('person', 'person:david', { name: 'David Okafor', roles: ['PM'], active: true }),
      createRecord('deal', DEAL, { name: 'Portal', phase: 'proposal', billingModel: 'fixed' }),
      createRecord('scopeLine', 'scopeLine:1', {
        deal: DEAL,
        title: 'Portal',
        status: 'proposed',
        price: euros(48_000),
        plannedHours: 320,
      }),
    ],
  });
  const { records } = workspace;
  const [deal, line] = [records.get('deal', DEAL), records.get('scopeLine', 'scopeLine:1')];
  if (!deal || !line) throw new Error('no deal');
  await workspace.commit(planCost(records, line, euros(31_200)));
  const draft = draftProposal(records, deal, { id: 'proposal:1', lineId: () => 'proposalLine:1', validUntil: '2026-12-31' });
  if (draft.ok) await workspace.commit(draft.value);
  return workspace;
}

function show(workspace: Workspace): void {
  const proposal = workspace.records.get('proposal', 'proposal:1');
  if (!proposal) throw new Error('no proposal');
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          <OfferSide proposal={proposal} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

test('a project manager reads the margin of €48,000 less €31,200: 35.00 %', async () => {
  const workspace = await aDraft();
  await workspace.become('person:david');
  show(workspace);
  const margin = screen.getByRole('region', { name: 'Margin' });
  expect(margin.textContent).toContain('35.00%');
  expect(margin.textContent).toContain('€31,200.00');
});

test('an account executive reads the price and no word of cost or margin', async () => {
  const workspace = await aDraft();
  await workspace.become('person:ada');
  show(workspace);
  const side = screen.getByRole('complementary', { name: 'About this version' });
  expect(side.textContent).toContain('€48,000.00');
  expect(side.textContent).not.toMatch(/margin|cost|31,200/iu);
});
