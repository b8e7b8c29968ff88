// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../data/live';
import { openMemoryWorkspace } from '../data/memory-workspace';
import type { MergeReport } from '../data/workspace';
import { MergeOutcome } from './MergeOutcome';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(cleanup);

const NOTHING: MergeReport = {
  name: 'Halden',
  entries: 0,
  files: 0,
  stubs: 0,
  leftOut: 0,
  changed: [],
  changedCount: 0,
  clashes: 0,
  refused: [],
};

async function show(report: Partial<MergeReport>): Promise<void> {
  const workspace = await openMemoryWorkspace({ commands: [createRecord('account', 'account:kestrel', { name: 'Kestrel Foods' })] });
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          <MergeOutcome report={{ ...NOTHING, ...report }} onOpen={() => undefined} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

test('a file that brings nothing new says so, and nothing else', async () => {
  await show({});
  expect(screen.getByRole('status').textContent).toBe('Everything in that file was here already.');
});

test('a part says that it is one, what changed is a link, and what clashes leads to the review', async () => {
  await show({ entries: 3, files: 1, stubs: 12, changed: ['account:kestrel', 'importedRow:1'], changedCount: 2, clashes: 1 });
  expect(screen.getByText('3 changes and 1 file came in.')).toBeTruthy();
  expect(screen.getByText(/12 changes are not in it/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kestrel Foods' }).getAttribute('href')).toBe('/accounts/kestrel');
  expect(screen.queryByText(/more record/u)).toBeNull();
  expect(screen.getByRole('link', { name: 'Decide which one counts' }).getAttribute('href')).toBe('/review');
});

test('lines that could not be used are told with their reasons', async () => {
  await show({ entries: 1, refused: [{ line: 7, reason: 'its fingerprint does not fit' }] });
  expect(screen.getByText('1 line could not be used')).toBeTruthy();
  expect(screen.getByText('Line 7: its fingerprint does not fit')).toBeTruthy();
});
