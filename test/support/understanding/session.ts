/** Opens a sheet through the services that the window calls, and answers its questions as somebody in a hurry does. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CauseView, ColumnView, OrderView, RowFilter, RowWindow } from '../../../shared/contract/views.ts';
import { fields, type ColumnField, type Field } from '../../../shared/domain/model/fields.ts';
import type { Fix, Issue, Severity } from '../../../shared/domain/model/issues.ts';
import type { SettledThing } from '../../../shared/domain/model/settled.ts';
import type { Rules, RulesChange } from '../../../shared/domain/model/rules.ts';
import { systemClock } from '../../../main/ports.ts';
import { wireServices, type Services } from '../wire-services.ts';
import type { ProductKeyKind } from '../../../shared/domain/products/product.ts';
import { productsOf, type EarlierFile, type NamedSheet, type Sheet, type Topic } from './sheet.ts';
import { sheetFile } from './sheet-file.ts';

const server = 'https://wms.example';
const everything: RowFilter = { show: 'all', cause: null, search: '' };
const tashkentOffset = '+05:00';

/** Something that waits for the clerk: it holds orders back, or goes out in a way that is offered to be changed. */
export interface Question {
  /** The same question after a change has the same one. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** What it is about. */
  readonly topics: ReadonlySet<Topic>;
  /** What the first answer does; null: nothing is offered. */
  readonly fix: Fix | { readonly kind: 'cause'; readonly cause: string } | null;
  /** The rules of the first answer are a setting that is only shown (decision 9: the time where the file has none). */
  readonly isSetting: boolean;
}

/** The file as the window would show it at one moment. */
export interface Snapshot {
  readonly orders: readonly OrderView[];
  readonly columns: readonly ColumnView[];
  readonly questions: readonly Question[];
  readonly fileIssues: readonly Issue[];
  /** Rows that were left out; they stay in their order's list. */
  readonly leftOut: ReadonlySet<number>;
  /** Rows of the table with the worst severity that is shown at them. */
  readonly rows: ReadonlyMap<number, Severity | null>;
}

const topicsOfRule: Readonly<Record<keyof RulesChange, readonly Topic[]>> = {
  discountPer: ['discount', 'final_price'],
  discountIs: ['discount', 'final_price'],
  priceUnit: ['price', 'discount', 'final_price'],
  exchangedDates: ['scheduled_at'],
  lineCheck: ['final_price', 'price', 'discount'],
  status: ['fulfillment_status'],
  cancelledOrders: ['orders'],
  markedOrders: ['orders'],
  goingStatuses: ['orders'],
  noteChanges: [],
  repeatedRows: [],
  allowUnusualStatus: ['fulfillment_status'],
  clock: ['scheduled_at'],
  defaultTime: ['scheduled_at'],
  standingDays: ['scheduled_at'],
  undatedOrders: ['scheduled_at', 'fulfillment_status'],
  dateOrder: ['scheduled_at'],
  regionSpelling: ['region'],
  toshkentMeans: ['region'],
  regionFromAddress: ['region'],
  splitItems: ['client_product_id', 'quantity', 'price'],
  mixedCells: [
    'order_id',
    'scheduled_at',
    'full_name',
    'phone',
    'address',
    'region',
    'client_product_id',
    'quantity',
    'price',
    'reading',
  ],
  joinSheets: ['reading'],
  orderNumbers: ['order_id'],
  listKind: ['order_id'],
  missingVariation: ['client_product_variation_id'],
  country: ['country'],
  checks: [],
};

const topicOfField = (field: ColumnField): Topic =>
  field === 'product_code' || field === 'product_name' ? 'client_product_id' : field;

function rulesOf(fix: Fix | undefined): RulesChange {
  if (fix?.kind === 'setRules') return fix.rules;
  return (fix?.kind === 'setColumn' && fix.rules) || {};
}

function topicsOfFix(fix: Fix, columns: readonly ColumnView[]): Topic[] {
  const ofColumn = (column: number): Topic[] => {
    const field = columns[column]?.field ?? null;
    return field === null ? [] : [topicOfField(field)];
  };
  const ofRules = Object.keys(rulesOf(fix)).flatMap((rule) => topicsOfRule[rule as keyof RulesChange]);
  switch (fix.kind) {
    case 'setCell':
      return ofColumn(fix.column);
    case 'setCells':
      return fix.cells.flatMap(({ column }) => ofColumn(column));
    case 'setConstant':
      return [fix.field];
    case 'swapFields':
      return [fix.first, fix.second];
    case 'setColumn':
      return [...(fix.field === null ? ofColumn(fix.column) : [topicOfField(fix.field)]), ...ofRules];
    case 'setRules':
      return ofRules;
    case 'setReading':
      return ['reading'];
    case 'setProduct':
      return ['client_product_id'];
    case 'settle':
      return fix.thing.kind === 'value' ? [topicOfField(fix.thing.field)] : ['orders'];
    case 'giveNumber':
      return ['orders', 'order_id'];
    case 'leaveOut':
    case 'leaveRowsOut':
    case 'leaveAsSent':
    case 'leaveOutWhere':
    case 'takeAsNew':
      return ['orders'];
  }
}

/**
 * Everything that an issue is about, by its field, its column and what its answers would change; where none of them says
 * anything, the file's reading or the order as a whole.
 */
export function topicsOf(issue: Issue, columns: readonly ColumnView[]): ReadonlySet<Topic> {
  const fixes = [issue.fix, ...(issue.answers ?? []).map(({ fix }) => fix)];
  const field = issue.field ?? (issue.column === undefined ? null : columns[issue.column]?.field) ?? null;
  const found = new Set<Topic>([
    ...(field === null ? [] : [topicOfField(field)]),
    // Its sentence names both regions.
    ...(issue.code === 'orders.addressElsewhere' ? (['region'] as const) : []),
    ...fixes.flatMap((fix) => (fix === undefined ? [] : topicsOfFix(fix, columns))),
  ]);
  return found.size > 0 ? found : new Set([issue.scope === 'file' ? 'reading' : 'orders']);
}

function isSetting({ fix, answers = [] }: Issue): boolean {
  const fixes = [fix, ...answers.map((answer) => answer.fix)];
  return fixes.every((one) => one === undefined || Object.keys(rulesOf(one)).join() === 'defaultTime');
}

function questionOfFile(issue: Issue, columns: readonly ColumnView[]): Question[] {
  const fix = issue.answers?.[0]?.fix ?? issue.fix ?? null;
  if (issue.severity === 'notice' || (issue.severity === 'warning' && fix === null)) return [];
  return [
    {
      id: JSON.stringify([issue.code, issue.field, issue.column, issue.params]),
      code: issue.code,
      severity: issue.severity,
      topics: topicsOf(issue, columns),
      fix,
      isSetting: fix !== null && isSetting(issue),
    },
  ];
}

/** Errors of orders with the same cause are one question. */
function questionOfCause(cause: CauseView, orders: readonly OrderView[], columns: readonly ColumnView[]): Question[] {
  if (cause.severity !== 'error' || cause.orderCount === 0) return [];
  const issues = orders.flatMap((order) =>
    order.issues.filter(({ code, severity, field }) => {
      return code === cause.code && severity === 'error' && (field ?? null) === cause.field;
    }),
  );
  const answered = issues.find(({ fix, answers }) => (answers?.[0]?.fix ?? fix) !== undefined);
  const fix =
    cause.fixAll === null
      ? (answered?.answers?.[0]?.fix ?? answered?.fix ?? null)
      : cause.fixAll.kind === 'setText' || cause.fixAll.kind === 'each'
        ? ({ kind: 'cause', cause: cause.cause } as const)
        : cause.fixAll;
  return [
    {
      id: `${cause.cause} ${JSON.stringify(fix)}`,
      code: cause.code,
      severity: cause.severity,
      topics: new Set(issues.flatMap((issue) => [...topicsOf(issue, columns)])),
      fix,
      isSetting: false,
    },
  ];
}

/** What is looked at of a batch, through the window's services or in memory. */
export interface SeenBatch {
  columns(): Awaitable<{ readonly columns: readonly ColumnView[] }>;
  summary(): Awaitable<{ readonly fileIssues: readonly Issue[] }>;
  rows(filter: RowFilter, from: number, count: number): Awaitable<Pick<RowWindow, 'rows'>>;
  order(key: string): Awaitable<OrderView>;
  causes(): Awaitable<readonly CauseView[]>;
}
type Awaitable<T> = T | Promise<T>;

/** What the window would show of the batch now. */
export async function takeSnapshot(batch: SeenBatch): Promise<Snapshot> {
  const { columns } = await batch.columns();
  const { fileIssues } = await batch.summary();
  const { rows } = await batch.rows(everything, 0, 500);
  const keys = [...new Set(rows.flatMap(({ orderKey }) => orderKey ?? []))];
  const orders: OrderView[] = [];
  for (const key of keys) orders.push(await batch.order(key));
  const causes = await batch.causes();
  const rank: readonly (Severity | undefined)[] = ['error', 'warning', 'notice'];
  const worst = (found: readonly (Severity | undefined)[]): Severity | null =>
    rank.find((severity) => found.includes(severity)) ?? null;
  return {
    orders,
    columns,
    fileIssues,
    questions: [
      ...fileIssues.flatMap((issue) => questionOfFile(issue, columns)),
      ...causes.flatMap((cause) => questionOfCause(cause, orders, columns)),
    ],
    leftOut: new Set(rows.flatMap(({ row, leftOut }) => (leftOut ? [row] : []))),
    rows: new Map(
      rows.map(({ row, severity, cells }) => [row, worst([severity, ...cells.map((cell) => cell.severity)])]),
    ),
  };
}

export interface Session {
  snapshot(): Promise<Snapshot>;
  /** Takes the question's first answer. @throws FailureError where it is refused */
  answer(question: Question): Promise<void>;
  /**
   * Types what the clerk knows and the file cannot say, where an order that it concerns waits for it: into its cell, as the
   * product of its text, or as one value for all rows where the file has no such column.
   */
  type(asked: Sheet['asked'][number]): Promise<void>;
}

/** What typing settles an issue of an order; null: it is settled by an answer alone. */
function typedFix(
  issue: Issue,
  text: string,
  { values }: OrderView,
): { readonly fix: Fix } | { readonly cell: CellText } | null {
  const { code, row, column, params } = issue;
  if (code === 'orders.productUnmapped') {
    const { keyKind, value } = params as { readonly keyKind: ProductKeyKind; readonly value: string };
    const product = { keyKind, key: value, productId: Number(text), variationId: null, price: null };
    return { fix: { kind: 'setProduct', ...product, like: null } };
  }
  if (row === undefined || column === undefined) return null;
  // The app asks to type the region before the address, as a clerk does: the address stays.
  const isBefore = code === 'orders.regionNotInAddress' || code === 'orders.regionInAddressAmbiguous';
  const address = isBefore ? values.find(({ field }) => field === 'address')?.text : undefined;
  return { cell: { row, column, text: address === undefined ? text : `${text}, ${address}` } };
}
interface CellText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Opens an earlier file of the same computer, and settles what a person settled about it. */
async function settleEarlier({ files, batches }: Services, path: string, { settles }: EarlierFile): Promise<void> {
  const [batchId = ''] = await files.addFile(path, server);
  const { choices } = await batches.open(batchId, server);
  await batches.setRules(batchId, { ...choices.rules, ...definedOf(settles.rules) });
  const { columns } = await batches.columns(batchId);
  for (const [heading, field] of settles.columns) {
    const column = columns.find((view) => view.heading === heading);
    if (column === undefined) throw new Error(`The earlier file has no column ${heading}.`);
    await batches.setColumn(batchId, column.column, field);
  }
  for (const [field, text] of Object.entries(settles.constants))
    await batches.setConstant(batchId, field as Field, text);
  const things: readonly SettledThing[] = [
    ...settles.values.map(([field, value, text]) => ({ kind: 'value' as const, field, value, text })),
    ...settles.rows.map(([heading, value]) => ({ kind: 'rows' as const, heading, value })),
  ];
  for (const thing of things) await batches.applyFix(batchId, { kind: 'settle', thing, settled: true });
  await batches.close(batchId);
}

const definedOf = (rules: RulesChange): Partial<Rules> =>
  Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));

/** A fresh home with the shop's product table, and the sheet opened in it, for as long as `use` runs. */
export async function withOpenedSheet<T>(
  { name, sheet }: NamedSheet,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'understanding-'));
  let now = 0;
  const services = wireServices(home, { clock: { ...systemClock, now: () => now } });
  /** Goes to the time at which the file is opened, and writes it. */
  const arrives = (base: string, given: Pick<Sheet, 'today' | 'file'>): string => {
    now = Date.parse(`${given.today}:00${tashkentOffset}`);
    const { bytes, ending } = sheetFile(given);
    const file = path.join(home, `${base}.${ending}`);
    writeFileSync(file, bytes);
    return file;
  };
  try {
    const products = productsOf(sheet);
    if (products.length > 0) await services.products.save(server, firstShop, products);
    for (const [index, earlier] of sheet.before.entries())
      await settleEarlier(services, arrives(`earlier-${index}`, earlier), earlier);
    const file = arrives(path.basename(name), sheet);
    const [batchId = ''] = await services.files.addFile(file, server);
    await services.batches.open(batchId, server);
    const snapshot = (): Promise<Snapshot> =>
      takeSnapshot({
        columns: () => services.batches.columns(batchId),
        summary: () => services.batches.summary(batchId),
        rows: (filter, from, count) => services.batches.rows(batchId, filter, from, count),
        order: (key) => services.batches.order(batchId, key),
        causes: () => services.batches.causes(batchId),
      });
    return await use({
      snapshot,
      async answer({ fix }) {
        if (fix === null) return;
        if (fix.kind === 'cause') await services.batches.fixAll(batchId, fix.cause);
        else if (fix.kind === 'setConstant') {
          const typed = sheet.asked.find(({ about }) => about.includes(fix.field))?.types;
          await services.batches.applyFix(batchId, typed === undefined ? fix : { ...fix, text: typed });
        } else await services.batches.applyFix(batchId, fix);
      },
      async type({ about, rows, types }) {
        if (types === undefined) return;
        const { orders, questions } = await snapshot();
        for (const order of orders) {
          if (order.state !== 'withErrors' || (rows && !order.rows.some((row) => rows.includes(row)))) continue;
          const issue = order.issues.find(
            ({ severity, field }) => severity === 'error' && field !== undefined && about.includes(topicOfField(field)),
          );
          const typed = issue === undefined ? null : typedFix(issue, types, order);
          if (typed === null) continue;
          if ('cell' in typed) await services.batches.edit(batchId, [typed.cell]);
          else await services.batches.applyFix(batchId, typed.fix);
        }
        const column = questions.find(({ code, fix, topics }) => {
          return code === 'orders.missingField' && fix === null && about.some((topic) => topics.has(topic));
        });
        const field = fields.find((field) => column?.topics.has(field));
        if (field !== undefined && rows === undefined)
          await services.batches.applyFix(batchId, { kind: 'setConstant', field, text: types });
      },
    });
  } finally {
    await services.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
