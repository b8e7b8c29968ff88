import type { Result } from '#shared/values/result';

/** What the frame hands to every section of the settings. */
export interface SettingsSectionProps {
  /** Closes the workspace and goes back to the list of them. */
  readonly onLeave: () => Promise<void>;
  readonly onSignOut: SignOut;
  /** Locks all windows. */
  readonly onLock: () => void;
}

/** Takes the workspace off this device and forgets the password. Refused while something of it is here alone and not `exported`. */
export type SignOut = (how: { readonly exported: boolean }) => Promise<Result<void, { readonly message: string }>>;
