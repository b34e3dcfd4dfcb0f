/**
 * The open batches, as the engine worker serves them to the window: every change is stored before it is applied and
 * answered; changes of one batch come one after another.
 */
import type { FacetView } from '../../shared/contract/facets.ts';
import type { BatchHistory } from '../../shared/contract/history.ts';
import type {
  BatchSummary,
  CauseView,
  ColumnView,
  FieldView,
  SummaryWithPosition,
  OrderView,
  RowFilter,
  RowWindow,
} from '../../shared/contract/views.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { isOrderField, type ColumnField, type Field } from '../../shared/domain/model/fields.ts';
import type { Fix } from '../../shared/domain/model/issues.ts';
import { withColumnChoice } from '../../shared/domain/columns/column-choice.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { applyAndStore, publishSummary } from './batch-changes.ts';
import type { Batch } from '../engine/batch.ts';
import type { NumberedEdit } from '../engine/edits/edit-history.ts';
import type { BatchChange, LeaveOutMode } from '../engine/edits/fixes.ts';
import { maxHistorySteps, positionOfEdit, withStepTimes } from '../engine/views/history-views.ts';
import type { OpenBatches, OpenedBatch } from './open-batches.ts';
import { loadSendHistory } from './open-batch.ts';
import type { Remote } from '../platform/remote.ts';
import { saveProfileAs, saveChoicesAsProfile } from './remembered-profile.ts';
import type { Store } from '../store/store.ts';

type CellPosition = { readonly row: number; readonly column: number };

/** A change of how the file is read; what is undefined stays. */
export type FileReadingChange = {
  readonly [K in 'sheet' | 'range' | 'encoding' | 'delimiter']?: string | null | undefined;
} & { readonly headerRow?: number | null | undefined };

/** The choices with the change. A sheet that is asked for is read alone, as one that was joined with another is not. */
function applyReadingChange(batch: Batch, reading: FileReadingChange): Choices {
  const given = Object.fromEntries(
    Object.entries(reading).filter(([, value]) => value !== undefined),
  ) as Partial<Choices>;
  const isJoined = batch.summary().file.pair?.joined === true;
  const { choices } = batch;
  const isOtherSheet = given.sheet !== undefined && (isJoined || given.sheet !== choices.sheet);
  return {
    ...choices,
    ...(isOtherSheet ? { range: null, headerRow: null } : given.range === undefined ? {} : { headerRow: null }),
    ...given,
    columns: [],
    ...(isOtherSheet && isJoined ? { rules: { ...choices.rules, joinSheets: 'off' } } : {}),
  };
}

export class BatchService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** Opens the batch, reading its file where it is not open yet. @param server identity of the server in use */
  async open(batchId: string, server: string): Promise<BatchSummary> {
    const opened = await this.#opened.open(batchId, server);
    await this.#store.batches.touch(batchId);
    return this.#stored(opened);
  }

  async close(batchId: string): Promise<void> {
    this.#opened.close(batchId);
  }

  async summary(batchId: string): Promise<BatchSummary> {
    const { batch, profileName, server } = await this.#opened.get(batchId);
    return { ...batch.summary(), profileName, server };
  }

  async columns(
    batchId: string,
  ): Promise<{ columns: ColumnView[]; fields: FieldView[]; top: { row: number; cells: string[] }[] }> {
    return (await this.#opened.get(batchId)).batch.columns();
  }

  async rows(batchId: string, filter: RowFilter, from: number, count: number): Promise<RowWindow> {
    return (await this.#opened.get(batchId)).batch.rows(filter, from, count);
  }

  async facets(batchId: string, filter: RowFilter): Promise<FacetView[]> {
    return (await this.#opened.get(batchId)).batch.facets(filter);
  }

  async indexOfRow(batchId: string, filter: RowFilter, row: number): Promise<number> {
    return (await this.#opened.get(batchId)).batch.indexOfRow(filter, row);
  }

  async nextProblem(
    batchId: string,
    from: CellPosition | null,
    direction: 'next' | 'previous',
    cause: string | null,
  ): Promise<CellPosition | null> {
    return (await this.#opened.get(batchId)).batch.nextProblem(from, direction, cause);
  }

  async causes(batchId: string): Promise<CauseView[]> {
    return (await this.#opened.get(batchId)).batch.causes();
  }

  /** The order, with the attempts that the journal has of it. */
  async order(batchId: string, orderKey: string): Promise<OrderView> {
    const { batch } = await this.#opened.get(batchId);
    const order = valueOrThrow(batch.order(orderKey));
    const orderId = Number(order.key);
    if (!Number.isSafeInteger(orderId)) return order;
    const attempts = await this.#store.outcomes.attempts(batchId, orderId);
    return {
      ...order,
      attempts: attempts.map(({ startedAt, endedAt, status, resultClass, answer }, index) => ({
        number: index + 1,
        startedAt,
        endedAt,
        status,
        outcome: resultClass ?? 'underWay',
        answer,
      })),
    };
  }

  edit(
    batchId: string,
    cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
  ): Promise<BatchSummary> {
    return this.#change(batchId, () => ({ kind: 'edit', edit: { kind: 'cells', cells: [...cells] } }));
  }

  leaveOut(batchId: string, orderKeys: readonly string[], leaving: LeaveOutMode): Promise<BatchSummary> {
    return this.#change(batchId, ({ batch }) => asChange(batch.proposals.leaveOutOrders(orderKeys, leaving)));
  }

  /** Single rows: they are no items of their orders any more, or are again. */
  leaveOutRows(batchId: string, rows: readonly number[], leaving: LeaveOutMode): Promise<BatchSummary> {
    return this.#change(batchId, ({ batch }) => asChange(batch.proposals.leaveOutRows(rows, leaving)));
  }

  /** Adds an item row to the order; its place is where the item's first cell is to be filled in. */
  async addRow(batchId: string, orderKey: string): Promise<SummaryWithPosition> {
    const made: { edit?: Edit } = {};
    const summary = await this.#change(batchId, ({ batch }) =>
      asChange((made.edit = valueOrThrow(batch.proposals.addItemRow(orderKey)))),
    );
    const { columns } = (await this.#opened.get(batchId)).batch.columns();
    const place = made.edit && positionOfEdit(made.edit);
    return {
      ...summary,
      changedPosition: place
        ? { ...place, column: columns.find(({ field }) => field !== null && !isOrderField(field))?.column ?? null }
        : null,
    };
  }

  /** Takes rows away that were added. */
  removeRows(batchId: string, rows: readonly number[]): Promise<BatchSummary> {
    return this.#change(batchId, () => asChange({ kind: 'removeRows', rows: [...rows] }));
  }

  applyFix(batchId: string, fix: Fix): Promise<BatchSummary> {
    return this.#change(
      batchId,
      ({ batch }) => batch.proposals.forFix(fix),
      fix.kind === 'setConstant' ? { [fix.field]: fix.text } : {},
    );
  }

  fixAll(batchId: string, cause: string): Promise<BatchSummary> {
    return this.#change(batchId, ({ batch }) => batch.proposals.forCause(cause));
  }

  undo(batchId: string): Promise<SummaryWithPosition> {
    return this.#move(
      batchId,
      ({ batch }) => valueOrThrow(batch.undo()),
      async () => void (await this.#store.edits.undo(batchId)),
    );
  }

  redo(batchId: string): Promise<SummaryWithPosition> {
    return this.#move(
      batchId,
      ({ batch }) => valueOrThrow(batch.redo()),
      async () => void (await this.#store.edits.redo(batchId)),
    );
  }

  /** Goes to the point of the history where this step was the last; 0: the file as it was opened. */
  goTo(batchId: string, sequence: number): Promise<SummaryWithPosition> {
    return this.#move(
      batchId,
      ({ batch }) => valueOrThrow(batch.goTo(sequence)).at(-1) ?? null,
      () => this.#store.edits.goTo(batchId, sequence),
    );
  }

  async history(batchId: string): Promise<BatchHistory> {
    const times = await this.#store.edits.times(batchId);
    return withStepTimes((await this.#opened.get(batchId)).batch.history(maxHistorySteps), times);
  }

  #move(
    batchId: string,
    move: (opened: OpenedBatch) => NumberedEdit | null,
    store: () => Promise<void>,
  ): Promise<SummaryWithPosition> {
    return this.#opened.runExclusive(batchId, async (opened) => {
      const moved = move(opened);
      if (moved) await store();
      await loadSendHistory(opened.batch, this.#store, opened.server);
      return { ...(await this.#stored(opened)), changedPosition: moved && positionOfEdit(moved.edit) };
    });
  }

  setColumn(batchId: string, column: number, field: ColumnField | null): Promise<BatchSummary> {
    return this.#choose(batchId, (choices) => withColumnChoice(choices, column, field));
  }

  /** `text` null: no value any more. Relative dates («tomorrow 14:00») stay as typed in the profile. */
  setConstant(batchId: string, field: Field, text: string | null): Promise<BatchSummary> {
    return this.#choose(
      batchId,
      (choices) => {
        const { [field]: _before, ...others } = choices.constants;
        return { ...choices, constants: text === null ? others : { ...others, [field]: text } };
      },
      text === null ? {} : { [field]: text },
    );
  }

  setRules(batchId: string, rules: Rules): Promise<BatchSummary> {
    return this.#choose(batchId, (choices) => ({ ...choices, rules }));
  }

  /** Another part of the file, or the same in other letters. A new sheet, table or heading row begins with guesses again. */
  setReading(batchId: string, reading: FileReadingChange): Promise<BatchSummary> {
    return this.#opened.runExclusive(batchId, async (opened) =>
      this.#stored(await this.#readAgain(opened, applyReadingChange(opened.batch, reading))),
    );
  }

  /** Reads the file with other choices. Corrections of cells on another sheet are taken back: they would hit other cells here. */
  async #readAgain({ batch, server }: OpenedBatch, choices: Choices): Promise<OpenedBatch> {
    const { batchId } = batch;
    const before = batch.summary().file.sheet;
    // Read first: what cannot be read must not become the batch's choice.
    const opened = await this.#opened.reopen(batchId, choices, server);
    await this.#store.batches.setChoices(batchId, opened.batch.choices);
    if (opened.batch.summary().file.sheet === before || batch.edits.length === 0) return opened;
    await this.#store.edits.goTo(batchId, 0);
    return this.#opened.reopen(batchId, opened.batch.choices, server);
  }

  saveProfile(batchId: string, name: string): Promise<string> {
    return this.#opened.runExclusive(batchId, async (opened) => {
      await saveProfileAs(this.#store, opened, name);
      return name;
    });
  }

  /** Changes the choices, and remembers them for the next file with these headings. */
  #choose(
    batchId: string,
    change: (choices: Choices) => Choices,
    typed: Choices['constants'] = {},
  ): Promise<BatchSummary> {
    return this.#opened.runExclusive(batchId, async (opened) => {
      const now = await this.#chosen(opened, change(opened.batch.choices), typed);
      await loadSendHistory(now.batch, this.#store, now.server);
      return this.#stored(now);
    });
  }

  /** New choices: they last, and hold for the next file with these headings. */
  async #chosen(before: OpenedBatch, choices: Choices, typed: Choices['constants']): Promise<OpenedBatch> {
    const isOtherTable = choices.rules.joinSheets !== before.batch.choices.rules.joinSheets;
    // Whether sheets are joined decides what is read; columns are then others.
    const opened = isOtherTable
      ? await this.#readAgain(before, { ...choices, columns: [], range: null, headerRow: null })
      : before;
    const { batch } = opened;
    if (!isOtherTable) batch.setChoices(choices);
    await this.#store.batches.setChoices(batch.batchId, batch.choices);
    // Other columns have a profile of their own.
    if (isOtherTable) opened.profileName = null;
    await saveChoicesAsProfile(this.#store, opened, typed);
    return opened;
  }

  /** Applies a change to the batch and stores it; null changes nothing. `typed` as in {@link #choose}. */
  async #change(
    batchId: string,
    make: (opened: OpenedBatch) => BatchChange | null,
    typed: Choices['constants'] = {},
  ): Promise<BatchSummary> {
    let products: readonly Product[] | null = null;
    const summary = await this.#opened.runExclusive(batchId, async (before) => {
      let opened = before;
      const change = make(opened);
      if (change?.kind === 'choices') {
        opened = await this.#chosen(opened, change.choices, typed);
      } else if (change?.kind === 'reading') {
        opened = await this.#readAgain(opened, applyReadingChange(opened.batch, change.reading));
      } else if (change?.kind === 'edit') {
        await applyAndStore(this.#store, opened, change.edit);
      } else if (change?.kind === 'products') {
        products = change.products;
      }
      await loadSendHistory(opened.batch, this.#store, opened.server);
      return this.#stored(opened);
    });
    return products === null ? summary : this.#mapped(batchId, products);
  }

  /** Products for the table of the batch's server: all of its open batches follow, each in its own turn. */
  async #mapped(batchId: string, products: readonly Product[]): Promise<BatchSummary> {
    const { server } = await this.#opened.get(batchId);
    await this.#store.products.save(server, products);
    await this.#opened.applyProducts(server, await this.#store.products.list(server));
    return this.summary(batchId);
  }

  #stored(opened: OpenedBatch): Promise<BatchSummary> {
    return publishSummary(this.#store, opened, this.#opened.emit);
  }
}

function asChange(edit: Edit | null): BatchChange | null {
  return edit && { kind: 'edit', edit };
}
