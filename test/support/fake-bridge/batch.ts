/** A batch of the fake bridge, in memory: enough of the engine's behaviour for the window's screens. */
import {
  type BatchSummary,
  type CauseView,
  type CellView,
  type ColumnView,
  type FieldView,
  type OrderView,
  type RowFilter,
  type RowView,
  type RowWindow,
} from '../../../shared/contract/views.ts';
import { choicesSchema } from '../../../shared/domain/model/choices.ts';
import { fields, isField, requiredFields, type ColumnField } from '../../../shared/domain/model/fields.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { zeroStateCounts, isEditable, verdictOf } from '../../../shared/domain/model/order-states.ts';
import { fakeColumns, fakeRows, type FakeOrder, type FakeRow } from './rows.ts';

type CellEdit = { readonly row: number; readonly column: number; readonly text: string };

const regions = new Set(['Toshkent shahri', 'Buxoro', 'Samarqand', 'Fargʻona', 'Andijon']);
const letters = (column: number): string => String.fromCodePoint(65 + column);

function cellIssue(field: ColumnField | null, text: string, row: number, column: number): Issue | null {
  const at = { scope: 'cell', row, column, ...(field ? { field } : {}) } as const;
  if (field === 'region' && !regions.has(text))
    return {
      code: 'orders.regionUnknownSuggested',
      severity: 'error',
      ...at,
      params: { value: text, suggestion: 'Toshkent shahri' },
      fix: { kind: 'setCell', row, column, text: 'Toshkent shahri' },
    };
  if (field === 'phone' && text.length !== 13)
    return { code: 'values.phoneTooShort', severity: 'error', ...at, params: { digits: text.length, value: text } };
  if (field === 'scheduled_at' && text === '')
    return { code: 'orders.dateRequired', severity: 'error', ...at, params: {} };
  if (field === 'discount' && text === '5000')
    return { code: 'values.discountPercent', severity: 'warning', ...at, params: { value: text } };
  return null;
}

export class FakeBatch {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly rows: FakeRow[];
  readonly orders: FakeOrder[];
  readonly columnFields: (ColumnField | null)[] = fakeColumns.map(({ field }) => field);
  readonly refusals = new Map<string, Issue>();
  version = 1;
  #history: CellEdit[][] = [];
  #future: CellEdit[][] = [];
  #choices = choicesSchema.parse({});

  constructor(id: string, name: string, orders: number, createdAt: number) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
    const made = fakeRows(orders);
    this.rows = made.rows;
    this.orders = made.orders;
    this.check();
  }

  issuesOf(order: FakeOrder): readonly Issue[] {
    const issues = this.rows
      .filter(({ orderKey }) => orderKey === order.key)
      .flatMap((row) =>
        row.cells.map((text, column) => cellIssue(this.columnFields[column] ?? null, text, row.row, column)),
      );
    const refusal = this.refusals.get(order.key);
    return [...issues.filter((issue) => issue !== null), ...(refusal ? [refusal] : [])];
  }

  check(): void {
    for (const order of this.orders) {
      if (order.state !== 'ready' && order.state !== 'withErrors') continue;
      order.state = this.issuesOf(order).some(({ severity }) => severity === 'error') ? 'withErrors' : 'ready';
    }
  }

  changed(): BatchSummary {
    this.version += 1;
    this.check();
    return this.summary();
  }

  amountOf(order: FakeOrder): number {
    return this.rows
      .filter(({ orderKey }) => orderKey === order.key)
      .reduce((sum, { cells }) => sum + Number(cells[8]) * (Number(cells[9]) - Number(cells[10])), 0);
  }

  counts(): ReturnType<typeof zeroStateCounts> {
    const counts = zeroStateCounts();
    for (const { state } of this.orders) {
      counts[state] += 1;
      counts.total += 1;
    }
    return counts;
  }

  summary(): BatchSummary {
    const issues = this.orders.flatMap((order) => this.issuesOf(order));
    const amount = (state: FakeOrder['state']): number =>
      this.orders.filter((order) => order.state === state).reduce((sum, order) => sum + this.amountOf(order), 0);
    const count = (severity: Issue['severity']): number => issues.filter((issue) => issue.severity === severity).length;
    return {
      batchId: this.id,
      version: this.version,
      file: {
        name: this.name,
        format: this.name.split('.').at(-1)!,
        encoding: this.name.endsWith('csv') ? 'windows-1251' : null,
        delimiter: this.name.endsWith('csv') ? ';' : null,
        sheet: 'Buyurtmalar',
        sheets: [
          { name: 'Buyurtmalar', hidden: false, rows: null, more: false },
          { name: 'Narxlar', hidden: true, rows: null, more: false },
        ],
        tables: [],
        range: null,
        pair: null,
        headerRow: 6,
        rows: this.rows.length,
        columns: fakeColumns.length,
      },
      server: 'practice:1',
      choices: this.#choices,
      profileName: null,
      counts: this.counts(),
      withWarnings: this.orders.filter((order) => order.state === 'ready' && this.issuesOf(order).length > 0).length,
      readyAmount: amount('ready'),
      acceptedAmount: amount('accepted'),
      issues: { error: count('error'), warning: count('warning'), notice: count('notice') },
      fileIssues: [],
      canUndo: this.#history.length > 0,
      canRedo: this.#future.length > 0,
    };
  }

  columns(): { columns: ColumnView[]; fields: FieldView[]; top: { row: number; cells: string[] }[] } {
    const top = [1, 2, 3, 4, 5].map((row) => ({ row, cells: row === 2 ? ['Kunlik buyurtmalar', '24.11.2026'] : [''] }));
    return {
      columns: fakeColumns.map(({ heading }, column) => ({
        column,
        letters: letters(column),
        heading,
        field: this.columnFields[column] ?? null,
        confidence: this.columnFields[column] ? 0.94 : 0,
        reason: { code: this.columnFields[column] ? 'knownName' : 'unknown', params: {} },
        candidates: this.columnFields[column] ? [{ field: this.columnFields[column], confidence: 0.94 }] : [],
        chosen: false,
        samples: [...new Set(this.rows.map(({ cells }) => cells[column]!).filter(Boolean))]
          .slice(0, 3)
          .map((text) => ({ text, becomes: this.columnFields[column] ? text : null })),
        filledCount: this.rows.filter(({ cells }) => cells[column] !== '').length,
      })),
      fields: fields.map((field) => ({
        field,
        required: requiredFields.some((name) => name === field),
        missing: requiredFields.some((name) => name === field) && !this.columnFields.includes(field),
        columns: this.columnFields.flatMap((one, column) => (one === field ? [column] : [])),
        constant: null,
        profileDefault: field === 'country' ? 'Uzbekistan' : null,
      })),
      top: [
        ...top,
        { row: 6, cells: fakeColumns.map(({ heading }) => heading) },
        ...this.rows.slice(0, 9).map(({ row, cells }) => ({ row, cells })),
      ],
    };
  }

  #passes(order: FakeOrder, row: FakeRow, { show, cause, search }: RowFilter): boolean {
    const issues = this.issuesOf(order);
    if (search && !row.cells.some((text) => text.toLowerCase().includes(search.toLowerCase()))) return false;
    if (cause && !issues.some((issue) => causeOf(issue) === cause)) return false;
    if (show === 'all') return true;
    if (show === 'errors') return order.state === 'withErrors';
    if (show === 'warnings') return order.state === 'ready' && issues.length > 0;
    if (show === 'ready' || show === 'leftOut') return order.state === show;
    return verdictOf(order.state) === show;
  }

  #filtered(filter: RowFilter): readonly FakeRow[] {
    const byKey = new Map(this.orders.map((order) => [order.key, order]));
    return this.rows.filter((row) => this.#passes(byKey.get(row.orderKey)!, row, filter));
  }

  #rowView({ row, orderKey, cells }: FakeRow): RowView {
    const index = this.orders.findIndex(({ key }) => key === orderKey);
    const order = this.orders[index]!;
    const views = cells.map((text, column): CellView => {
      const issue = cellIssue(this.columnFields[column] ?? null, text, row, column);
      return issue ? { text, severity: issue.severity } : { text };
    });
    return {
      row,
      orderKey,
      orderId: cells[0]!,
      state: order.state,
      isFirstOfOrder: order.rows[0] === row,
      bandIndex: index % 2,
      editable: isEditable(order.state),
      leftOut: order.state === 'leftOut',
      cells: views,
      wmsId: order.wmsId,
    };
  }

  window(filter: RowFilter, from: number, count: number): RowWindow {
    const rows = this.#filtered(filter);
    return {
      version: this.version,
      total: rows.length,
      from,
      rows: rows.slice(from, from + count).map((row) => this.#rowView(row)),
    };
  }

  indexOf(filter: RowFilter, row: number): number {
    return this.#filtered(filter).findIndex((one) => one.row === row);
  }

  causes(): CauseView[] {
    const byCause = new Map<string, Issue[]>();
    for (const issue of this.orders.flatMap((order) => this.issuesOf(order)))
      byCause.set(causeOf(issue), [...(byCause.get(causeOf(issue)) ?? []), issue]);
    return [...byCause].map(([cause, issues]) => {
      const { code, severity, field, params, row, column } = issues[0]!;
      const of = this.orders.filter((order) => this.issuesOf(order).some((issue) => causeOf(issue) === cause));
      return {
        cause,
        code,
        severity,
        field: field ?? null,
        params,
        count: issues.length,
        orderCount: issues.length,
        state: of[0]?.state ?? null,
        resendableCount: of.filter(({ state }) => state === 'rejected').length,
        firstPosition: { row: row ?? null, column: column ?? null },
        fixAll: field === 'region' ? { kind: 'setText', text: 'Toshkent shahri' } : null,
      };
    });
  }

  edit(cells: readonly CellEdit[]): BatchSummary {
    this.#history.push(this.#write(cells));
    this.#future = [];
    return this.changed();
  }

  #write(cells: readonly CellEdit[]): CellEdit[] {
    return cells.map(({ row, column, text }) => {
      const found = this.rows.find((one) => one.row === row)!;
      const before = found.cells[column]!;
      found.cells[column] = text;
      return { row, column, text: before };
    });
  }

  undo(): BatchSummary {
    const step = this.#history.pop();
    if (step) this.#future.push(this.#write(step));
    return this.changed();
  }

  redo(): BatchSummary {
    const step = this.#future.pop();
    if (step) this.#history.push(this.#write(step));
    return this.changed();
  }

  fixAll(cause: string): BatchSummary {
    const fixes = this.orders
      .flatMap((order) => this.issuesOf(order))
      .filter((issue) => causeOf(issue) === cause && issue.fix?.kind === 'setCell')
      .map(({ fix }) => fix as CellEdit);
    return this.edit(fixes);
  }

  leaveOut(keys: readonly string[], leaving: boolean | 'toggle'): BatchSummary {
    const orders = this.orders.filter(({ key }) => keys.includes(key));
    const out = leaving === 'toggle' ? orders.some(({ state }) => state !== 'leftOut') : leaving;
    for (const order of orders) order.state = out ? 'leftOut' : 'ready';
    return this.changed();
  }

  order(key: string): OrderView {
    const order = this.orders.find((one) => one.key === key)!;
    const rows = this.rows.filter(({ orderKey }) => orderKey === key);
    return {
      key,
      orderId: key,
      rows: order.rows,
      state: order.state,
      editable: isEditable(order.state),
      canAddItem: isEditable(order.state),
      issues: [...this.issuesOf(order)],
      amount: this.amountOf(order),
      wmsId: order.wmsId,
      values: rows.flatMap(({ row, cells }, item) =>
        this.columnFields.flatMap((field, column) =>
          field && isField(field) && (item === 0 || column >= 7)
            ? [{ field, item: column >= 7 ? item : null, text: cells[column]!, row, column, origin: 'cell' as const }]
            : [],
        ),
      ),
      body: order.state === 'withErrors' ? null : JSON.stringify({ order_id: Number(key) }, null, 2),
      attempts: order.wmsId
        ? [
            {
              number: 1,
              startedAt: this.createdAt,
              endedAt: this.createdAt + 400,
              status: 200,
              outcome: 'accepted',
              answer: '{"data":{"id":1}}',
            },
          ]
        : [],
      at: null,
      earlierSending: null,
    };
  }
}
