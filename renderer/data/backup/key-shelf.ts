/** Where the recovery key of a workspace lies on this device. */
export interface KeyShelf {
  load(): Promise<string | undefined>;
  save(key: string): Promise<void>;
}
