/** Reading that the operator stops: at once, whatever the format, and nothing is left of it. */
import { write as writeBook, utils } from '@e965/xlsx';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServices, type Services } from '../support/services.ts';
import { sheetsBook, type SheetRow } from '../support/sheets-writer.ts';
import { Commands, temporaryFolder } from '../support/terminal.ts';

const nowhere = 'https://wms.example';
const headings = ['order_id', 'full_name', 'phone', 'address', 'region', 'client_product_id', 'quantity', 'price'];
const orderRow = (id: number): SheetRow => [id, 'Karimova Aziza', '+998901234567', 'Navoiy 5', 'Buxoro viloyati', 17, 1, 50_000];
const rows = (count: number): SheetRow[] => [headings, ...Array.from({ length: count }, (_, at) => orderRow(at + 1))];
const csv = (count: number): string => rows(count).map((row) => (row ?? []).join(';')).join('\n');
const oldBook = (count: number): Buffer => writeBook({ SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet(rows(count) as unknown[][]) } }, { bookType: 'biff8', type: 'buffer' }) as Buffer;

function written(name: string, data: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, data);
  return file;
}

/** The batch ids of all readings so far, as the window hears of them. */
const readingIds = (services: Services): string[] => [...new Set(services.told.filter(({ name }) => name === 'reading.progress').map(({ data }) => (data as { batchId: string }).batchId))];

/** Cancels the first reading as soon as the window is told so much of it. */
async function cancelWhen(services: Services, isTime: (progress: { readonly done: number; readonly total: number }) => boolean): Promise<void> {
  for (;;) {
    const told = services.told.find(({ name, data }) => name === 'reading.progress' && isTime(data as { done: number; total: number }));
    if (told) return services.files.cancelReading((told.data as { batchId: string }).batchId);
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
  it.each<[string, (progress: { readonly done: number; readonly total: number }) => boolean]>([
    ['before its first byte is read', () => true],
    ['in the middle', ({ done, total }) => total > 1 && done < total],
    ['while its orders are checked', ({ done, total }) => total > 1 && done === total],
  ])('stopped %s leaves nothing behind', async (_when, isTime) => {
    const home = temporaryFolder();
    const services = startServices(home);
    const place = file();
    const adding = services.files.addFile(place, nowhere);
    await Promise.all([expect(adding).rejects.toMatchObject({ failure: { code: 'reading.cancelled', params: { file: path.basename(place) } } }), cancelWhen(services, isTime)]);
    expect(await services.files.list()).toEqual([]);
    expect(filesKept(home)).toEqual([]);
    const [batchId = ''] = readingIds(services);
    await expect(services.batches.open(batchId, nowhere)).rejects.toMatchObject({ failure: { code: 'batch.gone' } });
    expect(services.told.at(-1)).toEqual({ name: 'reading.ended', data: { batchId } });
    // The same file opens afterwards as if nothing had been.
    expect(await services.files.addFile(place, nowhere)).toHaveLength(1);
  });
});

describe('a file that was open before', () => {
  it('stays as it was when its reading again is stopped', async () => {
    const services = startServices(temporaryFolder());
    const [batchId = ''] = await services.files.addFile(written('a.csv', csv(60_000)), nowhere);
    const before = await services.batches.open(batchId, nowhere);
    services.told.length = 0;
    const changing = services.batches.setReading(batchId, { delimiter: ',' });
    await Promise.all([expect(changing).rejects.toMatchObject({ failure: { code: 'reading.cancelled' } }), cancelWhen(services, () => true)]);
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
    expect(services.told.filter(({ name }) => name === 'reading.ended')).toHaveLength(1);
  }
});

describe('in a terminal', () => {
  it.each([['read'], ['check']])('%s stops where the operator says so, and prints nothing of the file', async (command) => {
    const stop = new AbortController();
    const running = new Commands({}, undefined, null, stop.signal).run(command, written('a.csv', csv(120_000)), ...(command === 'read' ? ['--json'] : []));
    setImmediate(() => stop.abort());
    const { status, out, remarks } = await running;
    expect({ status, out }).toEqual({ status: 130, out: '' });
    expect(remarks).toMatch(/«a\.csv»: opening was stopped/);
  });
});
