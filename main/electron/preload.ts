/**
 * Exposes the bridge, the only thing that the page can reach. It passes plain data, which main checks at every call; dropped
 * files alone are checked here, because only here they are files: main gets their paths.
 */
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
  openFiles: (files) => ipcRenderer.invoke('open-files', pathsOf(files)),
};

/** The paths of files that a person dropped or pasted; null for anything that is not a list of such files. */
function pathsOf(files: unknown): readonly string[] | null {
  // An array is copied on its way out of the page: what is one here has no methods of the page's.
  if (!Array.isArray(files)) return null;
  const paths = files.map((file: unknown) => (file instanceof File ? webUtils.getPathForFile(file) : ''));
  // A file that the page made itself has no path.
  return paths.includes('') ? null : paths;
}

contextBridge.exposeInMainWorld('orderImporter', bridge);
