/** The bridge: all that the page can reach. It passes plain data and checks nothing; main checks every call. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../shared/contract/channels.ts';

const bridge: Bridge = {
  call: (name, argument) => ipcRenderer.invoke('call', name, argument),
  listen: (listener) => {
    const hear = (_event: Electron.IpcRendererEvent, told: Parameters<typeof listener>[0]): void => listener(told);
    ipcRenderer.on('event', hear);
    return () => ipcRenderer.off('event', hear);
  },
  openFiles: (files) => ipcRenderer.invoke('open-files', files.map((file) => webUtils.getPathForFile(file as File))),
};

contextBridge.exposeInMainWorld('orderImporter', bridge);
