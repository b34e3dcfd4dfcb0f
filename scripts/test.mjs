// npm test: checks types, lint and format, runs the vitest tests and those in the window; the last line is the total.
//   --only types,lint,unit,e2e,windows   only these
//   --also windows                       these, too: what of Windows can be tried quickly under Wine (scripts/test-windows.mjs)
// Types and lint count as one check each. A runner that ran no test, or exited with an error without naming a failed test,
// counts as a failure: a green line must mean that the tests ran.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { layerBreaches } from './check-layers.mjs';
import { strayTests } from './check-tests.mjs';
import { inRoot } from './paths.mjs';
import { binScript, runNode, toolEnv } from './processes.mjs';
import { ensureWindow } from './setup.mjs';
import { testWindowsQuickly } from './test-windows.mjs';

const TYPE_FOLDERS = ['shared', 'main', 'main/electron', 'renderer', 'test'];
const reports = inRoot('test-results');
const heading = (text) => console.log(`\n── ${text}`);
const oneCheck = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

async function types() {
  let good = true;
  for (const folder of TYPE_FOLDERS) {
    const code = await runNode(binScript('typescript', 'tsc'), ['-p', folder]);
    console.log(`${code === 0 ? '✓' : '✗'} ${folder}`);
    good &&= code === 0;
  }
  return oneCheck(good);
}

async function lint() {
  const oxlint = await runNode(binScript('oxlint'), ['--type-aware', '--deny-warnings']);
  const breaches = layerBreaches();
  for (const breach of breaches) console.log(`✗ ${breach}`);
  console.log(
    breaches.length === 0
      ? '✓ no import crosses a border between layers'
      : `✗ ${breaches.length} imports cross a border between layers`,
  );
  const strays = strayTests();
  for (const stray of strays) console.log(`✗ ${stray}`);
  console.log(
    strays.length === 0 ? '✓ tests stand where their sources do' : `✗ ${strays.length} tests do not mirror the sources`,
  );
  const format = await runNode(binScript('prettier'), ['--check', '--log-level', 'warn', '.']);
  console.log(format === 0 ? '✓ formatted' : '✗ not formatted: npm run format');
  const notices = await runNode(inRoot('scripts/notices.mjs'), ['--check']);
  return oneCheck(oxlint === 0 && breaches.length === 0 && strays.length === 0 && format === 0 && notices === 0);
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner's counts; an exit code that its report does not explain counts as one more failure. */
function counted(name, code, report, count) {
  const sum = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  if (sum.passed + sum.failed === 0) {
    console.log(`✗ ${name} ran no test`);
    sum.failed = 1;
  } else if (code !== 0 && sum.failed === 0) {
    console.log(`✗ ${name} ended with exit code ${code}`);
    sum.failed = 1;
  }
  return sum;
}

async function unit() {
  const file = `${reports}/vitest.json`;
  fs.rmSync(file, { force: true });
  const code = await runNode(binScript('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted('vitest', code, readReport(file), (r) => ({
    passed: r.numPassedTests,
    // A file that could not be loaded is a failure without a test of its own.
    failed:
      r.numFailedTests +
      r.testResults.filter((f) => f.status === 'failed' && f.assertionResults.every((a) => a.status !== 'failed'))
        .length,
    skipped: r.numPendingTests + (r.numTodoTests ?? 0),
  }));
}

async function e2e() {
  await ensureWindow();
  const file = `${reports}/playwright.json`;
  fs.rmSync(file, { force: true });
  const code = await runNode(binScript('@playwright/test', 'playwright'), ['test', '--reporter=list,json'], {
    env: toolEnv({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  });
  return counted('playwright', code, readReport(file), ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  }));
}

const RUNNERS = {
  types: [types, 'Types (tsc)'],
  lint: [lint, 'Lint (oxlint, layers, places of tests, format, notices)'],
  unit: [unit, 'Tests (vitest)'],
  e2e: [e2e, 'Tests in the window (playwright)'],
  windows: [testWindowsQuickly, 'Windows, under Wine'],
};
const BY_DEFAULT = ['types', 'lint', 'unit', 'e2e'];

const { values } = parseArgs({ options: { only: { type: 'string' }, also: { type: 'string' } } });
const names = [...(values.only?.split(',') ?? BY_DEFAULT), ...(values.also?.split(',') ?? [])];
const unknown = names.filter((n) => !(n in RUNNERS));
if (unknown.length > 0) throw new Error(`--only knows ${Object.keys(RUNNERS).join(', ')}; not ${unknown.join(', ')}`);

fs.mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of names) {
  const [runner, title] = RUNNERS[name];
  heading(title);
  let sum;
  try {
    sum = await runner();
  } catch (error) {
    console.log(`✗ ${name}: ${error.message}`);
    sum = oneCheck(false);
  }
  for (const key of Object.keys(total)) total[key] += sum[key];
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
