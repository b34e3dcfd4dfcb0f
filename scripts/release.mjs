// What makes a package a release, all of it from the environment, none of it needed for a package to try:
//   WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD   the certificate (.pfx, or base64 of one) that Windows' packages are signed with
//   CSC_LINK, CSC_KEY_PASSWORD           the same for macOS
//   APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD, APPLE_TEAM_ID   with which electron-builder has the signed macOS app notarized
//   UPDATE_ADDRESS                       the folder on a web server in which the app looks for new versions
//   UPDATE_KEY                           our ed25519 key (PEM, or a file with it): signs the lists of versions
// `node scripts/release.mjs --new-key FILE` makes such a key.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './paths.mjs';

/** Our key, or null where the environment names none. */
export function updateKey(env) {
  const given = env.UPDATE_KEY;
  if (!given) return null;
  const key = crypto.createPrivateKey(given.includes('PRIVATE KEY') ? given : fs.readFileSync(given, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('UPDATE_KEY is no ed25519 key');
  return key;
}

/** The public half, as the app takes it: DER (SPKI) in base64. */
const publicHalf = (key) => crypto.createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

/** Options of electron-builder for a release, or a package to try, of this system; says what it will not be. */
export function releaseOptions(env, platform) {
  const certificate = platform === 'win32' ? env.WIN_CSC_LINK || env.CSC_LINK : env.CSC_LINK;
  const isSigned = platform !== 'linux' && Boolean(certificate);
  const key = updateKey(env);
  const address = env.UPDATE_ADDRESS || null;
  const options = [
    `-c.extraMetadata.updates.isSigned=${isSigned}`,
    // electron-builder writes the list of versions only where it has an address; the app has its own (main/electron/updates.ts).
    '-c.publish.provider=generic',
    `-c.publish.url=${address ?? 'https://updates.invalid/'}`,
  ];
  if (address) options.push(`-c.extraMetadata.updates.address=${address}`);
  if (key) options.push(`-c.extraMetadata.updates.publicKey=${publicHalf(key)}`);
  else say('No UPDATE_KEY: new versions are only announced by this build.');
  if (platform === 'linux' || isSigned) return options;
  say('No certificate (WIN_CSC_LINK, CSC_LINK): the packages are not signed, and are named so.');
  const unsigned =
    platform === 'win32'
      ? [
          '-c.nsis.artifactName=Order-Importer-Setup-${version}-unsigned.${ext}',
          '-c.portable.artifactName=Order-Importer-${version}-portable-unsigned.${ext}',
        ]
      : // Signed by nobody, yet sealed: a Mac's processor ends a program whose seal does not fit, as after its fuses were set.
        ['-c.mac.artifactName=Order-Importer-${version}-${arch}-unsigned.${ext}', '-c.mac.identity=-'];
  return [...options, ...unsigned];
}

/** Signs the lists of versions in the folder, and writes the packages' checksums beside them (`sha256sum -c SHA256SUMS`). */
export function finishRelease(folder, env) {
  const key = updateKey(env);
  const names = (end) =>
    fs
      .readdirSync(folder)
      .filter((name) => end.test(name))
      .toSorted();
  for (const list of names(/^latest.*\.yml$/)) {
    const signature = path.join(folder, `${list}.sig`);
    fs.rmSync(signature, { force: true });
    if (key)
      fs.writeFileSync(
        signature,
        `${crypto.sign(null, fs.readFileSync(path.join(folder, list)), key).toString('base64')}\n`,
      );
  }
  const sums = names(/\.(deb|exe|dmg|zip|yml|sig)$/)
    .filter((name) => !name.startsWith('builder-'))
    .map(
      (name) =>
        `${crypto
          .createHash('sha256')
          .update(fs.readFileSync(path.join(folder, name)))
          .digest('hex')}  ${name}\n`,
    );
  fs.writeFileSync(path.join(folder, 'SHA256SUMS'), sums.join(''));
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const [option, file] = process.argv.slice(2);
  if (option !== '--new-key' || !file) throw new Error('node scripts/release.mjs --new-key FILE');
  const { privateKey } = crypto.generateKeyPairSync('ed25519');
  fs.writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  say(`${file} holds the key. Keep it safe: an app in use takes new versions only with its signature.`);
}
