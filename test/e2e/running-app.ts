import type { Page } from '@playwright/test';

/** The app as a person has it in front of them, in either shell. */
export interface RunningApp {
  /** The first window. */
  readonly page: Page;
  /** Opens one more window on the same data. */
  readonly another: () => Promise<Page>;
  /** Quits everything and starts again on the same data, as after a night. */
  readonly restart: () => Promise<Page>;
  /** Ends the process without a goodbye, then starts again on the same data. */
  readonly crash: () => Promise<Page>;
  /** What the app saves as a file while `act` is done, wherever its shell saves it. */
  readonly saving: (act: () => Promise<unknown>) => Promise<Buffer>;
  /** The same for an act that saves two files, one after the other. */
  readonly savingTwo: (act: () => Promise<unknown>) => Promise<readonly [Buffer, Buffer]>;
  readonly close: () => Promise<void>;
}
