// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Deal } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { scopeLinesOf } from '#shared/scope/live-line';
import { WorkspaceProvider } from '../../../data/live';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import type { Workspace } from '../../../data/workspace';
import { ScopeTab } from './ScopeTab';

beforeAll(() => {
  // What jsdom does not have and Mantine and the virtual rows ask for.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  Object.defineProperties(HTMLElement.prototype, {
    offsetHeight: { configurable: true, get: () => 600 },
    offsetWidth: { configurable: true, get: () => 1200 },
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 1200 },
  });
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

async function aDeal(): Promise<Workspace> {
  return openMemoryWorkspace({ commands: [createRecord('deal', 'deal:1', { name: 'Portal', phase: 'scoping' })] });
}

function show(workspace: Workspace): void {
  render(
    <MantineProvider>
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={(problem) => expect.fail(problem)}>
          <ScopeTab deal={workspace.records.get('deal', 'deal:1') as Deal} />
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
}

const typed = (label: string, value: string, key = 'Enter'): void => {
  const box = screen.getByRole('textbox', { name: label });
  fireEvent.change(box, { target: { value } });
  fireEvent.keyDown(box, { key });
};
const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Scope lines' });
const lines = ({ records }: Workspace) => scopeLinesOf(records, 'deal:1');

test('lines are written one after another by Enter, and their cells by typing', async () => {
  const workspace = await aDeal();
  show(workspace);
  fireEvent.click(screen.getByRole('button', { name: 'Add a line' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
  typed('Title', 'Order capture');
  typed('Title', 'Handbook', 'Tab');
  await screen.findByText('Handbook');
  expect(lines(workspace).map(({ title }) => title)).toEqual(['Order capture', 'Handbook']);

  fireEvent.keyDown(grid(), { key: '8' });
  typed('Hours', '8,5 h');
  await screen.findByText('8.5');
  expect(lines(workspace)[1]?.plannedHours).toBe(8.5);
});

test('what cannot be read stays in its cell with the reason, and Escape forgets it', async () => {
  const workspace = await aDeal();
  show(workspace);
  fireEvent.click(screen.getByRole('button', { name: 'Add a line' }));
  typed('Title', 'Order capture', 'Tab');
  await screen.findByText('Order capture');
  fireEvent.keyDown(grid(), { key: 'Enter' });
  typed('Hours', 'soon');
  expect(screen.getByRole('alert').textContent).toBe('Hours: “soon” is not a number.');
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Hours' }), { key: 'Escape' });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(lines(workspace)[0]).not.toHaveProperty('plannedHours');
});

test('a value that a colleague set meanwhile is not overwritten unseen: the two wait for a choice', async () => {
  const workspace = await aDeal();
  show(workspace);
  fireEvent.click(screen.getByRole('button', { name: 'Add a line' }));
  typed('Title', 'Order capture', 'Tab');
  await screen.findByText('Order capture');
  const line = lines(workspace)[0];
  if (!line) throw new Error('no line');
  fireEvent.keyDown(grid(), { key: '1' });
  await act(() => workspace.commit(editRecord('scopeLine', line, { plannedHours: 40 })).then(() => undefined));
  typed('Hours', '16');
  await screen.findByText('16');
  expect(workspace.records.clashing(line.id)).toEqual(['plannedHours']);
});
