import { describe, expect, it } from 'vitest';
import { mayHave, type PermissionDoors, refusePermissions } from './permissions';

const HOME = 'app://throughline/';
const page = { isMainFrame: true, url: 'app://throughline/deals/1' };

/** Every permission of Electron 45, from its type definitions, but the two that the page has. */
const REFUSED =
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown'.split(
    ' ',
  );

/** A session that keeps what was set on it. */
function aSession() {
  const set = new Map<string, (...args: unknown[]) => unknown>();
  const keep =
    (name: string) =>
    (listener: unknown): void =>
      void set.set(name, listener as (...args: unknown[]) => unknown);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    on: (name: string, listener: unknown) => keep(name)(listener),
  } as unknown as PermissionDoors;
  refusePermissions(session, HOME);
  const call = (name: string, ...args: unknown[]): unknown => set.get(name)?.(...args);
  return { call };
}

/** What a handler with a callback decided. */
function decided(run: (decide: (value?: unknown) => void) => void): unknown[] {
  const decisions: unknown[] = [];
  run((value) => void decisions.push(value));
  return decisions;
}

describe('permissions', () => {
  it.each(REFUSED)('%s is refused to the page, when asked for and when looked up', (permission) => {
    const { call } = aSession();
    const details = { isMainFrame: true, requestingUrl: page.url };
    expect(decided((decide) => call('request', {}, permission, decide, details))).toEqual([false]);
    expect(call('check', {}, permission, HOME, details)).toBe(false);
  });

  it.each(['clipboard-sanitized-write', 'persistent-storage'])('%s is given to the page, and to nobody else', (permission) => {
    const { call } = aSession();
    const details = { isMainFrame: true, requestingUrl: page.url };
    expect(decided((decide) => call('request', {}, permission, decide, details))).toEqual([true]);
    expect(call('check', {}, permission, HOME, details)).toBe(true);
    expect(mayHave(permission, { ...page, isMainFrame: false }, HOME)).toBe(false);
    expect(mayHave(permission, { ...page, url: 'https://evil.example/' }, HOME)).toBe(false);
    expect(mayHave(permission, { ...page, url: '' }, HOME)).toBe(false);
  });

  it('no device is ever given, chosen or remembered, and no screen is captured', () => {
    const { call } = aSession();
    const event = { preventDefault: () => undefined };
    expect(call('device', { deviceType: 'hid', origin: HOME })).toBe(false);
    expect(decided((decide) => call('display', {}, decide))).toEqual([{}]);
    expect(decided((choose) => call('select-hid-device', event, { deviceList: [{ deviceId: 'first' }] }, choose))).toEqual([undefined]);
    expect(decided((choose) => call('select-usb-device', event, { deviceList: [{ deviceId: 'first' }] }, choose))).toEqual([undefined]);
    expect(decided((choose) => call('select-serial-port', event, [{ portId: 'first' }], {}, choose))).toEqual(['']);
  });
});
