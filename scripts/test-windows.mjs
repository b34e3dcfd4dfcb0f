// npm run test:windows: what of Windows can be tried on a Debian machine, under Wine, with the genuine Windows Node and the
// genuine SQLite for Windows. Not Electron's window. Where it cannot be set up it says why and skips.
//   --all               also the setup (installed, upgraded, removed) and the signing, with a stand-in for Electron
//   --only terminal,locks,scanner,unit,installer,signing
//   -- FILTER …         only these unit tests
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { ensureBuild } from './setup.mjs';
import { endWine, inWork, nodeExe, runWindows, toWindows } from './windows/wine.mjs';

const QUICK = ['terminal', 'locks', 'scanner'];
const TITLES = {
  terminal: 'The terminal on Windows',
  locks: 'Files that other programs have open',
  scanner: 'A scanner at work',
  unit: 'Unit tests with the Windows Node',
  installer: 'The setup: installed, upgraded, removed',
  signing: 'Signed packages',
};

/** A lane's last line, `N passed, N failed`; one that ends otherwise has failed. */
function counted(code, output) {
  const [, passed = 0, failed = 0] = (/(\d+) passed, (\d+) failed\s*$/.exec(output) ?? []).map(Number);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, skipped: 0 };
}

async function lane(name) {
  const { code, output } = await runWindows(
    nodeExe,
    [toWindows(inRoot('scripts/windows/lanes', `${name}.mjs`)), toWindows(inRoot())],
    { show: true, minutes: 10 },
  );
  return counted(code, output);
}

/** A test file's path in the project, as vitest's report has it from Windows. */
const inProject = ({ name }) => name.replaceAll('\\', '/').replace(/^.*\/(?=test\/)/, '');
const having = (file, ...statuses) => file.assertionResults.filter(({ status }) => statuses.includes(status)).length;

/** What vitest says of these tests: its exit code, and file by file what its report has. */
async function vitest(...args) {
  const report = inWork('vitest.json');
  fs.rmSync(report, { force: true });
  // Wine starts threads and opens files many times slower than Linux.
  const patience = ['--testTimeout=240000', '--hookTimeout=120000', '--expect.poll.timeout=30000'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${toWindows(report)}`];
  const { code } = await runWindows(
    nodeExe,
    ['node_modules/vitest/vitest.mjs', 'run', ...patience, ...reporters, ...args],
    {
      show: true,
      minutes: 15,
    },
  );
  return { code, files: fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')).testResults : [] };
}

/** Tests skip themselves on Windows where what they need is Linux's: its PostgreSQL, pipes, rights, a disk made to be full. */
function sayWhatIsSkipped(files) {
  const skipped = files.filter((file) => having(file, 'skipped', 'pending') > 0);
  if (skipped.length === 0) return;
  console.log('Skipped: what needs a PostgreSQL, pipes, rights or a full disk as Linux has them, or says itself why.');
  for (const file of skipped.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    console.log(`  ${inProject(file)}: ${having(file, 'skipped', 'pending')}`);
}

/**
 * The unit tests, many files in one process, as starting one is what Wine is slowest at. Files that fail so are run again,
 * each in a process of its own as on Linux; what they say then counts.
 */
async function unit(filters) {
  let { code, files } = await vitest('--no-isolate', ...filters);
  const failing = files.filter(({ status }) => status === 'failed');
  if (failing.length > 0) {
    console.log(`\n${failing.length} files again, each in a process of its own:`);
    const again = await vitest(...failing.map(inProject));
    code = again.code;
    files = files.map((file) => again.files.find(({ name }) => name === file.name) ?? file);
  }
  sayWhatIsSkipped(files);
  const sum = (count) => files.reduce((total, file) => total + count(file), 0);
  // A file that could not be loaded is a failure without a test of its own; so is whatever else vitest ended with.
  const failed = sum((file) => having(file, 'failed') || (file.status === 'failed' ? 1 : 0));
  return {
    passed: sum((file) => having(file, 'passed')),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: sum((file) => having(file, 'skipped', 'pending', 'todo')),
  };
}

const NEED_TOOLS = ['installer', 'signing'];

/** What a lane's checks came to; one that throws has failed. */
async function tryLane(name, filters) {
  try {
    if (name === 'unit') return await unit(filters);
    if (name === 'installer') return await (await import('./windows/installer.mjs')).tryInstaller();
    if (name === 'signing') return await (await import('./windows/signing.mjs')).trySigning();
    return await lane(name);
  } catch (error) {
    console.log(`✗ ${name}: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    endWine();
  }
}

/** `N passed, N failed`, and how many were skipped where some were: how every run of tests here ends. */
const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Runs the lanes of these names, one after the other, says what each took, and returns the sum of their checks. */
export async function testWindows(names, filters = []) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const said = [];
  /** Counts what `act` came to, and keeps its line for the end. */
  const timed = async (name, act) => {
    const begun = Date.now();
    const sum = await act();
    for (const key of Object.keys(total)) total[key] += sum?.[key] ?? 0;
    said.push([name, `${Math.round((Date.now() - begun) / 1000)} s`, sum ? inWords(sum) : '']);
    return sum;
  };
  /** Why lanes cannot be tried here. @type {{ windows: string | null, tools: string | null }} */
  const lacking = { windows: null, tools: null };
  await timed('set up', async () => {
    // These need the project's packages, which a fresh clone gets first.
    const { ensureInstallerTools, ensureWindows } = await import('./windows/setup.mjs');
    lacking.windows = await ensureWindows();
    lacking.tools =
      lacking.windows ?? (names.some((name) => NEED_TOOLS.includes(name)) ? await ensureInstallerTools() : null);
    await ensureBuild();
  });
  for (const name of names) {
    console.log(`\n── ${TITLES[name]}`);
    const why = NEED_TOOLS.includes(name) ? lacking.tools : lacking.windows;
    if (why !== null) console.log(`skipped, not tried: ${why}`);
    await timed(name, () => (why === null ? tryLane(name, filters) : { passed: 0, failed: 0, skipped: 1 }));
  }
  console.log('\n── Each lane');
  for (const [name, took, sum] of said) console.log(`${name.padEnd(10)}${took.padStart(7)}   ${sum}`.trimEnd());
  return total;
}

/** The part that takes about a minute and a half, for `npm test`. */
export const testWindowsQuickly = () => testWindows(QUICK);

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const { values, positionals } = parseArgs({
    options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const all = Object.keys(TITLES);
  const names = values.only?.split(',') ?? (values.all ? all : [...QUICK, 'unit']);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`--only knows ${all.join(', ')}; not ${unknown.join(', ')}`);
  const total = await testWindows(names, positionals);
  console.log(`\n${inWords(total)}`);
  // As of `npm test`: a green line means that something was tried.
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
