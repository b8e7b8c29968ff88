/** One package that the app is made of. */
export interface PackageOfTheApp {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

export function packagesOfTheApp(): readonly PackageOfTheApp[];
export function thirdPartyNotices(): string;
export function softwareBillOfMaterials(): {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly 'bom-ref': string;
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};
