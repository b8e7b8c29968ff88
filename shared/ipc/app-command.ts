/** What the desktop can ask of the renderer: by its menu, or by itself. The browser shell never sends one. */
export const APP_COMMANDS = [
  'deal.new',
  'account.new',
  'contact.new',
  'import.open',
  'workspace.export',
  'handOver.open',
  'search.open',
  'edit.undo',
  'edit.redo',
  'go.pipeline',
  'go.accounts',
  'go.contacts',
  'go.review',
  'settings.open',
  'help.shortcuts',
  'help.updates',
  'help.diagnostics',
  /** A link or a file was opened: `outside.take` gives it. */
  'outside.arrived',
] as const;

/** One of `APP_COMMANDS`. */
export type AppCommand = (typeof APP_COMMANDS)[number];
