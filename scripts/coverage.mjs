// npm run coverage: reports which lines the tests without a window reach, as a table and as pages in test-results/coverage.
//   npm run coverage -- test/shared/domain/values   a part of the tests, and only the files that they load
// What runs in a window, a worker or a process of its own is not counted.
import { binScript, runNode } from './processes.mjs';

const part = process.argv.slice(2);
// The message catalogues have no logic to cover.
const left = ['test/**', 'shared/messages/{en,uz,ru}/**'].map((files) => `--coverage.exclude=${files}`);
const reports = ['text', 'html'].map((kind) => `--coverage.reporter=${kind}`);
// If all tests run, the table also lists files that none of them loads.
const sources =
  part.length > 0 ? [] : ['main', 'shared', 'renderer'].map((folder) => `--coverage.include=${folder}/**/*.{ts,tsx}`);
const options = [
  '--coverage.enabled',
  '--coverage.provider=v8',
  '--coverage.reportsDirectory=test-results/coverage',
  ...reports,
  ...left,
  ...sources,
];
process.exitCode = await runNode(binScript('vitest'), ['run', ...options, ...part]);
