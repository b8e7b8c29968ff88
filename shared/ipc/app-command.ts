/**
 * Every command of the app, once: what the palette offers, keys run and the native menu asks for. `AppAction` in the
 * renderer says how each looks and what it does; one that is not named here does not compile.
 */
export const APP_COMMANDS = [
  'deal.new',
  'account.new',
  'contact.new',
  'ticket.new',
  'log.call',
  'log.meeting',
  'log.note',
  'log.chat',
  'import.open',
  'import.mail',
  'workspace.export',
  'workspace.verify',
  'workspace.switch',
  'handOver.open',
  'sync.now',
  'sync.pause',
  'sync.resume',
  'sync.share',
  'sync.signIn',
  'search.open',
  'edit.undo',
  'edit.redo',
  'record.copyLink',
  'page.print',
  'go.today',
  'go.work',
  'go.pipeline',
  'go.accounts',
  'go.contacts',
  'go.review',
  'go.time',
  'time.approve',
  'go.invoices',
  'go.changes',
  'go.money',
  'go.evidence',
  'go.signals',
  'go.reconciliation',
  'settings.people',
  'person.leaving',
  'settings.open',
  'look.light',
  'look.dark',
  'look.auto',
  'look.density',
  'window.new',
  'zoom.in',
  'zoom.out',
  'zoom.reset',
  'help.shortcuts',
  'help.updates',
  'help.diagnostics',
  'help.organisation',
  'app.lock',
] as const;

/** One of `APP_COMMANDS`. */
export type AppCommand = (typeof APP_COMMANDS)[number];

/** What the desktop tells of itself: a link or a file was opened, and `outside.take` gives it. */
export const OUTSIDE_ARRIVED = 'outside.arrived';

/** The screen of the system was locked, or the computer goes to sleep. */
export const SYSTEM_LOCKS = 'system.locks';

/** What the shell sends to the page. The browser shell never sends one. */
export type ShellCommand = AppCommand | typeof OUTSIDE_ARRIVED | typeof SYSTEM_LOCKS;
