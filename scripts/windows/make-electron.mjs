// A folder that stands in for the win32 Electron, which only GitHub has: the Windows Node named electron.exe, with the mark of
// set fuses behind it, and small files in place of the others. Good for trying setups, signatures and what is packed.
import fs from 'node:fs';
import path from 'node:path';

const FUSE_MARK = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const FUSES = Buffer.concat([FUSE_MARK, Buffer.from([1, 9]), Buffer.from('101000011')]); // version 1, nine fuses, on or off
const FILES = [
  'chrome_100_percent.pak',
  'resources.pak',
  'icudtl.dat',
  'snapshot_blob.bin',
  'ffmpeg.dll',
  'd3dcompiler_47.dll',
  'LICENSE',
  'LICENSES.chromium.html',
];
const LOCALES = ['en-US', 'ru', 'uk', 'de'];

export function makeElectron(unsignedNode, folder, defaultApp) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'locales'));
  const padding = Buffer.alloc(512 - (FUSES.length % 512));
  fs.writeFileSync(path.join(folder, 'electron.exe'), Buffer.concat([fs.readFileSync(unsignedNode), FUSES, padding]));
  for (const name of FILES) fs.writeFileSync(path.join(folder, name), `stand-in for ${name}\n`);
  for (const name of LOCALES) fs.writeFileSync(path.join(folder, 'locales', `${name}.pak`), name);
  fs.copyFileSync(defaultApp, path.join(folder, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(folder, 'STANDIN'), '');
  fs.writeFileSync(path.join(folder, 'version'), '45.4.1');
}
