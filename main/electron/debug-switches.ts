/**
 * Takes away the switches by which another program could look into the packed app, steer its page or loosen its rules. Those
 * of Node are switched off by fuses (electron-builder.yml).
 */
import { app } from 'electron';
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

/** Whether this package was made to be tried by its smoke test alone (scripts/package.mjs); its archive says so. */
function isMadeForTrying(): boolean {
  const content = JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')) as object;
  return 'madeForTrying' in content && content.madeForTrying === true;
}

/** To be called before the app is ready: Chromium looks at its switches then. */
export function dropDebugSwitches(): void {
  const { commandLine } = app;
  if (!app.isPackaged || !switches.some((name) => commandLine.hasSwitch(name)) || isMadeForTrying()) return;
  for (const name of switches) commandLine.removeSwitch(name);
}
