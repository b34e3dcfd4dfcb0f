/** Subjects: a file read, columns recognised, rows grouped into orders, every order checked; and then edited. */
import { performance } from 'node:perf_hooks';
import type { Batch } from '../../main/engine/batch.ts';
import { openBatch } from '../../main/services/open-batch.ts';
import { warmUp } from '../../main/services/warm-up.ts';
import { readSheetFile } from '../../main/reading/read-file.ts';
import type { RowFilter } from '../../shared/contract/views.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { headings } from '../orders.ts';
import { median, p95 } from '../statistics.ts';
import { textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';

/** The current time, before every delivery date of the file. */
const now = Date.UTC(2026, 10, 24);
/** Rows that the window requests: the visible ones and some around them. */
const shownRows = 60;
const everything: RowFilter = { show: 'all', cause: null, search: '' };

function opened(args: Arguments): Promise<Batch> {
  const wanted = {
    batchId: 'bench',
    fileName: 'orders.xlsx',
    file: { path: textArgument(args, 'file') },
    choices: noChoices,
    isNew: true,
    server: null,
  };
  return openBatch(wanted, null, now);
}

function times(count: number, act: (index: number) => void): number[] {
  return Array.from({ length: count }, (_, index) => {
    const start = performance.now();
    act(index);
    return performance.now() - start;
  });
}

/** Texts to type, column by column: valid and invalid ones, and an order id, which moves a row to another order. */
const typed: readonly (readonly [heading: (typeof headings)[number], text: (index: number) => string])[] = [
  ['phone', () => '12'],
  ['phone', () => '+998 90 123 45 67'],
  ['quantity', () => '3'],
  ['quantity', () => 'many'],
  ['region', () => 'Narnia'],
  ['scheduled_at', () => '31.12.2027 12:00'],
  ['order_id', (index) => String(5_000_000 + index)],
  ['full_name', () => 'Karimova Aziza'],
  ['final_price', () => '1'],
  ['price', () => '12 000,50'],
];

async function edits(args: Arguments): Promise<Numbers> {
  const batch = await opened(args);
  const { file } = batch.summary();
  const editCount = 60;
  const rowOf = (index: number): number => 2 + Math.floor((file.rows - shownRows) * ((index * 0.618_033_988_75) % 1));
  const shown = (row: number): void => {
    batch.summary();
    batch.rows(everything, Math.max(0, row - shownRows / 2), shownRows);
  };
  shown(2);
  const edited = times(editCount, (index) => {
    const [heading, text] = typed[index % typed.length] ?? typed[0]!;
    const row = rowOf(index);
    const done = batch.applyEdit({
      kind: 'cells',
      cells: [{ row, column: headings.indexOf(heading), text: text(index) }],
    });
    if (!done.ok) throw new Error(`The edit was refused: ${done.error.code}`);
    shown(row);
  });
  const filtered = times(5, () => {
    batch.applyEdit({ kind: 'cells', cells: [{ row: 100, column: headings.indexOf('quantity'), text: '2' }] });
    batch.rows({ ...everything, show: 'errors' }, 0, shownRows);
  });
  const searched = times(5, (index) => void batch.rows({ ...everything, search: `karimova ${index}` }, 0, shownRows));
  const causes = times(5, () => void batch.causes());
  const undone = times(editCount, (index) => {
    const back = batch.undo();
    if (!back.ok || back.value === null) throw new Error('There was nothing to undo.');
    shown(rowOf(index));
  });
  return {
    ms: median(edited),
    edit: p95(edited),
    slowest: Math.max(...edited),
    undo: p95(undone),
    filter: median(filtered),
    search: median(searched),
    causes: median(causes),
  };
}

export const subjects: Subjects = {
  read: async (args) => {
    const { ms, value } = await timed(() => readSheetFile({ path: textArgument(args, 'file') }));
    return { ms, cells: value.table.cellCount };
  },
  understand: async (args) => {
    const { ms, value } = await timed(() => opened(args));
    const { counts } = value.summary();
    return { ms, orders: counts.total, ready: counts.ready };
  },
  warmed: async (args) => {
    await warmUp(textArgument(args, 'sample'), now);
    const { ms } = await timed(() => opened(args));
    return { ms };
  },
  edits,
};
