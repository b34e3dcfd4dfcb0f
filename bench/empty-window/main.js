// The smallest Electron app, as the peer of the start time: a window of our size with an empty page.
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
