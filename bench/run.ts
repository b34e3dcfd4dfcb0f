/**
 * npm run bench: measures the figures of docs/benchmarks.md and prints them as a table.
 *   --only NAME,…   only these figures
 *   --quick         10,000 rows and few runs, to check that everything works
 * Of the figure `understanding` (the corpus of strangers' sheets):
 *   --half open|aside   one half
 *   --failures          what differed, sheet by sheet; of the half that is set aside only with --force
 *   --keep              writes down what is right of the open half (open-state.json)
 *   --show NAME         everything about the sheets whose names contain this
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSubjects, workFolder } from './bundle.ts';
import type { Figure } from './figure.ts';
import { ledgerFigure } from './figures/ledger.ts';
import { readCsvFigure } from './figures/read-csv.ts';
import { readXlsxFigure } from './figures/read-xlsx.ts';
import { recoveryFigure } from './figures/recovery.ts';
import { reportFigure } from './figures/report.ts';
import { sendFigure } from './figures/send.ts';
import { smallComputerFigure } from './figures/small-computer.ts';
import { teamFigure } from './figures/team.ts';
import { understandFigure } from './figures/understand.ts';
import { understandingFigure } from './figures/understanding.ts';
import { windowFigure } from './figures/window.ts';
import { halves } from '../test/support/understanding/sheet.ts';
import { markdownTable, type FigureLine } from './table.ts';

const figures: readonly Figure[] = [
  readXlsxFigure,
  readCsvFigure,
  understandFigure,
  understandingFigure,
  sendFigure,
  reportFigure,
  recoveryFigure,
  ledgerFigure,
  windowFigure,
  smallComputerFigure,
  teamFigure,
];

/** Load average above which other programs disturb the measuring: the ratios still hold then, the times do not. */
const quietLoad = 1.2;

function chosen(only: string | undefined): readonly Figure[] {
  if (only === undefined) return figures.filter(({ byDefault }) => byDefault);
  return only.split(',').map((name) => {
    const figure = figures.find((figure) => figure.name === name);
    if (!figure) throw new Error(`--only knows ${figures.map((figure) => figure.name).join(', ')}; not ${name}`);
    return figure;
  });
}

function versionOf(name: string): string {
  const folder = path.join(import.meta.dirname, '../node_modules', name);
  // The package may have been installed without its binary, with another version as the stand-in.
  const runtime = path.join(folder, 'dist/version');
  if (name === 'electron' && fs.existsSync(runtime)) return fs.readFileSync(runtime, 'utf8').trim();
  return (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly version: string })
    .version;
}

const load = (): number => os.loadavg()[0] ?? 0;
const log = (text: string): void => void process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    half: { type: 'string' },
    show: { type: 'string' },
    failures: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const half = halves.find((one) => one === values.half);
if (values.half !== undefined && half === undefined) throw new Error(`--half knows ${halves.join(', ')}`);
const { show, failures, force, keep } = values;
const understanding = { half, show, failures, force, keep };
const asked = chosen(values.only);
const loadBefore = load();
fs.mkdirSync(workFolder, { recursive: true });
await bundleSubjects();
const lines: FigureLine[] = [];
for (const figure of asked) {
  const measured = await figure.measure({ quick: values.quick, log, understanding });
  // The goals are about larger files.
  lines.push(...(values.quick ? measured.map((line) => ({ ...line, goal: null })) : measured));
}

const packages = [...new Set(asked.flatMap((figure) => figure.packages))];
console.log(
  `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown processor'},` +
    ` ${Math.round(os.totalmem() / 2 ** 30)} GB, ${process.platform}; Node ${process.versions.node}`,
);
console.log(packages.map((name) => `${name} ${versionOf(name)}`).join(', '));
if (values.quick) console.log('A quick run: 10,000 rows, few runs. The figures are not judged by it.');
if (loadBefore > quietLoad)
  console.log(`Other programs were at work: the load was ${loadBefore.toFixed(1)} at the start.`);
console.log(`\n${markdownTable(lines)}`);
