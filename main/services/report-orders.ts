/**
 * Reads from a report of ours which orders were accepted, and by what they are known: its rows are the file's own, so they
 * are read like a file's (docs/domain.md, «Orders without a number»).
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { withRules, type OrderNumbersRule } from '../../shared/domain/model/rules.ts';
import { startNumberForDay } from '../../shared/domain/orders/own-order-numbers.ts';
import { firstShop, type Shop } from '../../shared/domain/model/shop.ts';
import { recogniseShop } from '../../shared/domain/shops/recognise-shop.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import {
  acceptedRowsOf,
  isPracticeReport,
  recogniseOwnReport,
  ownReportRowsSheet,
  type AcceptedRow,
} from '../../shared/domain/report/own-report.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import { FailureError } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import { createKeyMaker } from '../platform/order-keys.ts';
import { readSheetFile, type ReadOptions } from '../reading/read-file.ts';
import { openBatch } from './open-batch.ts';
import type { OpeningStore } from './opening-store.ts';
import { loadSendHistory } from './send-history.ts';

/** What reading a report needs of the store. */
export interface ReportArchive {
  readonly profiles: Pick<OpeningStore['profiles'], 'findByHeadings'>;
  readonly identities: Pick<OpeningStore['identities'], 'secret'>;
  readonly shops: OpeningStore['shops'];
}

/** Our reports have their headings in the first row, or below the line that says «practice». */
const mostHeadingRows = 2;

/**
 * The orders that a report says were accepted. The server is given, since a report does not identify it.
 * @param server its identity
 * @param reading `shop`: id of the shop whose orders these are; none: the report tells, where that is sure
 * @throws FailureError `ledger.practiceReport`, `ledger.noReport`, and those of {@link readSheetFile}
 */
export async function readOrdersOfReport(
  file: string,
  server: string,
  archive: ReportArchive,
  reading: Pick<ReadOptions, 'foreign'> & { readonly shop?: string | null } = {},
): Promise<readonly SharedLedgerEntry[]> {
  const first = await readSheetFile({ path: file }, { ...reading, firstRows: 1 });
  const rowsSheet = ownReportRowsSheet(first.sheets);
  const { table } = await readSheetFile(
    { path: file },
    { ...reading, ...(rowsSheet === null ? {} : { sheet: rowsSheet }) },
  );
  const { rows, ownHeadings } = acceptedRowsIn(table, path.basename(file));
  const orders = new Map<number, { wmsId: number | null; keys: Set<string> }>();
  const shops = await archive.shops.list();
  const shop = reading.shop ?? (await shopOfReport(file, ownHeadings, shops, archive));
  const batch = await openedReport(file, rows, ownHeadings, shop, archive, reading);
  for (const { row, orderId, wmsId } of rows) {
    const order = orders.get(orderId) ?? { wmsId, keys: new Set<string>() };
    // Keys are a shop's: without knowing whose order it is, only its number tells.
    if (shop !== null) for (const key of batch.rowIdentities.keysOf(row)) order.keys.add(key);
    orders.set(orderId, order);
  }
  const named = shops.length > 1 ? shops.find(({ id }) => id === shop) : undefined;
  const at = Math.round((await fs.stat(file)).mtimeMs);
  return [...orders].map(([orderId, { wmsId, keys }]) => ({
    server,
    orderId,
    state: 'accepted',
    bodyHash: null,
    fileName: path.basename(file),
    wmsId,
    at,
    keys: [...keys],
    ...(named === undefined ? {} : { shop: { id: named.id, name: named.name } }),
  }));
}

function acceptedRowsIn(table: Table, fileName: string): { rows: readonly AcceptedRow[]; ownHeadings: string[] } {
  for (let row = 0; row < Math.min(mostHeadingRows, table.rowCount); row++) {
    const headings = Array.from({ length: table.columnCount }, (_, column) => table.text(row, column));
    const report = recogniseOwnReport(headings);
    if (report?.kind !== 'rows') continue;
    if (isPracticeReport(table, report)) throw new FailureError('ledger.practiceReport', { file: fileName });
    const added = new Set(report.columns.values());
    return {
      rows: acceptedRowsOf(table, report, row + 1),
      ownHeadings: headings.filter((_, column) => !added.has(column)),
    };
  }
  throw new FailureError('ledger.noReport', { file: fileName });
}

/** Id of the shop whose orders the report is of; null where that is not sure. */
async function shopOfReport(
  file: string,
  headings: readonly string[],
  shops: readonly Shop[],
  { profiles, shops: { removed: listRemoved } }: ReportArchive,
): Promise<string | null> {
  const sameHeadings: string[] = [];
  const removed = await listRemoved();
  for (const { id } of [...shops, ...removed])
    if ((await profiles.findByHeadings(id, headings)) !== null) sameHeadings.push(id);
  const texts = [path.basename(file), path.basename(path.dirname(path.resolve(file)))];
  return recogniseShop({ shops, removed, texts, sameHeadings, anyHeadings: [], sameName: [], sameFolder: [] }).shop;
}

/** The report as a batch, under the profile of the file that it is of; nothing is asked of the store or kept there. */
async function openedReport(
  file: string,
  rows: readonly AcceptedRow[],
  ownHeadings: readonly string[],
  shop: string | null,
  archive: ReportArchive,
  { foreign }: Pick<ReadOptions, 'foreign'>,
): Promise<Batch> {
  const now = Date.now();
  const batch = await openBatch(
    {
      batchId: '',
      fileName: path.basename(file),
      file: { path: file, name: path.basename(file) },
      choices: noChoices,
      isNew: true,
      shop,
      profile: shop === null ? null : await archive.profiles.findByHeadings(shop, ownHeadings),
      keyMaker: createKeyMaker(await archive.identities.secret(), shop ?? firstShop),
      server: null,
    },
    null,
    now,
    foreign === undefined ? {} : { foreign },
  );
  const { choices } = batch;
  if (choices.rules.orderNumbers.kind !== 'fromColumn') return batch;
  const kind = numbersOf(batch, rows);
  if (kind === 'fromColumn') return batch;
  const orderNumbers = { kind, start: startNumberForDay(localFromEpoch(now), 0) } satisfies OrderNumbersRule;
  batch.setChoices({ ...choices, rules: withRules(choices.rules, { orderNumbers }) });
  await loadSendHistory(batch, null, null);
  return batch;
}

/** Whether the orders went out under their own numbers, under ours by their ids, or under ours without any. */
function numbersOf(batch: Batch, rows: readonly AcceptedRow[]): OrderNumbersRule['kind'] {
  if (!batch.columns().columns.some(({ field }) => field === 'order_id')) return 'everyRow';
  return rows.some(({ row, orderId }) => batch.rowIdentities.orderIdOf(row) === orderId) ? 'fromColumn' : 'own';
}
