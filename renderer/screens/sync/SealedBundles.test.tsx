// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileToSave } from '../../platform/platform';
import { platform } from '../../platform/current-platform';
import { SealedBundles } from './SealedBundles';
import { showWithSync } from './testing/show-with-sync';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const SEALED = { id: 'b1', name: 'Halden costs.throughline', ledger: 'finance', entries: 3, sealedAt: 0 } as const;

test('what could not be sent when a role was lost is forgotten only after it was saved', async () => {
  const saved: FileToSave[] = [];
  const dropped: string[] = [];
  vi.spyOn(platform, 'saveFile').mockImplementation(async (file) => (saved.push(file), saved.length > 1 ? 'saved' : 'cancelled'));
  await showWithSync(
    <SealedBundles sealed={[SEALED]} />,
    {},
    {
      sealedFile: async () => new Blob(['entries']),
      dropSealed: async (id) => void dropped.push(id),
    },
  );
  fireEvent.click(screen.getByRole('button', { name: 'Save file' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save file' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Forget' }));
  expect(saved.map(({ name }) => name)).toEqual([SEALED.name, SEALED.name]);
  expect(dropped).toEqual(['b1']);
});
