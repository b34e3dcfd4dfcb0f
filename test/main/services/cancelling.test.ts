/** Reading that the operator stops: at once, whatever the format, and nothing is left of it. */
import { write as writeBook, utils } from '@e965/xlsx';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../shared/contract/events.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { nothingSettled } from '../../../shared/domain/model/settled.ts';
import { firstShop, shopSchema } from '../../../shared/domain/model/shop.ts';
import type { LedgerEntry } from '../../../shared/domain/model/ledger.ts';
import { openBatch } from '../../../main/services/open-batch.ts';
import type { OpeningStore, OpeningStage } from '../../../main/services/opening-store.ts';
import { documentHeadings, orderRow as soundRow, testNow } from '../../support/batch.ts';
import { startServices, type Services } from '../../support/services.ts';
import { sheetsBook, type SheetRow } from '../../support/sheets-writer.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const headings = ['order_id', 'full_name', 'phone', 'address', 'region', 'client_product_id', 'quantity', 'price'];
const orderRow = (id: number): SheetRow => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  17,
  1,
  50_000,
];
const rows = (count: number): SheetRow[] => [headings, ...Array.from({ length: count }, (_, at) => orderRow(at + 1))];
const csv = (count: number): string =>
  rows(count)
    .map((row) => (row ?? []).join(';'))
    .join('\n');
const oldBook = (count: number): Buffer =>
  writeBook(
    { SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet(rows(count) as unknown[][]) } },
    { bookType: 'biff8', type: 'buffer' },
  ) as Buffer;

function written(name: string, data: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, data);
  return file;
}

/** The batch ids of all readings so far, as the window hears of them. */
const readingIds = (services: Services): string[] => [
  ...new Set(
    services.emittedEvents
      .filter(({ name }) => name === 'reading.progress')
      .map(({ data }) => (data as { batchId: string }).batchId),
  ),
];

type Progress = EventData<'reading.progress'>;

/** Cancels the first reading as soon as the window is told so much of it. */
async function cancelWhen(services: Services, isTime: (progress: Progress) => boolean): Promise<void> {
  for (;;) {
    const told = services.emittedEvents.find(
      ({ name, data }) => name === 'reading.progress' && isTime(data as Progress),
    );
    if (told) return services.files.cancelReading((told.data as Progress).batchId);
    await new Promise(setImmediate);
  }
}

function filesKept(home: string): string[] {
  const folder = path.join(home, 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe.each<[string, () => string]>([
  ['a text table', () => written('a.csv', csv(60_000))],
  ['a workbook', () => written('a.xlsx', sheetsBook({ Kun: rows(15_000) }))],
  ['an old workbook, in its process', () => written('a.xls', oldBook(6000))],
])('%s', (_, file) => {
  it.each<[string, (progress: Progress) => boolean]>([
    ['before its first byte is read', () => true],
    ['in the middle', ({ stage, done, total }) => stage === 'reading' && total > 1 && done < total],
    ['while its orders are checked', ({ stage }) => stage === 'checking'],
  ])('stopped %s leaves nothing behind', async (_when, isTime) => {
    const home = temporaryFolder();
    const services = startServices(home);
    const place = file();
    const adding = services.files.addFile(place, nowhere);
    await Promise.all([
      expect(adding).rejects.toMatchObject({
        failure: { code: 'reading.cancelled', params: { file: path.basename(place) } },
      }),
      cancelWhen(services, isTime),
    ]);
    expect(await services.files.list()).toEqual([]);
    expect(filesKept(home)).toEqual([]);
    const [batchId = ''] = readingIds(services);
    await expect(services.batches.open(batchId, nowhere)).rejects.toMatchObject({ failure: { code: 'batch.gone' } });
    expect(services.emittedEvents.at(-1)).toEqual({ name: 'reading.ended', data: { batchId } });
    // The same file opens afterwards as if nothing had been.
    expect(await services.files.addFile(place, nowhere)).toHaveLength(1);
  });
});

describe('what follows on the reading of a large file', () => {
  const orders = 40_000;
  const sound = [
    documentHeadings.join(';'),
    ...Array.from({ length: orders }, (_, at) =>
      soundRow({ order_id: String(at + 1) })
        .map(String)
        .join(';'),
    ),
  ].join('\n');
  const earlier = (orderId: number): LedgerEntry => ({
    orderId,
    state: 'accepted',
    bodyHash: 'of other content',
    batchId: 'earlier',
    fileName: 'b.csv',
    wmsId: 1,
    at: 0,
  });
  /**
   * Opens a file whose orders were all sent before, and cancels at the first report for which `isTime`; returns the reports,
   * and the number of orders whose send history was loaded.
   */
  async function openUntil(isTime: (stage: OpeningStage, share: number) => boolean): Promise<{
    readonly told: readonly (readonly [OpeningStage, number])[];
    readonly asked: number;
    readonly end: unknown;
  }> {
    const stop = new AbortController();
    const told: [OpeningStage, number][] = [];
    let asked = 0;
    const find = (_server: string, ids: readonly number[]): ReadonlyMap<number, LedgerEntry> => {
      asked += ids.length;
      return new Map(ids.map((id) => [id, earlier(id)]));
    };
    const archive: OpeningStore = {
      profiles: { findByHeadings: () => null, list: () => [] },
      shops: { list: () => [shopSchema.parse({ id: firstShop, name: '' })], removed: () => [] },
      batches: { earlierFiles: () => ({ sameName: [], sameFolder: [] }) },
      products: { list: () => [], accepted: () => [] },
      settled: { get: () => nothingSettled },
      orderNumbers: {
        allocate: () => new Map(),
        preview: () => new Map(),
        knowsOthers: () => false,
        startOfDay: () => 1,
      },
      alikeOrders: { recentSignatures: () => [], find: () => new Map() },
      identities: {
        secret: () => '',
        resolve: () => new Map(),
        keysOf: () => new Map(),
        hasOwnNumbers: () => false,
        answerGaps: () => undefined,
        recognise: () => new Map(),
      },
      ledger: { find },
    };
    const hear = (stage: OpeningStage, share: number): void => {
      told.push([stage, share]);
      if (isTime(stage, share)) stop.abort();
    };
    const wanted = {
      batchId: 'a',
      fileName: 'a.csv',
      file: { path: written('a.csv', sound) },
      choices: noChoices,
      isNew: true,
      server: nowhere,
    };
    const end = await openBatch(wanted, archive, testNow, { signal: stop.signal, onStageProgress: hear }).then(
      (batch) => batch.summary().counts,
      (error: unknown) => error,
    );
    return { told, asked, end };
  }
  const stopped: unknown = expect.objectContaining({
    failure: { code: 'reading.cancelled', params: { file: 'a.csv' } },
  });

  it('is told all the way, stage by stage', async () => {
    const { told, asked, end } = await openUntil(() => false);
    expect(end).toMatchObject({ total: orders, duplicate: orders });
    expect(asked).toBe(orders);
    expect(told.map(([stage]) => stage)).toEqual(told.map(([stage]) => stage).toSorted());
    for (const stage of ['checking', 'comparing'] as const) {
      const shares = told.filter(([of]) => of === stage).map(([, share]) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares[0]).toBe(0);
      expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    }
  });

  it('stops in the middle of the check, and asks for no past', async () => {
    const { told, asked, end } = await openUntil((stage, share) => stage === 'checking' && share > 0);
    expect(end).toEqual(stopped);
    expect(told.at(-1)?.[1]).toBeLessThan(1);
    expect({ asked, last: told.at(-1)?.[0] }).toEqual({ asked: 0, last: 'checking' });
  });

  it('stops between two questions about the past', async () => {
    const { asked, end } = await openUntil((stage, share) => stage === 'comparing' && share === 0);
    expect(end).toEqual(stopped);
    expect(asked).toBeLessThan(orders);
  });

  it('stops while orders are compared with what was sent before', async () => {
    const { told, asked, end } = await openUntil((stage, share) => stage === 'comparing' && share > 0.2);
    expect(end).toEqual(stopped);
    expect(asked).toBe(orders);
    expect(told.at(-1)?.[1]).toBeLessThan(1);
  });
});

describe('a file that was open before', () => {
  it('stays as it was when its reading again is stopped', async () => {
    const services = startServices(temporaryFolder());
    const [batchId = ''] = await services.files.addFile(written('a.csv', csv(60_000)), nowhere);
    const before = await services.batches.open(batchId, nowhere);
    services.emittedEvents.length = 0;
    const changing = services.batches.setReading(batchId, { delimiter: ',' });
    await Promise.all([
      expect(changing).rejects.toMatchObject({ failure: { code: 'reading.cancelled' } }),
      cancelWhen(services, () => true),
    ]);
    const after = await services.batches.summary(batchId);
    expect(after.choices).toEqual(before.choices);
    expect(after.counts).toEqual(before.counts);
    expect(await services.files.list()).toHaveLength(1);
  });
});

it('a file is read once, of whatever format', async () => {
  for (const file of [written('a.csv', csv(10)), written('b.xls', oldBook(10))]) {
    const services = startServices(temporaryFolder());
    const [batchId = ''] = await services.files.addFile(file, nowhere);
    await services.batches.open(batchId, nowhere);
    expect(services.emittedEvents.filter(({ name }) => name === 'reading.ended')).toHaveLength(1);
  }
});

describe('in a terminal', () => {
  it.each([['read'], ['check']])(
    '%s stops where the operator says so, and prints nothing of the file',
    async (command) => {
      const stop = new AbortController();
      const running = new TestTerminal({}, undefined, null, stop.signal).run(
        command,
        written('a.csv', csv(120_000)),
        ...(command === 'read' ? ['--json'] : []),
      );
      setImmediate(() => stop.abort());
      const { status, output, remarks } = await running;
      expect({ status, out: output }).toEqual({ status: 130, out: '' });
      expect(remarks).toMatch(/«a\.csv»: opening was stopped/);
    },
  );
});
