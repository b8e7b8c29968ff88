/**
 * What every window of the app is opened with. What is Electron's default stands here all the same: a default that
 * changes, or a word that is added here, is then seen in a review and by `security-checklist.test.ts`.
 */
export const webPreferences = (preload: string): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // On macOS the system checks spelling. Elsewhere Chromium would fetch its dictionaries from the network.
  spellcheck: process.platform === 'darwin',
});
