/** Serves the open batches to the window: their rows, columns and problems, and every change that a person makes. */
import { saysTheSame } from '../../shared/domain/identity/order-keys.ts';
import type { FacetView } from '../../shared/contract/facets.ts';
import type { BatchHistory } from '../../shared/contract/history.ts';
import type {
  BatchSummary,
  CauseView,
  SummaryWithPosition,
  OrderView,
  RowFilter,
  RowWindow,
} from '../../shared/contract/views.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import { sheetsBeside, type SheetBeside } from '../../shared/domain/model/sheets-beside.ts';
import { stepsBehind } from '../../shared/domain/model/edit-rebase.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { isOrderField, type ColumnField, type Field } from '../../shared/domain/model/fields.ts';
import type { CellPosition, Fix } from '../../shared/domain/model/issues.ts';
import { withColumnChoice } from '../../shared/domain/columns/column-choice.ts';
import { orderIdOfKey } from '../../shared/domain/orders/order-key.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { Settled, SettledThing } from '../../shared/domain/model/settled.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import { BatchChanges, type BatchChange } from './batch-changes.ts';
import type { Batch } from '../engine/batch.ts';
import type { FileColumns } from '../engine/views/column-views.ts';
import type { NumberedEdit } from '../engine/edits/edit-history.ts';
import type { ProposedChange, LeaveOutMode } from '../engine/edits/fixes.ts';
import { maxHistorySteps, positionOfEdit, withMakings } from '../engine/views/history-views.ts';
import { compareWithSent, stayingOrders } from './staying-orders.ts';
import type { OpenBatches } from './open-batches.ts';
import { runCooperatively } from '../platform/cooperative.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

/** A change of how the file is read; what is undefined stays. */
export type FileReadingChange = {
  readonly [K in 'sheet' | 'range' | 'encoding' | 'delimiter']?: string | null | undefined;
} & { readonly headerRow?: number | null | undefined; readonly together?: string[] | undefined };

/** The choices with the change. A sheet that is asked for is read alone: not joined with another, nor together with some. */
function applyReadingChange(batch: Batch, reading: FileReadingChange): Choices {
  const given = Object.fromEntries(
    Object.entries(reading).filter(([, value]) => value !== undefined),
  ) as Partial<Choices>;
  const isJoined = batch.summary().file.pair?.joined === true;
  const { choices } = batch;
  const isOtherSheet =
    given.together !== undefined ||
    (given.sheet !== undefined && (isJoined || choices.together.length > 0 || given.sheet !== choices.sheet));
  return {
    ...choices,
    ...(given.sheet === undefined && given.together === undefined ? {} : { together: [], insteadOf: null }),
    ...(isOtherSheet ? { range: null, headerRow: null } : given.range === undefined ? {} : { headerRow: null }),
    ...given,
    columns: [],
    ...(isOtherSheet && isJoined ? { rules: { ...choices.rules, joinSheets: 'off' } } : {}),
  };
}

export class BatchService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #changes: BatchChanges;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
    this.#changes = new BatchChanges(store, opened);
  }

  /** Opens the batch, reading its file where it is not open yet. @param server identity of the server in use */
  async open(batchId: string, server: string): Promise<BatchSummary> {
    const opened = await this.#opened.open(batchId, server);
    await this.#store.batches.touch(batchId);
    return this.#opened.publish(opened);
  }

  async close(batchId: string): Promise<void> {
    this.#opened.close(batchId);
  }

  /** See {@link OpenBatches.learnFromOthers}. */
  learnFromOthers(batchId: string, isWatching: boolean): Promise<void> {
    return this.#opened.learnFromOthers(batchId, isWatching);
  }

  async summary(batchId: string): Promise<BatchSummary> {
    return this.#opened.summary(await this.#opened.get(batchId));
  }

  async columns(batchId: string): Promise<FileColumns> {
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
    return runCooperatively((await this.#opened.get(batchId)).batch.causesCooperatively(), undefined);
  }

  /** The order, with the attempts that the journal has of it. */
  async order(batchId: string, orderKey: string): Promise<OrderView> {
    const { batch, server } = await this.#opened.get(batchId);
    const order = await this.#withChanges(batch, server, valueOrThrow(batch.order(orderKey)));
    const orderId = orderIdOfKey(order.key);
    if (orderId === null) return order;
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

  /** With what the file says otherwise than was sent, where the order waits for a decision. */
  async #withChanges(batch: Batch, server: string, order: OrderView): Promise<OrderView> {
    const { earlierSending } = order;
    const comparable = order.state === 'alreadySent' ? null : batch.comparableOrder(order.key);
    if (earlierSending === null || comparable === null) return order;
    const sent = (await this.#store.sentChanges.sent(server, [comparable.orderId])).get(comparable.orderId);
    const { compared, changes } = compareWithSent(batch, comparable, sent);
    const openedBy = sent?.openedBy ?? null;
    return {
      ...order,
      earlierSending: { ...earlierSending, openedBy, compared, changes: compared ? [...changes] : [] },
    };
  }

  edit(
    batchId: string,
    cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
  ): Promise<BatchSummary> {
    return this.#change(batchId, (batch) => asChange(valueOrThrow(batch.proposals.typedCells([...cells]))));
  }

  leaveOut(batchId: string, orderKeys: readonly string[], leaving: LeaveOutMode): Promise<BatchSummary> {
    return this.#change(batchId, (batch) => asChange(batch.proposals.leaveOutOrders(orderKeys, leaving)));
  }

  /** Single rows: they are no items of their orders any more, or are again. */
  leaveOutRows(batchId: string, rows: readonly number[], leaving: LeaveOutMode): Promise<BatchSummary> {
    return this.#change(batchId, (batch) => asChange(batch.proposals.leaveOutRows(rows, leaving)));
  }

  /** Adds an item row to the order; its place is where the item's first cell is to be filled in. */
  async addRow(batchId: string, orderKey: string): Promise<SummaryWithPosition> {
    const made: { edit?: Edit } = {};
    const summary = await this.#change(batchId, (batch) =>
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
      (batch) => batch.proposals.forFix(fix),
      fix.kind === 'setConstant' ? { [fix.field]: fix.text } : {},
    );
  }

  fixAll(batchId: string, cause: string): Promise<BatchSummary> {
    return this.#change(batchId, (batch) => batch.proposals.forCause(cause));
  }

  /** The other sheets of the file with orders that are not sent with the batch. */
  async sheetsBeside(batchId: string): Promise<readonly SheetBeside[]> {
    const { batch, server } = await this.#opened.get(batchId);
    const [own, others] = [await this.#store.batches.get(batchId), await this.#store.batches.otherParts(batchId)];
    return sheetsBeside(batch.summary().file, others, own?.server?.practice ?? isPracticeServer(server));
  }

  undo(batchId: string): Promise<SummaryWithPosition> {
    return this.#move(batchId, (change) => change.undo());
  }

  redo(batchId: string): Promise<SummaryWithPosition> {
    return this.#move(batchId, (change) => change.redo());
  }

  /** Goes to the point of the history where this step was the last; 0: the file as it was opened. */
  goTo(batchId: string, sequence: number): Promise<SummaryWithPosition> {
    return this.#move(batchId, (change) => change.goTo(sequence));
  }

  /** Makes the steps again that were taken back before the latest change replaced them: behind it, as steps of their own. */
  async bringBackSteps(batchId: string): Promise<BatchSummary> {
    const bringBack = async (change: BatchChange): Promise<void> => {
      for (const step of await this.#overtakenSteps(change.batch)) await change.applyEdit(step);
    };
    return (await this.#changes.make(batchId, bringBack)).summary;
  }

  async history(batchId: string): Promise<BatchHistory> {
    const makings = await this.#store.edits.makings(batchId);
    const { batch } = await this.#opened.get(batchId);
    const overtaken = await this.#overtakenSteps(batch);
    return { ...withMakings(batch.history(maxHistorySteps), makings), overtakenStepCount: overtaken.length };
  }

  /** What the latest change left of the steps that were taken back before it. */
  async #overtakenSteps(batch: Batch): Promise<readonly Edit[]> {
    const latest = batch.edits.at(-1);
    return latest === undefined ? [] : stepsBehind(await this.#store.edits.droppedByLast(batch.batchId), latest);
  }

  async #move(
    batchId: string,
    move: (change: BatchChange) => Promise<NumberedEdit | null>,
  ): Promise<SummaryWithPosition> {
    const { summary, result } = await this.#changes.make(batchId, move);
    return { ...summary, changedPosition: result && positionOfEdit(result.edit) };
  }

  setColumn(batchId: string, column: number, field: ColumnField | null): Promise<BatchSummary> {
    return this.#choose(batchId, (choices, batch) => withColumnChoice(choices, column, field, batch.columns().columns));
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
  async setReading(batchId: string, reading: FileReadingChange): Promise<BatchSummary> {
    return (await this.#changes.make(batchId, (change) => this.#read(change, reading))).summary;
  }

  /** The other sheets that list the same become files of their own, which can be sent one after another with this one. */
  async openAlikeSheets(batchId: string): Promise<BatchSummary> {
    const opened = await this.#changes.make(batchId, (change) =>
      change.openAlikeSheets((sheet) => applyReadingChange(change.batch, { sheet })),
    );
    return opened.summary;
  }

  async #read(change: BatchChange, reading: FileReadingChange): Promise<void> {
    const choices = applyReadingChange(change.batch, reading);
    if (!(await change.openOtherPart(choices))) await change.readAgain(choices);
  }

  /**
   * A person says whose orders these are: the shop's profile, products and numbers count from now on. Corrections stay.
   * @throws FailureError `batch.shopFixed` once orders of it were sent
   */
  async setShop(batchId: string, shop: string): Promise<BatchSummary> {
    const opened = await this.#opened.runExclusive(batchId, async ({ batch, server }) => {
      valueOrThrow(await this.#store.batches.setShop(batchId, shop));
      return this.#opened.reopen(batchId, batch.choices, server);
    });
    return this.#opened.publish(opened);
  }

  async saveProfile(batchId: string, name: string): Promise<string> {
    await this.#changes.make(batchId, (change) => change.saveProfile(name));
    return name;
  }

  /** Changes the choices, and remembers them for the next file with these headings. */
  async #choose(
    batchId: string,
    choicesOf: (choices: Choices, batch: Batch) => Choices,
    typed: Choices['constants'] = {},
  ): Promise<BatchSummary> {
    const choose = (change: BatchChange): Promise<void> =>
      change.setChoices(choicesOf(change.batch.choices, change.batch), typed);
    return (await this.#changes.make(batchId, choose)).summary;
  }

  /** Makes what is proposed for the batch as it stands when its turn comes; null changes nothing. `typed` as in {@link #choose}. */
  async #change(
    batchId: string,
    propose: (batch: Batch) => ProposedChange | null,
    typed: Choices['constants'] = {},
  ): Promise<BatchSummary> {
    const { summary, result } = await this.#changes.make(batchId, async (change) => {
      const proposed = propose(change.batch);
      switch (proposed?.kind) {
        case 'choices':
          await change.setChoices(proposed.choices, typed);
          break;
        case 'reading':
          await this.#read(change, proposed.reading);
          break;
        case 'edit':
          await change.applyEdit(
            proposed.edit,
            proposed.staying &&
              (await stayingOrders(this.#store, change.batch, change.opened.server, proposed.staying)),
          );
          break;
        case 'number':
          await this.#giveNumber(change, proposed);
          break;
        case 'settle':
          if (change.batch.shop === null) throw new FailureError('shop.undecided');
          if (proposed.edit) await change.applyEdit(proposed.edit);
          if (proposed.choices) await change.setChoices(proposed.choices);
          break;
        case 'products':
        case undefined:
          break;
      }
      return proposed;
    });
    if (result?.kind === 'settle') return this.#settle(batchId, result);
    return result?.kind === 'products' ? this.#mapProducts(batchId, result.products) : summary;
  }

  /** The rows are an order of their own from now on, under a number that stays theirs, tomorrow and in other files, too. */
  async #giveNumber(
    change: BatchChange,
    { rows: wanted, column }: Extract<ProposedChange, { kind: 'number' }>,
  ): Promise<void> {
    const { batch, opened } = change;
    const { server } = opened;
    if (batch.shop === null) throw new FailureError('shop.undecided');
    const rows = await this.#rowsWithoutTheirNumber(batch, server, wanted);
    const number = await this.#store.identities.giveNumber(
      server,
      batch.batchId,
      { row: rows[0] ?? 0, keys: batch.rowIdentities.keysOfRowsAlone(rows) },
      { start: await this.#store.orderNumbers.startOfDay(server, batch.shop), listKind: batch.choices.rules.listKind },
    );
    await change.applyEdit({ kind: 'cells', cells: rows.map((row) => ({ row, column, text: String(number) })) });
  }

  /** These rows; where they are what was sent under the number, another customer's, wherever its rows stand today. */
  async #rowsWithoutTheirNumber(batch: Batch, server: string, rows: readonly number[]): Promise<readonly number[]> {
    const [first = 0] = rows;
    const orderId = batch.rowIdentities.orderIdOf(first);
    if (orderId === null) return rows;
    const sent = new Set((await this.#store.identities.keysOf(server, [orderId])).get(orderId));
    if (!saysTheSame(batch.rowIdentities.keysOfRowsAlone(rows), sent)) return rows;
    return batch.rowIdentities.customersAt(first).find((customer) => !customer.includes(first)) ?? rows;
  }

  /** Settles something for the batch's shop, or takes it back. */
  async #settle(
    batchId: string,
    { thing, settled }: Extract<ProposedChange, { kind: 'settle' }>,
  ): Promise<BatchSummary> {
    const { shop } = (await this.#opened.get(batchId)).batch;
    if (shop === null) throw new FailureError('shop.undecided');
    await this.changeSettled(shop, thing, settled);
    return this.summary(batchId);
  }

  /** Settles something for a shop, or takes it back, and returns all that is settled; the shop's open batches follow. */
  async changeSettled(shop: string, thing: SettledThing, settled: boolean): Promise<Settled> {
    try {
      if (settled) await this.#store.settled.settle(shop, [thing]);
      else await this.#store.settled.takeBack(shop, thing);
    } finally {
      // Also where it failed: what is settled then, only the store knows.
      await this.#opened.refreshSettled(shop);
    }
    return this.#store.settled.get(shop);
  }

  /** Products for the table of the batch's server and shop: all of its open batches follow, each in its own turn. */
  async #mapProducts(batchId: string, products: readonly Product[]): Promise<BatchSummary> {
    const { server, batch } = await this.#opened.get(batchId);
    if (batch.shop === null) throw new FailureError('shop.undecided');
    try {
      await this.#store.products.save(server, batch.shop, products);
    } finally {
      // Also where it failed: what the table is then, only the store knows.
      await this.#opened.refreshProducts(server, batch.shop);
    }
    return this.summary(batchId);
  }
}

function asChange(edit: Edit | null): ProposedChange | null {
  return edit && { kind: 'edit', edit };
}
