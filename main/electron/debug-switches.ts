/**
 * Takes away the switches by which another program could look into the packed app, steer its page or loosen its rules. Those
 * of Node are switched off by fuses (electron-builder.yml).
 */
import type { App } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const switches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'renderer-startup-dialog',
  'wait-for-debugger-children',
] as const;

/** What of the app is asked and changed. */
type StartingApp = Pick<App, 'isPackaged' | 'getAppPath'> & {
  readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'removeSwitch'>;
};

/** Whether this package was made to be tried by its smoke test alone (scripts/package.mjs); its archive says so. */
function isMadeForTrying(folder: string): boolean {
  const content = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as object;
  return 'madeForTrying' in content && content.madeForTrying === true;
}

/** To be called before the app is ready: Chromium looks at its switches then. */
export function dropDebugSwitches(app: StartingApp): void {
  const { commandLine } = app;
  if (!app.isPackaged || !switches.some((name) => commandLine.hasSwitch(name))) return;
  if (isMadeForTrying(app.getAppPath())) return;
  for (const name of switches) commandLine.removeSwitch(name);
}
