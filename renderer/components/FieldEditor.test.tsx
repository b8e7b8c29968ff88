// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { WorkspaceProvider } from '../data/live';
import { openMemoryWorkspace } from '../data/memory-workspace';
import type { Workspace } from '../data/workspace';
import { FieldEditor } from './FieldEditor';

beforeAll(() => {
  // What jsdom does not have and Mantine asks for.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(cleanup);

const DEAL = 'deal:1';

async function dealNamed(name: string): Promise<Workspace> {
  return openMemoryWorkspace({ commands: [createRecord('deal', DEAL, { name, phase: 'discovery' })] });
}

function showName(workspace: Workspace, problems: string[] = []): void {
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={(problem) => problems.push(problem)}>
          <FieldEditor type="deal" id={DEAL} field="name" />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

const nameOf = (workspace: Workspace): string | undefined => workspace.records.get('deal', DEAL)?.name;
const edit = (): HTMLElement => {
  fireEvent.click(screen.getByRole('button', { name: 'Edit Name' }));
  return screen.getByRole('textbox', { name: 'Name' });
};

test('Enter keeps what was typed, and the value that is shown is the one that was kept', async () => {
  const workspace = await dealNamed('Portal');
  showName(workspace);
  const box = edit();
  fireEvent.change(box, { target: { value: 'Customer portal' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await screen.findByText('Customer portal');
  expect(nameOf(workspace)).toBe('Customer portal');
});

test('Esc forgets what was typed and writes nothing', async () => {
  const workspace = await dealNamed('Portal');
  showName(workspace);
  const before = workspace.version();
  const box = edit();
  fireEvent.change(box, { target: { value: 'Something else' } });
  fireEvent.keyDown(box, { key: 'Escape' });
  await screen.findByText('Portal');
  expect(workspace.version()).toBe(before);
});

test('a required value cannot be emptied: the editor stays open and says why', async () => {
  const workspace = await dealNamed('Portal');
  showName(workspace);
  const box = edit();
  fireEvent.change(box, { target: { value: '' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await screen.findByText('Name must not be empty');
  expect(nameOf(workspace)).toBe('Portal');
});

test('a value that arrived while the editor was open is not silently replaced: both stand until somebody decides', async () => {
  const workspace = await dealNamed('Portal');
  showName(workspace);
  const box = edit();
  const deal = workspace.records.get('deal', DEAL);
  if (!deal) throw new Error('no deal');
  await workspace.commit(editRecord('deal', deal, { name: 'Portal for clients' }));
  fireEvent.change(box, { target: { value: 'Portal for buyers' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(workspace.records.heads(DEAL, 'name')).toHaveLength(2));
});
