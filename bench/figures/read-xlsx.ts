/** Figure: reading workbooks, whole and their first rows, against other libraries. */
import {
  groupedDigits,
  checkedOutcome,
  outcomeWithLabel,
  orderFile,
  ownOutcome,
  peakOf,
  timeLine,
  timeOf,
  type BenchContext,
  type Figure,
} from '../figure.ts';
import { headings } from '../orders.ts';
import { measureInTurns, type Entrant, type Outcome } from '../measure.ts';
import { atMost, formatMegabytes, formatMilliseconds, type Goal, type FigureLine } from '../table.ts';

type Kind = 'shared' | 'inline';

const limits = [
  { label: 'inflating the sheet', subject: 'inflate' },
  { label: 'inflating + saxes', subject: 'saxes' },
] as const;
const libraries = [
  { label: 'exceljs readFile', subject: 'exceljs' },
  { label: 'exceljs stream', subject: 'exceljsStream' },
  { label: 'SheetJS dense', subject: 'sheetjs' },
  { label: 'read-excel-file', subject: 'readExcelFile' },
  { label: 'hucre', subject: 'hucre' },
  { label: 'hucre stream', subject: 'hucreStream' },
] as const;
/** The only libraries that can read a million rows in the time and memory there is. */
const streams: readonly string[] = ['exceljs stream', 'hucre stream'];
const bestLibrary = 'the fastest library';

interface Size {
  readonly rows: number;
  readonly kind: Kind;
  readonly rounds: { readonly ours: number; readonly libraries: number };
  readonly libraries: readonly (typeof libraries)[number][];
  /** By peer: the largest allowed ratio of our time to its. */
  readonly figures: Readonly<Record<string, { readonly most: number; readonly text: string }>>;
  readonly memory: number | null;
}

const figuresOf100k = {
  'exceljs readFile': { most: 0.1, text: '1/10' },
  [bestLibrary]: { most: 0.2, text: '1/5' },
  'inflating the sheet': { most: 6, text: '6 ×' },
};
const figuresOfAMillion = {
  'exceljs stream': { most: 1 / 8, text: '1/8' },
  'inflating the sheet': { most: 5, text: '5 ×' },
};

const sizes: readonly Size[] = [
  { rows: 10_000, kind: 'shared', rounds: { ours: 5, libraries: 3 }, libraries, figures: {}, memory: null },
  { rows: 10_000, kind: 'inline', rounds: { ours: 5, libraries: 3 }, libraries, figures: {}, memory: null },
  { rows: 100_000, kind: 'shared', rounds: { ours: 7, libraries: 3 }, libraries, figures: figuresOf100k, memory: 200 },
  { rows: 100_000, kind: 'inline', rounds: { ours: 7, libraries: 3 }, libraries, figures: figuresOf100k, memory: 200 },
  {
    rows: 1_000_000,
    kind: 'shared',
    rounds: { ours: 3, libraries: 1 },
    libraries: libraries.filter(({ label }) => streams.includes(label)),
    figures: figuresOfAMillion,
    memory: null,
  },
  {
    rows: 1_000_000,
    kind: 'inline',
    rounds: { ours: 3, libraries: 1 },
    libraries: [],
    figures: figuresOfAMillion,
    memory: null,
  },
];
const quickSizes: readonly Size[] = sizes.slice(0, 2).map((size) => ({ ...size, rounds: { ours: 2, libraries: 1 } }));

function entrant(label: string, subject: string, file: string, rounds: number): Entrant {
  return { label, module: 'read-xlsx', subject, args: { file }, rounds };
}

function fastest(outcomes: readonly Outcome[]): Outcome | undefined {
  return outcomes.filter(({ failure }) => failure === null).toSorted((a, b) => timeOf(a) - timeOf(b))[0];
}

async function whole(size: Size, circumstances: BenchContext): Promise<FigureLine[]> {
  const { rows, kind, rounds } = size;
  circumstances.log(`xlsx, ${groupedDigits(rows)} rows, ${kind} strings`);
  const file = await orderFile(kind, rows, circumstances);
  const outcomes = await measureInTurns(
    [
      entrant('ours', 'ours', file, rounds.ours),
      ...limits.map(({ label, subject }) =>
        entrant(label, subject, file, label === 'inflating + saxes' ? rounds.libraries : rounds.ours),
      ),
      ...size.libraries.map(({ label, subject }) => entrant(label, subject, file, rounds.libraries)),
    ],
    circumstances.log,
  );
  const cells = (rows + 1) * headings.length;
  const outcomeOf = (label: string): Outcome => checkedOutcome(outcomeWithLabel(outcomes, label), cells);
  const ours = ownOutcome(outcomes, 'ours', cells);
  const what = `xlsx, ${groupedDigits(rows)} × ${headings.length}, ${kind} strings`;
  const goalAgainst = (label: string): ((ratio: number) => Goal) | null => {
    const figure = size.figures[label];
    return figure === undefined ? null : (ratio) => atMost(ratio, figure.most, figure.text);
  };
  const lines = [...size.libraries, ...limits].map(({ label }) =>
    timeLine(what, ours, outcomeOf(label), goalAgainst(label)),
  );
  const best = fastest(size.libraries.map(({ label }) => outcomeOf(label)));
  if (best && size.figures[bestLibrary])
    lines.push(timeLine(what, ours, { ...best, label: `${bestLibrary}, ${best.label}` }, goalAgainst(bestLibrary)));
  if (size.memory !== null) {
    lines.push({
      what: `${what}: memory`,
      ours: formatMegabytes(peakOf(ours)),
      peer: '',
      ratio: '',
      goal: atMost(peakOf(ours), size.memory, `${size.memory} MB`),
    });
  }
  return lines;
}

async function firstLook(rows: number, rounds: number, circumstances: BenchContext): Promise<FigureLine[]> {
  circumstances.log(`xlsx, first 50 of ${groupedDigits(rows)} rows`);
  const file = await orderFile('shared', rows, circumstances);
  const outcomes = await measureInTurns(
    [
      entrant('ours', 'oursFirst', file, rounds),
      entrant('exceljs stream', 'exceljsFirst', file, rounds),
      entrant('hucre stream', 'hucreFirst', file, rounds),
    ],
    circumstances.log,
  );
  const ours = ownOutcome(outcomes, 'ours');
  const peer = outcomeWithLabel(outcomes, 'exceljs stream');
  const what = `xlsx, first 50 of ${groupedDigits(rows)} rows`;
  return [
    timeLine(what, ours, peer, (ratio) => atMost(ratio, 1 / 3, '1/3')),
    {
      what: `${what}: time`,
      ours: formatMilliseconds(timeOf(ours)),
      peer: '',
      ratio: '',
      goal: atMost(timeOf(ours), 150, '150 ms'),
    },
    timeLine(what, ours, outcomeWithLabel(outcomes, 'hucre stream'), null),
  ];
}

export const readXlsxFigure: Figure = {
  name: 'read-xlsx',
  byDefault: true,
  packages: ['exceljs', '@e965/xlsx', 'read-excel-file', 'hucre', 'saxes'],
  async measure(circumstances) {
    const lines: FigureLine[] = [];
    for (const size of circumstances.quick ? quickSizes : sizes) lines.push(...(await whole(size, circumstances)));
    lines.push(
      ...(await firstLook(circumstances.quick ? 10_000 : 100_000, circumstances.quick ? 2 : 5, circumstances)),
    );
    return lines;
  },
};
