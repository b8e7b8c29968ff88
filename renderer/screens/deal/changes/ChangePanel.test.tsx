// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { planChangeCost } from '#shared/change-order/cost';
import { createRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../../../data/live';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import type { Workspace } from '../../../data/workspace';
import { ChangePanel } from './ChangePanel';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);

const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });

/** A request of €10,000 that is planned to cost €6,000, as somebody sees it. */
async function seenBy(person: 'person:ada' | 'person:david'): Promise<void> {
  const workspace: Workspace = await openMemoryWorkspace({
    commands: [
      createRecord('person', 'person:ada', { name: 'Ada Brandt', roles: ['AE'], active: true }),
      createRecord('person', 'person:david', { name: 'David Okafor', roles: ['PM'], active: true }),
      createRecord('deal', 'deal:1', {
        name: 'Portal',
        phase: 'build',
        signedAt: '2026-03-01',
        amount: euros(100_000),
        billingModel: 'fixed',
      }),
      createRecord('changeOrder', 'changeOrder:1', { deal: 'deal:1', title: 'Hall 3', status: 'requested', price: euros(10_000) }),
    ],
  });
  const { records } = workspace;
  const [deal, order] = [records.get('deal', 'deal:1'), records.get('changeOrder', 'changeOrder:1')];
  if (!deal || !order) throw new Error('no change order');
  await workspace.commit(planChangeCost(records, order, euros(6_000)));
  await workspace.become(person);
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          <ChangePanel order={order} deal={deal} onClose={() => undefined} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
  await screen.findByText('Contracted if billed');
}

test('a project manager reads that €10,000 at a cost of €6,000 leaves 40 %, and may submit it', async () => {
  await seenBy('person:david');
  expect(screen.getByRole('region', { name: 'Money' }).textContent).toContain('€6,000.00');
  expect(screen.getByText(/€4,000\.00 \(40\.0%\)/)).toBeDefined();
  expect(screen.getByText('€110,000.00')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Submit to the client' })).toBeDefined();
});

test('an account executive reads the price and what it makes of the contract, never the cost, and is told who decides', async () => {
  await seenBy('person:ada');
  const money = screen.getByRole('region', { name: 'Money' }).textContent ?? '';
  expect(money).toContain('€110,000.00');
  expect(money).not.toContain('6,000');
  expect(money).toContain('for those who read the finance ledger');
  expect(screen.queryByRole('button', { name: 'Submit to the client' })).toBeNull();
  expect(screen.getByText('A project manager, finance or a partner submits and decides it.')).toBeDefined();
});
