// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../../data/live';
import { openMemoryWorkspace } from '../../data/memory-workspace';
import { reviewGroups } from '../../data/review';
import { reviewDetail } from '../../data/review-detail';
import type { Workspace } from '../../data/workspace';
import { ReviewPanel } from './ReviewPanel';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);

const DEAL = 'deal:1';
const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

async function twoPrices(): Promise<Workspace> {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('person', 'person:con', { name: 'Cem Aydin', roles: ['consultant'], active: true }),
      createRecord('deal', DEAL, { name: 'Portal', phase: 'negotiation', amount: euros(40_000) }),
    ],
  });
  const deal = workspace.records.get('deal', DEAL);
  if (!deal) throw new Error('no deal');
  const saw = { amount: workspace.records.heads(DEAL, 'amount') };
  await workspace.commit(editRecord('deal', deal, { amount: euros(45_000) }, { saw }));
  await workspace.commit(editRecord('deal', deal, { amount: euros(48_000) }, { saw, why: 'They asked for a warranty' }));
  return workspace;
}

async function show(workspace: Workspace): Promise<void> {
  const item = reviewGroups(workspace.records)[0]?.items[0];
  const log = (await workspace.logs([DEAL])).get(DEAL) ?? [];
  if (!item) throw new Error('no clash');
  const nothing = (): void => undefined;
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={nothing}>
          <ReviewPanel
            item={item}
            detail={reviewDetail(item.clash, log)}
            draft={{ kind: 'none' }}
            companions={[]}
            withCompanions
            onDraft={nothing}
            onWithCompanions={nothing}
            onSettle={nothing}
          />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

test('both values stand beside each other, with how far they are from what was before, and why', async () => {
  await show(await twoPrices());
  expect(screen.getByRole('region', { name: 'Before' }).textContent).toContain('€40,000');
  const [latest, earlier] = screen.getAllByRole('radio').map(({ textContent }) => textContent);
  expect(latest).toContain('€48,000+€8,000, +20.0%');
  expect(latest).toContain('They asked for a warranty');
  expect(latest).toContain('shown now');
  expect(earlier).toContain('€45,000+€5,000, +12.5%');
  expect(screen.getByRole('button', { name: /^Settle/u }).getAttribute('aria-disabled')).toBe('true');
});

test('whoever may not write the field sees the values and who may choose, and is not offered to', async () => {
  const workspace = await twoPrices();
  await workspace.become('person:con');
  await show(workspace);
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByText('Amount of a deal is settled by AE, PM, or partner.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Settle/u })).toBeNull();
  expect(screen.queryByRole('button', { name: /Something else/u })).toBeNull();
});
