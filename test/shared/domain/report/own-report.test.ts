/** Our own report, opened as a file: written by the app, read by the app. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBatch } from '../../../../main/services/open-batch.ts';
import { writeCsvReport } from '../../../../main/reporting/csv-report.ts';
import type { ReportSource } from '../../../../main/reporting/report-source.ts';
import { writeXlsxReport } from '../../../../main/reporting/xlsx-report.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { acceptedRowsOf, recogniseOwnReport, ownReportRowsSheet } from '../../../../shared/domain/report/own-report.ts';
import { languages, type Language } from '../../../../shared/messages/translator.ts';
import { translatorFor } from '../../../../shared/messages/translators.ts';
import { tableOf } from '../../../support/table.ts';

const headings = [
  'Buyurtma ID',
  'F.I.Sh.',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Mahsulot ID',
  'Miqdor',
  'Narx',
  'Yetkazish sanasi',
];
const cells = (id: number): string[] => [
  String(id),
  'Aliyev Vali',
  '+998901234567',
  'Navoiy 5',
  'Buxoro',
  '7',
  '1',
  '5000',
  '25.11.2026 14:00',
];

function source(language: Language, practice = false): ReportSource {
  return {
    headings,
    outcomeOf: (key) =>
      key === '700001'
        ? { state: 'accepted', wmsId: 91, reasons: [], at: 1_790_000_000_000 }
        : { state: 'rejected', wmsId: null, reasons: [{ text: 'No.', field: '', row: null }], at: 1_790_000_000_000 },
    server: 'http://wms.bts.uz:8040/',
    practice,
    fileName: 'buyurtmalar.xlsx',
    createdAt: 1_790_000_000_000,
    language,
    rows: () => [700_001, 700_002].map((id, index) => ({ row: index + 2, cells: cells(id), orderKey: String(id) })),
    rowCount: 2,
  };
}

async function opened(kind: 'xlsx' | 'csv', language: Language, practice = false) {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'own-report-')), `hisobot.${kind}`);
  await (kind === 'xlsx' ? writeXlsxReport : writeCsvReport)(file, source(language, practice));
  return openBatch(
    { batchId: 'b', fileName: 'hisobot', file: { path: file }, choices: noChoices, isNew: true, server: null },
    null,
    Date.UTC(2026, 10, 24),
  );
}

describe.each(languages)('a report in %s', (language) => {
  test.each(['xlsx', 'csv'] as const)('as %s is recognised, and its accepted rows are left out', async (kind) => {
    const batch = await opened(kind, language);
    const summary = batch.summary();
    expect(summary.fileIssues).toContainEqual(
      expect.objectContaining({ code: 'report.own', severity: 'notice', params: { count: 1 } }),
    );
    expect(summary.counts).toMatchObject({ total: 2, leftOut: 1, ready: 1 });
    const added = batch.columns().columns.slice(headings.length);
    expect(added).toHaveLength(9);
    expect(added.every(({ field, chosen }) => field === null && chosen)).toBe(true);
    batch.undo();
    expect(batch.summary().counts).toMatchObject({ leftOut: 0, ready: 2 });
  });

  test('its rows that were no orders are none again', async () => {
    const between = [
      ['Imzo ______'],
      ['24.11.2026'],
      ['', '', '', '', '', '', '2', '10000'],
      ['Jami', '', '', '', '', '', '', '10000'],
      ['Bekor qilinganlar'],
    ];
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'own-report-')), 'hisobot.csv');
    const own = source(language);
    const reasons = [
      'issue.orders.noteRow',
      'issue.orders.noteRow',
      'issue.orders.totalRow',
      'issue.orders.totalRow',
      'issue.orders.cancelledHead',
    ] as const;
    await writeCsvReport(file, {
      ...own,
      rows: async function* () {
        yield* own.rows();
        for (const [at, row] of between.entries()) yield { row: at + 4, cells: row, orderKey: null };
      },
      rowCount: 2 + between.length,
      rowReasonOf: (row) => translatorFor(language)(reasons[row - 4] ?? 'issue.orders.noteRow'),
    });
    const batch = await openBatch(
      { batchId: 'b', fileName: 'hisobot', file: { path: file }, choices: noChoices, isNew: true, server: null },
      null,
      Date.UTC(2026, 10, 24),
    );
    expect(batch.summary().counts.total).toBe(2);
    expect(
      batch
        .causes()
        .filter(({ code }) => reasons.some((key) => key === `issue.${code}`))
        .map(({ code, count }) => [code, count])
        .toSorted(),
    ).toEqual([
      ['orders.cancelledHead', 1],
      ['orders.noteRow', 2],
      ['orders.totalRow', 2],
    ]);
  });

  test('about practice leaves nothing out', async () => {
    const { counts, fileIssues } = (await opened('xlsx', language, true)).summary();
    expect(counts).toMatchObject({ total: 2, leftOut: 0 });
    expect(fileIssues.map(({ code }) => code)).toContain('report.ownPractice');
  });

  test('knows which orders were accepted, and under which ids', () => {
    const t = translatorFor(language);
    const columns = [
      'Buyurtma ID',
      t('reportFile.column.state'),
      t('reportFile.column.wmsId'),
      t('reportFile.column.orderId'),
    ];
    const table = tableOf([
      columns,
      ['5', t('state.accepted'), '91', '5'],
      ['6', t('state.rejected'), '', '6'],
      ['7', t('state.alreadySent'), '', '7'],
      ['x', t('state.accepted'), '9', ''],
    ]);
    const report = recogniseOwnReport(columns);
    expect(report && acceptedRowsOf(table, report, 1)).toEqual([
      { row: 2, orderId: 5, wmsId: 91 },
      { row: 4, orderId: 7, wmsId: null },
    ]);
  });
});

test.each(['WMS: own ID', 'WMS: свой ID', 'WMS: oʻz IDsi'])(
  'a report of an earlier version, with «%s», too',
  (heading) => {
    const language = (['en', 'ru', 'uz'] as const)[['own', 'свой', 'oʻz'].findIndex((word) => heading.includes(word))]!;
    const t = translatorFor(language);
    const columns = ['Buyurtma ID', t('reportFile.column.state'), heading, t('reportFile.column.orderId')];
    const report = recogniseOwnReport(columns);
    const table = tableOf([columns, ['5', t('state.accepted'), '91', '5']]);
    expect(report && acceptedRowsOf(table, report, 1)).toEqual([{ row: 2, orderId: 5, wmsId: 91 }]);
  },
);

test('other files are no reports', () => {
  expect(recogniseOwnReport(headings)).toBeNull();
  expect(ownReportRowsSheet([{ name: 'Rows' }, { name: 'Sheet2' }])).toBeNull();
});
