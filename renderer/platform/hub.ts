/** A server that this shell is or was signed in to. The secret never leaves the shell. */
export interface HubConnection {
  /** Part of every address: `/hub/<id>/<database>/…`. */
  readonly id: string;
  readonly url: string;
  readonly user: string;
  /** `locked`: the secret lies here under a passphrase. `signed-out`: the password is needed. */
  readonly state: 'ready' | 'locked' | 'signed-out';
}

/** Why a server did not do what was asked. `message` is fit to show and says what to do. */
export interface HubRefusal {
  readonly ok: false;
  readonly kind: 'unreachable' | 'wrong-password' | 'locked-out' | 'not-a-server' | 'insecure' | 'not-allowed' | 'taken' | 'failed';
  readonly message: string;
}

export interface SignedIn {
  readonly ok: true;
  readonly connection: string;
  readonly url: string;
  readonly user: string;
  /** As the server gives them: `halden_pryce:AE`. Read them with `membershipsOf`. */
  readonly roles: readonly string[];
}

/** Whoever may make databases and users on a server. `local`: the hub of this computer, whose keys the shell has. */
export type HubAdmin = 'local' | { readonly url: string; readonly name: string; readonly password: string };

/** A user of one workspace on a server. Without a password only the roles change; no roles: no access any more. */
export interface HubUser {
  readonly name: string;
  readonly password?: string;
  readonly roles: readonly string[];
}

/** The hub that this computer can run for a team. */
export interface LocalHub {
  /** False where this shell cannot run one and none runs beside it. */
  readonly available: boolean;
  readonly running: boolean;
  /** True where other computers may reach it. */
  readonly network: boolean;
  /** Where it answers on this computer. */
  readonly url?: string;
  /** Addresses for other computers, most likely first; empty unless `network`. */
  readonly addresses: readonly string[];
}

/** What the shell does about servers for the renderer: it keeps secrets, adds them to requests, and runs the local hub. */
export interface Hub {
  /** Whether this computer keeps secrets safely; where it does not, a passphrase is asked for. */
  keepsSecrets(): Promise<boolean>;
  connections(): Promise<readonly HubConnection[]>;
  /** `passphrase`: seals the password here where the system cannot; without one it is forgotten when the app ends. */
  signIn(at: {
    readonly url: string;
    readonly user: string;
    readonly password: string;
    readonly passphrase?: string;
  }): Promise<SignedIn | HubRefusal>;
  unlock(at: { readonly connection: string; readonly passphrase: string }): Promise<SignedIn | HubRefusal>;
  /** Asks the server again who this is: roles may have changed. */
  whoAmI(connection: string): Promise<SignedIn | HubRefusal>;
  /** Forgets the secret and the connection. */
  signOut(connection: string): Promise<void>;

  local(): Promise<LocalHub>;
  /** Starts or stops the hub of this computer, for it alone or for the network. */
  host(wish: { readonly running: boolean; readonly network: boolean }): Promise<LocalHub>;
  /** Makes the databases of a workspace, its validation, its members, and its first user. Safe to run again. */
  setUp(on: {
    readonly admin: HubAdmin;
    readonly workspace: string;
    readonly title: string;
    readonly user: HubUser;
  }): Promise<{ readonly ok: true; readonly url: string } | HubRefusal>;
  /** Makes or changes a user of a workspace. */
  giveAccess(on: {
    readonly admin: HubAdmin;
    readonly workspace: string;
    readonly user: HubUser;
  }): Promise<{ readonly ok: true; readonly url: string } | HubRefusal>;
  /** Users who have a role in the workspace. */
  users(on: {
    readonly admin: HubAdmin;
    readonly workspace: string;
  }): Promise<{ readonly ok: true; readonly users: readonly HubUser[] } | HubRefusal>;
}
