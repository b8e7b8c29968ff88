import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test, type Page } from '@playwright/test';
import { runToEnd, startInstalled, told } from './installed-program';
import { newDeal } from './new-deal';
import { startEmpty } from './start-empty';

// What the deb lays down, driven as a person would: one installation for all of it, removed at the end.

const inRoot = (path: string): string => join(told('INSTALLED_ROOT'), path);
/** A fuse that is on, as it stands in the program: the sign 1. */
const BURNT_IN = 0x31;
const PROGRAM = 'opt/Throughline/throughline';

test.describe.configure({ mode: 'serial' });

async function workItToSignature(app: Page): Promise<void> {
  for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
  await app.getByRole('button', { name: 'Sign', exact: true }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Signed value' }).fill('45500');
  await dialog.getByRole('button', { name: 'Sign the deal' }).click();
  await app.getByRole('button', { name: 'Move to Requirements' }).waitFor();
}

test('the installed program takes a deal from its first line to its signature, and has it after a restart', async () => {
  const home = inRoot('home/olivia');
  const first = await startInstalled(inRoot(PROGRAM), home);
  expect(first.page.url()).toMatch(/^app:\/\/throughline\//);
  await startEmpty(first.page);
  await newDeal(first.page, { name: 'Billing integration', account: 'Northwind Foods', amount: '40000' });
  await workItToSignature(first.page);
  const address = first.page.url();
  await first.quit();

  const second = await startInstalled(inRoot(PROGRAM), home);
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' }).waitFor();
  await second.page.goto(address);
  await expect(second.page.getByRole('heading', { name: /Billing integration/, level: 1 })).toBeVisible();
  await expect(second.page.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();
  await second.quit();
});

test('the program that people install opens no door to a debugger, and says so', async () => {
  for (const door of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const { code, output } = await runToEnd(told('SHIPPED'), [door], inRoot('home/nobody'));
    expect(output).toContain('This build of Throughline opens no door to a debugger.');
    expect(output).not.toContain('DevTools listening');
    expect(code).toBe(64);
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runToEnd(told('SHIPPED'), ['--version'], inRoot('home/nobody'))).toMatchObject({
    code: 0,
    output: expect.stringContaining(`Throughline ${version}`),
  });
});

test('its fuses are burnt: no Node from outside, no code but the archive, which is checked', async () => {
  const wire = await getCurrentFuseWire(told('SHIPPED'));
  const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === BURNT_IN;
  expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
});

test('the system knows its command, its links and its files; when it is purged all of that goes, and what people entered stays', () => {
  const desktop = readFileSync(inRoot('usr/share/applications/throughline.desktop'), 'utf8');
  expect(desktop).toContain('x-scheme-handler/throughline');
  expect(desktop).toContain('application/x-throughline');
  expect(readFileSync(inRoot('usr/share/mime/packages/throughline.xml'), 'utf8')).toContain('*.throughline');
  const [dpkg = '', ...options] = JSON.parse(told('DPKG')) as string[];
  execFileSync(dpkg, [...options, '--purge', 'throughline'], { stdio: 'pipe' });
  for (const path of [PROGRAM, 'usr/bin/throughline', 'usr/share/applications/throughline.desktop']) {
    expect(existsSync(inRoot(path)), path).toBe(false);
  }
  expect(existsSync(inRoot('home/olivia/.config/Throughline/IndexedDB'))).toBe(true);
});
