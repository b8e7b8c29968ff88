import { describe, expect, it } from 'vitest';
import { ok } from '#shared/values/result';
import type { Files, Workspace } from '../../data/workspace';
import { carryOut } from './carry-out';
import type { Taken } from './planner-messages';

const mail = { id: 'file:aa', name: 'hello.eml', type: 'message/rfc822', bytes: new Uint8Array([1]) };
const taken: Taken = { commands: [{ act: 'import.mail', changes: [] }], files: [mail, { ...mail, id: 'file:bb' }] };

/** What was done, in order, by a workspace that takes everything. */
function listening(): { readonly done: string[]; readonly workspace: Pick<Workspace, 'files' | 'commitAll'> } {
  const done: string[] = [];
  const files: Files = {
    put: async (_, { name }) => (done.push(`keep ${name}`), 'file:aa'),
    get: async () => undefined,
    facts: async () => undefined,
  };
  return {
    done,
    workspace: { files, commitAll: async (commands) => (done.push(`write ${commands.length}`), ok({ entries: 1, group: 'g' })) },
  };
}

describe('carrying an import out', () => {
  it('keeps the original messages before the records that name them', async () => {
    const { done, workspace } = listening();
    const result = await carryOut(taken, workspace, { doing: () => undefined, signal: new AbortController().signal });
    expect(result).toEqual(ok(['g']));
    expect(done).toEqual(['keep hello.eml', 'keep hello.eml', 'write 1']);
  });

  it('writes costs into the finance ledger as a step of their own, after the team’s', async () => {
    const { done, workspace } = listening();
    const rate = { act: 'import.harvest', changes: [{ record: 'costRate:1' as const, set: {} }] };
    const hours = { act: 'import.harvest', changes: [{ record: 'timeEntry:1' as const, set: {} }] };
    const commands = [hours, rate, hours];
    const result = await carryOut({ commands, files: [] }, workspace, { doing: () => undefined, signal: new AbortController().signal });
    expect([result, done]).toEqual([ok(['g', 'g']), ['write 2', 'write 1']]);
  });

  it('writes no record once it was called off', async () => {
    const { done, workspace } = listening();
    const calledOff = new AbortController();
    const result = await carryOut(taken, workspace, { doing: () => calledOff.abort(), signal: calledOff.signal });
    expect(result).toMatchObject({ ok: false, error: 'Cancelled: nothing came in.' });
    expect(done).toEqual(['keep hello.eml']);
  });

  it('says why where the storage refuses', async () => {
    const { workspace } = listening();
    const full = {
      ...workspace,
      files: { ...workspace.files, put: () => Promise.reject(new Error('There is no room left on this disk.')) },
    };
    const result = await carryOut(taken, full, { doing: () => undefined, signal: new AbortController().signal });
    expect(result).toMatchObject({ ok: false, error: 'There is no room left on this disk.' });
  });
});
