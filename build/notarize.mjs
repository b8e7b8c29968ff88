// After macOS's app is signed: has Apple notarize it. Does nothing where no credentials are given, and says so.

/** The sets of credentials that Apple takes, by the variables that hold them. */
const CREDENTIALS = [
  { APPLE_API_KEY: 'appleApiKey', APPLE_API_KEY_ID: 'appleApiKeyId', APPLE_API_ISSUER: 'appleApiIssuer' },
  { APPLE_ID: 'appleId', APPLE_APP_SPECIFIC_PASSWORD: 'appleIdPassword', APPLE_TEAM_ID: 'teamId' },
  { APPLE_KEYCHAIN_PROFILE: 'keychainProfile' },
];

/** What @electron/notarize needs to sign in, of the first set that is complete in `environment`; undefined where none is. */
export function credentialsIn(environment) {
  const set = CREDENTIALS.find((names) => Object.keys(names).every((name) => environment[name]));
  return set && Object.fromEntries(Object.entries(set).map(([name, option]) => [option, environment[name]]));
}

/** electron-builder's afterSign. `notarize` is for tests. */
export async function afterSign({ electronPlatformName, appOutDir, packager }, { environment = process.env, notarize } = {}) {
  if (electronPlatformName !== 'darwin') return 'not macOS';
  const credentials = credentialsIn(environment);
  if (!credentials) {
    console.log(`Not notarized: none of ${CREDENTIALS.map((names) => Object.keys(names).join(' + ')).join(', or ')} is set.`);
    return 'no credentials';
  }
  const send = notarize ?? (await import('@electron/notarize')).notarize;
  await send({ appPath: `${appOutDir}/${packager.appInfo.productFilename}.app`, ...credentials });
  return 'notarized';
}
