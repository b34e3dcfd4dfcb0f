// Called by electron-builder on the packed folder: removes what only the development runtime needs, and gives the portable app
// its sentence for a Windows that is too old.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

export default function afterPack(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true });
  fs.rmSync(path.join(context.appOutDir, 'STANDIN'), { force: true });
  if (context.electronPlatformName !== 'win32') return;
  // The only way into that script: commands for NSIS, run before it. The setup has a hook of its own (build/installer.nsh).
  context.packager.packagerOptions.effectiveOptionComputed = async ([defines, commands]) => {
    if ('REQUEST_EXECUTION_LEVEL' in defines) commands['!include'] = `"${inRoot('build/portable.nsh')}"`;
    return false;
  };
}
