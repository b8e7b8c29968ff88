// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import type { Values } from '#shared/records/parse';
import { WorkspaceProvider } from '../data/live';
import { openMemoryWorkspace } from '../data/memory-workspace';
import { settleCommands } from '../data/review-settle';
import type { Workspace } from '../data/workspace';
import { ClashMark, ReviewBadge } from './ClashMark';

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);

const DEAL = 'deal:1';
const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

/** A deal that was edited twice, the second time without having seen the first. */
async function clashOf(first: Values<'deal'>, second: Values<'deal'>): Promise<Workspace> {
  const workspace = await openMemoryWorkspace({ commands: [createRecord('deal', DEAL, { name: 'Portal', phase: 'negotiation' })] });
  const deal = workspace.records.get('deal', DEAL);
  if (!deal) throw new Error('no deal');
  await workspace.commit(editRecord('deal', deal, first));
  await workspace.commit(editRecord('deal', deal, second, { saw: Object.fromEntries(Object.keys(second).map((field) => [field, []])) }));
  return workspace;
}

function show(workspace: Workspace): void {
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          <ClashMark record={DEAL} field="amount" />
          <ClashMark record={DEAL} field="health" />
          <ReviewBadge home={DEAL} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

test('an undecided amount says so beside the amount and leads to its choice; once chosen, nothing is said', async () => {
  const workspace = await clashOf({ amount: euros(45) }, { amount: euros(48) });
  show(workspace);
  const mark = screen.getByRole('link', { name: 'Undecided' });
  expect(mark.getAttribute('href')).toBe('/review?record=deal%3A1&field=amount');
  expect(screen.getByRole('link', { name: '1 to settle' })).toBeTruthy();
  await act(async () => {
    const [clash] = workspace.records.clashes();
    const [command] = clash ? settleCommands([{ clash, value: euros(45) }], workspace.records) : [];
    if (command) await workspace.commit(command);
  });
  expect(screen.queryByRole('link')).toBeNull();
});

test('what only asks for a look is said quietly', async () => {
  show(await clashOf({ health: 'red' }, { health: 'green' }));
  expect(screen.getByRole('link', { name: 'To settle' }).getAttribute('href')).toBe('/review?record=deal%3A1&field=health');
  expect(screen.queryByRole('link', { name: 'Undecided' })).toBeNull();
});
