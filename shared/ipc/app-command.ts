/** What a native menu can ask of the renderer. The browser shell has no menu and never sends one. */
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
] as const;

/** One of `APP_COMMANDS`. */
export type AppCommand = (typeof APP_COMMANDS)[number];
