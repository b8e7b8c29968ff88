/** Before the name of every request on Electron's IPC. Apart from the contract, so that the preload script carries no parser. */
export const REQUEST_PREFIX = 'throughline:';

/** The one channel from the main process to the renderer: it carries an `AppCommand`. */
export const APP_COMMAND_CHANNEL = 'throughline:command';
