// Packs with a certificate of our own making, given as a release's is (in the environment), and looks at every signature, also
// at those of what was installed. No time stamp: there is no server to ask.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checks } from './checks.mjs';
import { packForWindows } from './setup.mjs';
import { endWine, inWork, runWindows, userFolder } from './wine.mjs';

const PASSWORD = 'made-for-trying';

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
    ...['-subj', '/CN=Order Importer made for trying/O=Nobody'],
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
  const isSigned = (file) =>
    /^Succeeded/m.test(
      spawnSync('osslsigncode', ['verify', '-CAfile', certificate, '-in', file], { encoding: 'utf8' }).stdout,
    );
  const version = ['-c.extraMetadata.version=0.4.0'];
  const { code, output } = packForWindows(folder, version, { WIN_CSC_LINK: both, WIN_CSC_KEY_PASSWORD: PASSWORD });
  if (!check('packed and signed', code, 0)) console.log(output.slice(-2000));
  for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.exe')))
    check(`signed: ${name}`, isSigned(path.join(folder, name)), true);
  const setup = path.join(folder, 'Order Importer Setup 0.4.0.exe');
  check('the signed setup runs', (await runWindows(setup, ['/S'], { minutes: 2 })).code, 0);
  const program = path.join(userFolder(), 'AppData/Local/Programs/Order Importer');
  for (const name of ['Order Importer.exe', 'Uninstall Order Importer.exe'])
    check(`signed where it is installed: ${name}`, isSigned(path.join(program, name)), true);
  const changed = path.join(folder, 'changed.exe');
  const bytes = fs.readFileSync(setup);
  bytes[bytes.length >> 1] ^= 1;
  fs.writeFileSync(changed, bytes);
  check('one changed bit is noticed', isSigned(changed), false);
  await runWindows(path.join(program, 'Uninstall Order Importer.exe'), ['/currentuser', '/S'], { minutes: 2 });
  await wait(3000);
  fs.rmSync(folder, { recursive: true, force: true });
  endWine();
  return sum;
}
