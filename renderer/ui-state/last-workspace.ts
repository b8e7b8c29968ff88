import { ROLES } from '#shared/records/define-record';
import { z } from 'zod';

const KEY = 'throughline.workspace';

const link = z.object({
  connection: z.string(),
  url: z.string(),
  user: z.string(),
  workspace: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
});
const parser = z.object({
  id: z.string(),
  name: z.string(),
  sample: z.boolean(),
  createdAt: z.string(),
  openedAt: z.string(),
  link: link.exactOptional(),
});

/** What the start needs to know of a workspace before anything is read from the database. */
export type LastWorkspace = Readonly<z.infer<typeof parser>>;

/** The workspace that was open last in this profile, to open again at the next start. */
export const lastWorkspace = {
  get(): LastWorkspace | undefined {
    const kept = localStorage.getItem(KEY);
    return kept === null ? undefined : parsed(kept);
  },
  set({ id, name, sample, createdAt, openedAt, link: shared }: LastWorkspace): void {
    localStorage.setItem(KEY, JSON.stringify({ id, name, sample, createdAt, openedAt, link: shared }));
  },
  clear: (): void => localStorage.removeItem(KEY),
};

/** Anything else under the key is as good as nothing: the list of workspaces is shown instead. */
function parsed(kept: string): LastWorkspace | undefined {
  try {
    return parser.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}
