/** A bridge without a main process that holds one batch, for tests of the page's client; held to the contract. */
import { batchSummarySchema, type BatchSummary } from '../../shared/contract/views.ts';
import type { Bridge } from '../../shared/contract/channels.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { zeroStateCounts } from '../../shared/domain/model/order-states.ts';
import { failure, success } from '../../shared/result.ts';

/** Of a file that was read and in which nothing is wrong. */
export function batchSummary(changes: Partial<BatchSummary> = {}): BatchSummary {
  return batchSummarySchema.parse({
    batchId: 'b1',
    version: 1,
    file: {
      name: 'buyurtmalar-23-11.xlsx',
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheet: 'Buyurtmalar',
      sheets: [{ name: 'Buyurtmalar', hidden: false, rows: null, more: false, alike: false, earlier: false }],
      tables: [],
      range: null,
      pair: null,
      together: [],
      headerRow: 6,
      rows: 4,
      columns: 12,
    },
    server: 'practice:1',
    shop: null,
    choices: noChoices,
    profileName: null,
    counts: { ...zeroStateCounts(), ready: 4, total: 4 },
    changedAfterSending: 0,
    withWarnings: 0,
    readyAmount: 0,
    acceptedAmount: 0,
    issues: { error: 0, warning: 0, notice: 0 },
    fileIssues: [],
    canUndo: false,
    canRedo: false,
    ...changes,
  });
}

export interface FakeBridge extends Bridge {
  /** The batch that `batch.getSummary` answers with; null: it is gone. */
  summary: BatchSummary | null;
  /** How often the summary was asked for. */
  readonly asked: number;
  emit(name: string, data: unknown): void;
}

export function fakeBridge(): FakeBridge {
  const listeners = new Set<Parameters<Bridge['onEvent']>[0]>();
  let sequence = 0;
  let asked = 0;
  return {
    summary: batchSummary(),
    get asked() {
      return asked;
    },
    async call(name) {
      if (name !== 'batch.getSummary') return failure('call.unknown');
      asked++;
      return this.summary === null ? failure('batch.gone') : success(this.summary);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openFiles: async () => success([]),
    emit(name, data) {
      sequence++;
      for (const listener of listeners) listener({ sequence, name, data });
    },
  };
}
