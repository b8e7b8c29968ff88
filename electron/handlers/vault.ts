import type { VAULT_CONTRACT } from '#shared/ipc/vault-messages';
import type { Handlers } from '../bridge';
import type { SystemSeal } from '../hub/secrets';

/** Wraps data keys by the key store of the system. `none` where there is no such store, or it does not open what it is given. */
export function vaultHandlers(system: SystemSeal | undefined): Pick<Handlers, keyof typeof VAULT_CONTRACT> {
  return {
    'vault.wrap': async ({ key }) =>
      system === undefined ? 'none' : { wrapped: system.seal(Buffer.from(key).toString('base64')).toString('base64') },
    'vault.unwrap': async ({ wrapped }) => {
      if (system === undefined) return 'none';
      try {
        return { key: new Uint8Array(Buffer.from(system.open(Buffer.from(wrapped, 'base64')), 'base64')) };
      } catch {
        return 'none';
      }
    },
  };
}
