import type { Icon } from '@tabler/icons-react';
import type { AppCommand } from '#shared/ipc/app-command';

export type ActionGroup = 'Create' | 'Go to' | 'Record' | 'Edit' | 'Appearance' | 'Data' | 'Help';

/** Something the app can do, wherever one is: in the palette, under a shortcut, in the native menu. */
export interface AppAction {
  /** The native menu asks for actions by the same names. */
  readonly id: AppCommand;
  readonly title: string;
  readonly group: ActionGroup;
  readonly icon: Icon;
  /** `mod+K`, `g p`, `?`; none where the palette is the only way. */
  readonly keys?: string;
  /** Other words by which it is looked for. */
  readonly words?: string;
  run(): void;
}
