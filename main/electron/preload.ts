/** Exposes the bridge, the only thing that the page can reach. It passes plain data and checks nothing: main checks every call. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../shared/contract/channels.ts';

const bridge: Bridge = {
  call: (name, argument) => ipcRenderer.invoke('call', name, argument),
  onEvent: (listener) => {
    const onMessage = (_event: Electron.IpcRendererEvent, event: Parameters<typeof listener>[0]): void =>
      listener(event);
    ipcRenderer.on('event', onMessage);
    return () => ipcRenderer.off('event', onMessage);
  },
  openFiles: (files) =>
    ipcRenderer.invoke(
      'open-files',
      files.map((file) => webUtils.getPathForFile(file as File)),
    ),
};

contextBridge.exposeInMainWorld('orderImporter', bridge);
