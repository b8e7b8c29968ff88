/** What electron-builder tells of an app that it has built. */
interface Built {
  readonly electronPlatformName: string;
  readonly appOutDir: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string } };
}

type Environment = Readonly<Record<string, string | undefined>>;

export function credentialsIn(environment: Environment): Readonly<Record<string, string>> | undefined;

export function afterSign(
  built: Built,
  given?: { readonly environment?: Environment; readonly notarize?: (what: unknown) => Promise<void> },
): Promise<'not macOS' | 'no credentials' | 'notarized'>;
