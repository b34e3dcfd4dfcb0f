/** Opens batches for tests, from rows of texts. */
import { Batch } from '../../main/engine/batch.ts';
import type { BatchInput } from '../../main/engine/batch-input.ts';
import type { CheckJson, IssueJson } from '../../main/engine/views/check-json.ts';
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { defaultRules, type Rules } from '../../shared/domain/model/rules.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import type { Table, SheetFacts } from '../../shared/domain/table/table.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { runToCompletion } from '../../shared/cooperative.ts';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';
import { tableOf, type TestCell } from './table.ts';

/** 2026-11-24 09:00 in Tashkent. */
export const testNow = Date.UTC(2026, 10, 24, 4);

export const documentHeadings = [
  'order_id',
  'scheduled_at',
  'full_name',
  'phone',
  'address',
  'region',
  'country',
  'city',
  'zip',
  'client_product_id',
  'client_product_variation_id',
  'quantity',
  'price',
  'discount',
  'final_price',
] as const;

/** The document's own example, as a row under {@link documentHeadings}. */
export const documentRow = [
  '1220011',
  '2024-10-03T14:00:00Z',
  'Jon Done',
  '+998900000000',
  '123 Main Street',
  'Toshkent',
  'Uzbekistan',
  'Toshkent shahar',
  '100200',
  '1',
  '1',
  '1',
  '5000',
  '100000',
  '95000',
] as const;

export function sheetFileOf(table: Table): SheetFile {
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: [{ name: table.sheet, hidden: false }],
    sheetIndex: 0,
    table,
    otherSheets: [],
    issues: [],
  };
}

export interface TestBatchOptions {
  readonly choices?: Partial<Choices>;
  readonly rules?: Partial<Rules>;
  readonly products?: readonly Product[];
  readonly facts?: Partial<SheetFacts>;
  readonly input?: Partial<BatchInput>;
}

/** Opens rows as a batch; the given rules override the default ones. */
export function openRows(
  rows: readonly (readonly TestCell[] | null)[],
  { choices, rules, facts, products, input }: TestBatchOptions = {},
): Batch {
  const batch = runToCompletion(
    Batch.make({
      batchId: 'test',
      fileName: 'orders.xlsx',
      file: sheetFileOf(tableOf(rows, facts)),
      choices: { ...noChoices, rules: { ...defaultRules, ...rules }, ...choices },
      now: testNow,
      ...(products === undefined ? {} : { products }),
      ...input,
    }),
  );
  giveRowNumbers(batch);
  return batch;
}

/**
 * Numbers the rows of a file without order numbers by their place, as a store does that knows none of them. Called again
 * after changes, for rows that are orders since.
 */
export function giveRowNumbers(batch: Batch): void {
  const orderNumbers = batch.rowIdentities.rule;
  if (orderNumbers.kind !== 'everyRow') return;
  const first = (batch.summary().file.headerRow ?? 0) + 1;
  const given = batch
    .takeUnresolved()
    .map(({ row }) => [row, { kind: 'given', number: orderNumbers.start + row - first }] as const);
  if (given.length > 0) runToCompletion(batch.setResolvedCooperatively(new Map(given), new Map()));
}

/** An order row under {@link documentHeadings}: valid, except for the changes. */
export function orderRow(changes: Partial<Record<(typeof documentHeadings)[number], TestCell>> = {}): TestCell[] {
  const sound: Record<(typeof documentHeadings)[number], TestCell> = {
    order_id: '700001',
    scheduled_at: '25.11.2026 14:00',
    full_name: 'Karimova Aziza',
    phone: '+998901234567',
    address: "Navoiy ko'chasi 5",
    region: 'Buxoro viloyati',
    country: 'Uzbekistan',
    city: 'Buxoro',
    zip: '200100',
    client_product_id: '17',
    client_product_variation_id: '170',
    quantity: '1',
    price: '50000',
    discount: '5000',
    final_price: '45000',
  };
  const row = { ...sound, ...changes };
  return documentHeadings.map((heading) => row[heading]);
}

/** The requests that would be sent now, each parsed by the schema. */
export function requestsOf(batch: Batch): OrderRequest[] {
  return [...batch.payloads()].map((body) => orderRequestSchema.parse(JSON.parse(body)));
}

/** What `check --json` prints of the batch. */
export function checkOf(batch: Batch): Omit<CheckJson, 'issues'> & { readonly issues: IssueJson[] } {
  const check = batch.checkJson(translatorFor('en'));
  return { ...check, issues: [...check.issues] };
}

/** Codes of all issues, sorted, without the file's. */
export function issueCodes(batch: Batch): string[] {
  const codes = batch
    .causes()
    .filter(({ orderCount }) => orderCount > 0)
    .map(({ code }) => code);
  return [...new Set(codes)].sort();
}

/** Codes of the file-level issues. */
export function fileCodes(batch: Batch): string[] {
  return batch
    .summary()
    .fileIssues.map(({ code }) => code)
    .sort();
}
