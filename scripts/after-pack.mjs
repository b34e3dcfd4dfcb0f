// Called by electron-builder on the packed folder: removes what only the development runtime needs.
import fs from 'node:fs';
import path from 'node:path';

export default function afterPack(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true });
  fs.rmSync(path.join(context.appOutDir, 'STANDIN'), { force: true });
}
