import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Role } from '#shared/records/define-record';
import { openRelay, type Relay } from '../servers/relay';
import { openTeamServer, type TeamServer } from '../servers/team-server';
import { openInBrowser } from './app-in-browser';
import { openInElectron } from './app-in-electron';
import { test as base, type ShellOptions } from './fixtures';
import type { RunningApp } from './running-app';

const HUB = join(import.meta.dirname, '..', '..', 'out', 'main', 'hub.cjs');

/** A person of the team, and the way of their computer to the server. */
export interface Member {
  readonly user: string;
  readonly password: string;
  readonly relay: Relay;
}

/** Members of one workspace on the server. */
export interface Team<Name extends string> {
  readonly workspace: string;
  readonly members: Readonly<Record<Name, Member>>;
}

type Roles<Name extends string> = Readonly<Record<Name, readonly Role[]>>;

interface TeamFixtures {
  /** The embedded hub as a process of its own, or the server that the environment names. */
  server: TeamServer;
  /** Makes a workspace there, and a user with a network of their own for each name. */
  team: <Name extends string>(roles: Roles<Name>) => Promise<Team<Name>>;
  /** Opens the app on a computer of its own: a profile, a shell, a disk. */
  computer: (name: string, shell?: ShellOptions['shell']) => Promise<RunningApp>;
}

/** The test function of tests in which several computers meet. What they open is closed after them. */
export const test = base.extend<TeamFixtures>({
  // Playwright wants its fixtures taken apart.
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, give) => {
    const server = await openTeamServer(HUB);
    await give(server);
    await server.close();
  },
  team: async ({ server }, give) => {
    const relays: Relay[] = [];
    await give(async (roles) => {
      const team = await aTeam(server, roles);
      relays.push(...Object.values<Member>(team.members).map(({ relay }) => relay));
      return team;
    });
    await Promise.all(relays.map((relay) => relay.close()));
  },
  computer: async ({ folder }, give) => {
    const open: RunningApp[] = [];
    await give(async (name, shell = 'browser') => {
      const app = await (shell === 'browser' ? openInBrowser : openInElectron)(join(folder, name));
      open.push(app);
      return app;
    });
    await Promise.all(open.map((app) => app.close()));
  },
});

async function aTeam<Name extends string>(server: TeamServer, roles: Roles<Name>): Promise<Team<Name>> {
  const names = Object.keys(roles) as Name[];
  const users = names.map((name) => ({ name: server.named(name), password: `${name} has a long password`, roles: roles[name] }));
  const workspace = await server.newWorkspace('Halden Consulting', users);
  const members = {} as Record<Name, Member>;
  for (const [at, name] of names.entries()) {
    const { name: user = '', password = '' } = users[at] ?? {};
    members[name] = { user, password, relay: await openRelay(server.url) };
  }
  return { workspace, members };
}

/** What the computer of these tests keeps passwords under: it has no key chain. */
const PASSPHRASE = 'a passphrase for tests';

/** The way into a workspace on a server, from the welcome screen to the sign-in button. */
export async function signInToJoin(app: Page, { user, password, relay }: Member): Promise<void> {
  await app.getByRole('button', { name: 'Join a workspace on a server' }).click();
  await app.getByLabel('Address of the server').fill(relay.url);
  await app.getByLabel('User name').fill(user);
  await app.getByLabel(/^Password/).fill(password);
  await keepPassword(app);
  await app.getByRole('button', { name: 'Sign in' }).click();
}

/** Where the system keeps no secrets, a passphrase is asked for. */
async function keepPassword(app: Page): Promise<void> {
  const passphrase = app.getByLabel(/^Passphrase/);
  if (await passphrase.isVisible()) await passphrase.fill(PASSPHRASE);
}

/** Joins, and waits until everything is there. */
export async function joinAndSync(app: Page, member: Member): Promise<void> {
  await signInToJoin(app, member);
  await app.getByRole('navigation', { name: 'Main' }).waitFor();
  await expectSynced(app);
}

const pill = (app: Page) => app.locator('[data-sync]');

export async function expectSynced(app: Page): Promise<void> {
  await expect(pill(app)).toHaveAttribute('data-sync', 'synced', { timeout: 60_000 });
}

export async function expectSync(app: Page, state: 'offline' | 'waiting' | 'attention' | 'synced'): Promise<void> {
  await expect(pill(app)).toHaveAttribute('data-sync', state, { timeout: 60_000 });
}

/** Presses *Sync now*: what a person does who sees that the network is back. */
export async function syncNow(app: Page): Promise<void> {
  await pill(app).click();
  await app.getByRole('button', { name: 'Sync now' }).click();
  await app.keyboard.press('Escape');
}

/** After a restart the app asks for the passphrase; where the system keeps the password, it asks for nothing. */
export async function unlock(app: Page): Promise<void> {
  const dialog = app.getByRole('dialog', { name: /^Sign in to/ });
  await expect(dialog.or(app.locator('[data-sync="synced"]')).first()).toBeVisible({ timeout: 60_000 });
  if (!(await dialog.isVisible())) return;
  await dialog.getByLabel(/^Passphrase/).fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog).toHaveCount(0);
}
