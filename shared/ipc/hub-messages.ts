import { z } from 'zod';

// What window and shell say to each other about servers. What each means stands in renderer/platform/hub.ts.

const url = z.string().min(1).max(2048);
const name = z.string().min(1).max(128);
const secret = z.string().min(1).max(1024);
const workspace = z.string().min(1).max(64);

/** Names the shell's connection in every address. */
export const connectionId = z.string().regex(/^[0-9a-f]{16}$/);

export const hubConnection = z.object({ id: connectionId, url, user: name, state: z.enum(['ready', 'locked', 'signed-out']) });

export const hubRefusal = z.object({
  ok: z.literal(false),
  kind: z.enum(['unreachable', 'wrong-password', 'locked-out', 'not-a-server', 'insecure', 'not-allowed', 'taken', 'failed']),
  message: z.string(),
});

export const signedIn = z.object({
  ok: z.literal(true),
  connection: connectionId,
  url,
  user: name,
  roles: z.array(z.string()).readonly(),
});

export const hubAdmin = z.union([z.literal('local'), z.object({ url, name, password: secret })]);

export const hubUser = z.object({ name, password: secret.optional(), roles: z.array(z.string().max(128)).max(200).readonly() });

export const localHub = z.object({
  available: z.boolean(),
  running: z.boolean(),
  network: z.boolean(),
  url: url.optional(),
  addresses: z.array(z.string()).readonly(),
});

const nothing = z.object({});
const signInAnswer = z.discriminatedUnion('ok', [signedIn, hubRefusal]);
const adminAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), url }), hubRefusal]);

/** The requests about servers: served by both shells alike. Part of `CONTRACT`. */
export const HUB_CONTRACT = {
  'hub.keepsSecrets': { request: nothing, response: z.boolean() },
  'hub.connections': { request: nothing, response: z.array(hubConnection).readonly() },
  'hub.signIn': { request: z.object({ url, user: name, password: secret, passphrase: secret.optional() }), response: signInAnswer },
  'hub.unlock': { request: z.object({ connection: connectionId, passphrase: secret }), response: signInAnswer },
  'hub.whoAmI': { request: z.object({ connection: connectionId }), response: signInAnswer },
  'hub.signOut': { request: z.object({ connection: connectionId }), response: z.literal('done') },
  'hub.local': { request: nothing, response: localHub },
  'hub.host': { request: z.object({ running: z.boolean(), network: z.boolean() }), response: localHub },
  'hub.setUp': {
    request: z.object({ admin: hubAdmin, workspace, title: z.string().min(1).max(200), user: hubUser }),
    response: adminAnswer,
  },
  'hub.giveAccess': { request: z.object({ admin: hubAdmin, workspace, user: hubUser }), response: adminAnswer },
  'hub.users': {
    request: z.object({ admin: hubAdmin, workspace }),
    response: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), users: z.array(hubUser).readonly() }), hubRefusal]),
  },
} as const;
