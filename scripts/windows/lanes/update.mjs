// A new version is fetched from a folder on a local server and its setup started as the app's last deed, with the genuine updater
// for Windows. Electron is what it does without: its network, and the app's end.
//   wine node.exe update.mjs APP_FOLDER PROGRAM_FOLDER RELEASE_FOLDER VERSION
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fetchSetup } from '../../../main/updates/fetch-setup.ts';
import { findUpdate } from '../../../main/updates/find-update.ts';
import { windowsUpdater } from '../../../test/main/updates/windows-updater.ts';

const [, program, releases, version] = process.argv.slice(2);
const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
const list = fs.readFileSync(path.join(releases, 'latest.yml'));
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://here').pathname.slice(1));
  if (name === 'latest.yml.sig') response.end(crypto.sign(null, list, privateKey).toString('base64'));
  else fs.createReadStream(path.join(releases, name)).pipe(response);
});
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const address = `http://127.0.0.1:${server.address().port}/`;
const fetchText = async (url) => (await fetch(url)).text();
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const offer = await findUpdate(address, { publicKey: key }, version, fetchText, 'win32');
const updater = windowsUpdater(version, path.join(program, 'resources/app-update.yml'), process.env.LOCALAPPDATA);
await fetchSetup(updater, address, offer);
console.log(`${offer.version} was fetched`);
process.exit(updater.install(true, false) ? 0 : 1);
