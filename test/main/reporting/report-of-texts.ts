/** A report of texts that spreadsheet programs like to change. */
import type { ReportSource } from '../../../main/reporting/report-source.ts';
import type { ReportSourceRow, RowOutcome } from '../../../shared/domain/report/report-table.ts';

/** Texts that spreadsheet programs like to change. */
export const hard = [
  '+998901234567',
  '00123',
  '12345678901234567',
  '=1+1',
  '-5',
  '@a',
  "'x",
  '1E5',
  '01.02.2026',
  'TRUE',
  ' space before',
  'space after ',
  'two\nlines',
  'tab\there',
  'return\r\nline',
  '_x000D_',
  '_x005F_',
  'bell\u0007',
  '<b>&amp;"\'',
  'oʻgʻil Ўғил',
  '\u{1f4e6}',
  '#N/A',
  '1,5',
  '½',
  'a;b',
  '\ufeffmark',
  '\u00a0nbsp',
];

export const states = ['accepted', 'rejected', 'unknown', 'withErrors', 'leftOut', 'ready'] as const;

export function outcomeOf(orderKey: string): RowOutcome {
  const state = states[Number(orderKey) % states.length]!;
  return {
    state,
    wmsId: state === 'accepted' ? Number(orderKey) + 1000 : null,
    reasons: state === 'rejected' ? [{ text: 'The WMS does not know this product.', field: '', row: null }] : [],
    at: Date.UTC(2026, 10, 24, 9),
    amount: 1000,
  };
}

export function source(change: Partial<ReportSource> = {}): ReportSource {
  const rows: ReportSourceRow[] = hard.map((text, index) => ({
    row: index + 2,
    cells: [String(700_000 + index), text],
    orderKey: String(700_000 + index),
  }));
  return {
    headings: ['Buyurtma ID', 'Matn'],
    outcomeOf,
    server: 'http://wms.bts.uz:8040/',
    practice: false,
    fileName: 'buyurtmalar.xlsx',
    createdAt: Date.UTC(2026, 10, 24, 9, 5),
    language: 'uz',
    rows: () => rows,
    rowCount: rows.length,
    ...change,
  };
}
