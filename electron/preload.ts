import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge } from '#shared/ipc/contract';
import { APP_COMMAND_CHANNEL, REQUEST_PREFIX } from '#shared/ipc/ipc-name';

// Runs sandboxed. It decides nothing: the main process checks the sender and parses every argument (bridge.ts).
const bridge: DesktopBridge = {
  call: (channel, request) => ipcRenderer.invoke(REQUEST_PREFIX + channel, request),
  onCommand: (listener) => {
    const heard = (_event: unknown, command: unknown): void => listener(String(command));
    ipcRenderer.on(APP_COMMAND_CHANNEL, heard);
    return () => void ipcRenderer.off(APP_COMMAND_CHANNEL, heard);
  },
};

contextBridge.exposeInMainWorld('throughline', bridge);
