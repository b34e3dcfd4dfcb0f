/** Tells a person who works in another window: by a notification of the system, and a mark in the taskbar. */
import { Notification, type BrowserWindow } from 'electron';

/** Shows a notification, which leads to the window. */
export function notify(window: BrowserWindow, title: string, body: string): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  notification.show();
}

/** Marks the window in the taskbar until it is in front. */
export function markUntilInFront(window: BrowserWindow): void {
  window.flashFrame(true);
  window.once('focus', () => window.flashFrame(false));
}
