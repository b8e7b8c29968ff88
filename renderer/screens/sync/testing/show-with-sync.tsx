import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Command } from '#shared/ledger/command';
import { WorkspaceProvider } from '../../../data/live';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import { type Observed, observed } from '../../../data/observable';
import { ALONE, aloneSync } from '../../../data/sync/alone';
import type { Sync, SyncFacts } from '../../../data/sync-state';
import type { Workspace } from '../../../data/workspace';

export const LINK = { connection: 'c1', url: 'https://crm.halden.example', user: 'ana', workspace: 'halden', roles: ['partner'] } as const;

interface Shown {
  readonly workspace: Workspace;
  readonly facts: Observed<SyncFacts>;
}

/** Draws something in a workspace whose sync says what the test wants. */
export async function showWithSync(
  drawn: ReactNode,
  said: Partial<SyncFacts>,
  own: Partial<Sync> = {},
  commands: readonly Command[] = [],
): Promise<Shown> {
  const memory = await openMemoryWorkspace({ commands });
  const facts = observed<SyncFacts>({ ...ALONE, ...said });
  const sync: Sync = { ...aloneSync(), get: facts.get, subscribe: facts.subscribe, ...own };
  // The workspace keeps its privates: only what it says of sync is another's.
  const workspace = new Proxy<Workspace>(memory, {
    get: (target, name) => {
      if (name === 'sync') return sync;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
          {drawn}
        </WorkspaceProvider>
      </MemoryRouter>
    </MantineProvider>,
  );
  return { workspace, facts };
}
