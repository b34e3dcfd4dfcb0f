/** Files that go away while the app makes its copy of them. */
import fs from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const text = 'order_id;phone\n1;+998901234567\n2;+998901234567\n';

/** A file whose copy gets these bytes, and then the fault or the end. */
function copied(bytes: string, fault: string | null): string {
  const file = path.join(temporaryFolder(), 'a.csv');
  fs.writeFileSync(file, text);
  const real = fs.createReadStream;
  const spy = vi.spyOn(fs, 'createReadStream').mockImplementation((from, ...rest) => {
    if (from !== file) return real(from, ...rest);
    const stream = new PassThrough();
    stream.write(bytes);
    setImmediate(() =>
      fault === null ? stream.end() : stream.destroy(Object.assign(new Error(fault), { code: fault })),
    );
    return stream as unknown as fs.ReadStream;
  });
  onTestFinished(() => spy.mockRestore());
  return file;
}

it.each([
  [
    'a drive that goes away',
    copied.bind(null, text.slice(0, 20), 'EIO'),
    { code: 'reading.driveGone', params: { file: 'a.csv' } },
  ],
  [
    'a network that ends',
    copied.bind(null, text.slice(0, 20), 'ESTALE'),
    { code: 'reading.driveGone', params: { file: 'a.csv' } },
  ],
  [
    'a file that is cut',
    copied.bind(null, text.slice(0, 20), null),
    { code: 'reading.incomplete', params: { file: 'a.csv' } },
  ],
  [
    'a file that is written on',
    copied.bind(null, `${text}3;`, null),
    { code: 'reading.incomplete', params: { file: 'a.csv' } },
  ],
])('%s while it is copied leaves nothing behind', async (_, file, failure) => {
  const home = temporaryFolder();
  const services = startServices(home);
  await expect(services.files.addFile(file(), nowhere)).rejects.toMatchObject({ failure });
  expect(await services.files.list()).toEqual([]);
  expect(fs.readdirSync(path.join(home, 'files'))).toEqual([]);
});

it('runs through a sample without a trace, unless a file is open', async () => {
  const home = temporaryFolder();
  const { files } = startServices(home);
  await files.warmUp(path.resolve('samples/orders-uz.xlsx'));
  expect(await files.list()).toEqual([]);
  const missing = path.join(temporaryFolder(), 'none.xlsx');
  await expect(files.warmUp(missing)).rejects.toThrow();
  const file = path.join(temporaryFolder(), 'a.csv');
  fs.writeFileSync(file, text);
  await files.addFile(file, nowhere);
  await expect(files.warmUp(missing)).resolves.toBeUndefined();
});
