/**
 * By this id Windows knows the app: its shortcuts carry it (electron-builder.yml), and without it the window stands apart from
 * them in the taskbar, has no «recent files», and its notifications come from nobody.
 */
export const appId = 'uz.orderimporter.app';
