import { useCallback, useRef, useState } from 'react';
import { membershipsOf, type Membership } from '#shared/hub/access';
import { linkOf } from '../../components/server-link';
import { createWorkspaceFromServer } from '../../data/session';
import type { Progress, Workspace, WorkspaceInfo } from '../../data/workspace';
import type { SignedIn } from '../../platform/hub';
import { platform } from '../../platform/current-platform';

/** Where one is on the way into a workspace on a server. */
export type JoinStep =
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'choosing'; readonly signedIn: SignedIn; readonly memberships: readonly Membership[]; readonly problem?: string }
  | { readonly kind: 'loading'; readonly workspace: string; readonly progress: Progress | undefined };

export interface Join {
  readonly step: JoinStep;
  signedIn(signedIn: SignedIn): Promise<void>;
  choose(signedIn: SignedIn, membership: Membership): Promise<void>;
  /** Calls the first load off; nothing of it stays here. */
  cancel(): void;
  /** Forgets the sign-in, where nothing on this device needs it. */
  leave(): Promise<void>;
}

interface JoinWay {
  /** What is on this device already: it is opened instead of loaded a second time. */
  readonly known: readonly WorkspaceInfo[];
  readonly onOpen: (id: string) => void;
  readonly onJoined: (workspace: Workspace) => void;
}

/** Signs in, asks which workspace where there are several, and loads it. */
export function useJoin({ known, onOpen, onJoined }: JoinWay): Join {
  const [step, setStep] = useState<JoinStep>({ kind: 'signing-in' });
  const work = useRef<AbortController>(undefined);
  const connection = useRef<string>(undefined);

  const choose = useCallback(
    async (signedIn: SignedIn, membership: Membership) => {
      const memberships = membershipsOf(signedIn.roles);
      const there = known.find(({ link }) => link?.connection === signedIn.connection && link.workspace === membership.workspace);
      if (there) return onOpen(there.id);
      const controller = new AbortController();
      work.current = controller;
      const { signal } = controller;
      const show = (progress?: Progress): void => {
        if (!signal.aborted) setStep({ kind: 'loading', workspace: membership.workspace, progress });
      };
      show();
      const made = await loaded(linkOf(signedIn, membership), { signal, onProgress: show });
      if (typeof made !== 'string') return onJoined(made);
      setStep({ kind: 'choosing', signedIn, memberships, ...(!signal.aborted && { problem: made }) });
    },
    [known, onOpen, onJoined],
  );

  const signedIn = async (done: SignedIn): Promise<void> => {
    connection.current = done.connection;
    const memberships = membershipsOf(done.roles);
    const [only, ...others] = memberships;
    if (only && others.length === 0) void choose(done, only);
    else setStep({ kind: 'choosing', signedIn: done, memberships });
  };

  const leave = async (): Promise<void> => {
    const id = connection.current;
    if (id !== undefined && !known.some(({ link }) => link?.connection === id)) await platform.hub.signOut(id);
  };
  return { step, signedIn, choose, cancel: () => work.current?.abort(), leave };
}

/** The workspace, or why not in words. */
async function loaded(
  link: Parameters<typeof createWorkspaceFromServer>[0]['link'],
  how: Parameters<typeof createWorkspaceFromServer>[1],
): Promise<Workspace | string> {
  try {
    const made = await createWorkspaceFromServer({ link }, how);
    return made.ok ? made.value : made.error.message;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
