import type { UpdateChannel, UpdateFacts } from '#shared/ipc/update-messages';

/** Updates of the desktop program. Every answer says where they stand; what takes long is begun, and asked for again. */
export interface PlatformUpdates {
  read(): Promise<UpdateFacts>;
  /** Rejects with words fit to show where the address is none. What the organisation decided stays. */
  choose(choice: { readonly channel: UpdateChannel; readonly feed?: string | undefined }): Promise<UpdateFacts>;
  check(): Promise<UpdateFacts>;
  /** `metered`: the connection is paid by volume; then it rejects. */
  download(how: { readonly metered: boolean }): Promise<UpdateFacts>;
  /** Ends the app, installs and starts again. What a person is typing has to be saved before. */
  install(): Promise<UpdateFacts>;
}
