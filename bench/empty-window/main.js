// The least that an Electron app can be: a window of the size of ours with an empty page.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  void window.loadFile('index.html');
});
