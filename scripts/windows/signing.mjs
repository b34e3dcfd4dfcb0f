// Packs with a certificate of our own making, given as a release's is (in the environment), and looks at every signature and its
// time stamp, also at those of what was installed.
import { spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { extractFile } from '@electron/asar';
import { load } from 'js-yaml';
import { inRoot } from '../paths.mjs';
import { goodNode } from '../processes.mjs';
import { finishRelease, releaseOptions } from '../release.mjs';
import { checks } from './checks.mjs';
import { packForWindows } from './setup.mjs';
import { SETUP_MINUTES, endWine, inWork, runWindows, userFolder } from './wine.mjs';

const PASSWORD = 'made-for-trying';
const SUBJECT = 'Order Importer made for trying';

function makeCertificate(folder) {
  const [key, certificate, both] = ['key.pem', 'certificate.pem', 'certificate.pfx'].map((name) =>
    path.join(folder, name),
  );
  const openssl = (...args) => {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  };
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:3072', '-sha256', '-days', '30', '-nodes', '-keyout', key, '-out', certificate],
    ...['-subj', `/CN=${SUBJECT}/O=Nobody`],
    ...['-addext', 'extendedKeyUsage=codeSigning', '-addext', 'keyUsage=digitalSignature'],
  );
  openssl('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', both, '-passout', `pass:${PASSWORD}`);
  return { certificate, both };
}

export async function trySigning() {
  const { sum, check } = checks();
  const folder = inWork('signed');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { certificate, both } = makeCertificate(folder);
  const clock = spawn(goodNode(), [inRoot('scripts/windows/time-server.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [timeServer] = await once(clock.stdout.setEncoding('utf8'), 'data');
  const verified = (file) =>
    spawnSync(
      'osslsigncode',
      ['verify', '-CAfile', certificate, '-TSA-CAfile', path.join(folder, 'time.pem'), '-in', file],
      { encoding: 'utf8' },
    ).stdout;
  const isSigned = (file) => /^Succeeded/m.test(verified(file));
  /** Whether the signature says since when it is there: it counts on after the certificate's end. */
  const isStamped = (file) => /^Timestamp Server Signature verification: ok/m.test(verified(file));
  const key = path.join(folder, 'update-key.pem');
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
  fs.writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const env = {
    WIN_CSC_LINK: both,
    WIN_CSC_KEY_PASSWORD: PASSWORD,
    UPDATE_KEY: key,
    UPDATE_ADDRESS: 'https://releases.example/app/',
  };
  const options = [
    ...releaseOptions(env, 'win32'),
    '-c.extraMetadata.version=0.4.0',
    `-c.win.signtoolOptions.timeStampServer=${timeServer.trim()}`,
  ];
  // Without a network electron-builder would ask no server of time stamps.
  const { code, output } = packForWindows(folder, options, { ...env, ELECTRON_BUILDER_OFFLINE: 'false' });
  clock.kill();
  if (!check('packed and signed', code, 0)) console.log(output.slice(-2000));
  finishRelease(folder, env);
  const manifest = extractFile(path.join(folder, 'win-unpacked/resources/app.asar'), 'package.json');
  const { updates } = JSON.parse(manifest.toString('utf8'));
  check('the app knows where its new versions are', updates.address, env.UPDATE_ADDRESS);
  check('… and that it is signed', updates.isSigned, true);
  check('… and our key', updates.publicKey, publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
  const list = fs.readFileSync(path.join(folder, 'latest.yml'));
  const signature = Buffer.from(fs.readFileSync(path.join(folder, 'latest.yml.sig'), 'utf8'), 'base64');
  check('the list of versions bears its signature', crypto.verify(null, list, publicKey, signature), true);
  const sums = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder });
  check('the checksums are those of the packages', sums.status, 0);
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.exe'))) {
    check(`signed: ${name}`, isSigned(path.join(folder, name)), true);
    check('… and stamped with the time', isStamped(path.join(folder, name)), true);
  }
  const forUpdater = load(fs.readFileSync(path.join(folder, 'win-unpacked/resources/app-update.yml'), 'utf8'));
  check('the updater knows whose signature a setup must bear', String(forUpdater.publisherName), SUBJECT);
  const setup = path.join(folder, 'Order-Importer-Setup-0.4.0.exe');
  check('the signed setup runs', (await runWindows(setup, ['/S'], { minutes: SETUP_MINUTES })).code, 0);
  const program = path.join(userFolder(), 'AppData/Local/Programs/Order Importer');
  for (const name of ['Order Importer.exe', 'Uninstall Order Importer.exe'])
    check(
      `signed and stamped where it is installed: ${name}`,
      isSigned(path.join(program, name)) && isStamped(path.join(program, name)),
      true,
    );
  const changed = path.join(folder, 'changed.exe');
  const bytes = fs.readFileSync(setup);
  bytes[bytes.length >> 1] ^= 1;
  fs.writeFileSync(changed, bytes);
  check('one changed bit is noticed', isSigned(changed), false);
  await runWindows(path.join(program, 'Uninstall Order Importer.exe'), ['/currentuser', '/S'], {
    minutes: SETUP_MINUTES,
  });
  await wait(3000);
  fs.rmSync(folder, { recursive: true, force: true });
  endWine();
  return sum;
}
