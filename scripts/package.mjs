// npm run package: builds, packs for this system (electron-builder.yml), and smoke-tests the result.
//   npm run package -- --win          options of electron-builder are passed on
//   npm run package -- --no-smoke     without the smoke test
// What makes it a release (a certificate, our key, an address for updates) comes from the environment: scripts/release.mjs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hasDisplay, inRoot, say } from './paths.mjs';
import { binScript, goodNode, onScreen, run, runNode, toolEnv } from './processes.mjs';
import { finishRelease, releaseOptions } from './release.mjs';
import { ensureBuild, ensureElectron, ensureSystemPackages } from './setup.mjs';

const dist = inRoot('node_modules/electron/dist');
const args = process.argv.slice(2);
const foreign = args.some((a) => ['--win', '--windows', '-w', '--mac', '--macos', '-m', '-o'].includes(a));
const smoke = !args.includes('--no-smoke') && process.platform === 'linux' && !foreign;

ensureSystemPackages();
await ensureElectron();
await ensureBuild();
if ((await runNode(inRoot('scripts/notices.mjs'), ['--check'])) !== 0) process.exit(1);

const target = args.some((a) => ['--win', '--windows', '-w'].includes(a))
  ? 'win32'
  : args.some((a) => ['--mac', '--macos', '-m', '-o'].includes(a))
    ? 'darwin'
    : process.platform;
const options = releaseOptions(process.env, target);
const env = {};
const standin = fs.existsSync(path.join(dist, 'STANDIN'));
if (standin && foreign) {
  say(
    'Packing for another system takes the real Electron, which cannot be fetched here (the stand-in is for Linux alone).',
  );
  process.exit(1);
}
if (standin) {
  const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim();
  say(`Packing with the stand-in Electron ${version}: good for trying the package, not for giving it away.`);
  options.push(
    `-c.electronDist=${fs.realpathSync(dist)}`,
    `-c.electronVersion=${version}`,
    '-c.deb.artifactName=${name}_${version}_${arch}-standin.${ext}',
  );
}
if (process.platform === 'linux' && !process.env.CUSTOM_FPM_PATH) {
  const fpm = spawnSync('sh', ['-c', 'command -v fpm'], { encoding: 'utf8' }).stdout.trim();
  // electron-builder downloads fpm from GitHub, as Electron: if that is out of reach, dpkg-deb replaces it.
  if (fpm || standin) env.CUSTOM_FPM_PATH = fpm || inRoot('scripts/fpm-shim');
}
const builder = [...options, '--publish', 'never', ...args.filter((a) => a !== '--no-smoke')];
const code = await runNode(binScript('electron-builder'), builder, { env: toolEnv(env) });
if (code === 0) finishRelease(inRoot('release'), process.env);
if (code !== 0 || !smoke) process.exit(code);
// The package obeys no debugging switch, so its window cannot be driven: a second one, never given away, differs only in
// a word of its package.json that allows it.
const trying = ['--dir', '-c.directories.output=release/for-trying', '-c.extraMetadata.madeForTrying=true'];
const tried = await runNode(binScript('electron-builder'), [...options, '--publish', 'never', ...trying], {
  env: toolEnv(env),
});
if (tried !== 0) process.exit(tried);
process.exitCode = await run(...onScreen(goodNode(), [inRoot('scripts/smoke-packed.mjs')], hasDisplay));
