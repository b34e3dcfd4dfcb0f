/** The largest files that are let in: their memory is bounded, whatever their letters take. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { encodeText } from '../support/encode-text.ts';

const child = path.resolve('test/support/read-child.ts');
const megabyte = 1024 * 1024;
const fileBytes = 195 * megabyte;

/** The bytes themselves, and where each cell begins and ends. */
const mostMegabytes = 500;

it('a text of nearly 200 MB in letters of one byte', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-importer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'katta.csv');
  const row =
    '1;Каримова Азиза Шавкатовна;+998901234567;г. Ташкент, Юнусабадский район, ул. Навои, дом 5, кв. 12,' +
    ' подъезд 3, этаж 4, домофон 12К, позвонить за час до доставки;Бухарская область;17;1;500000000000\r\n';
  const block = encodeText(row.repeat(1000), 'windows-1251', false);
  const out = openSync(file, 'w');
  let bytes = writeSync(
    out,
    encodeText('Номер заказа;ФИО;Телефон;Адрес;Область;ID товара;Количество;Цена\r\n', 'windows-1251', false),
  );
  let rows = 0;
  for (; bytes < fileBytes; rows += 1000) bytes += writeSync(out, block);
  closeSync(out);
  const { stdout } = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', child, file], {
    encoding: 'utf8',
  });
  const told = JSON.parse(stdout) as { readonly verdict: string; readonly megabytes: number };
  expect(told.verdict).toBe(`read ${(rows + 1) * 8}`);
  expect(told.megabytes).toBeLessThanOrEqual(mostMegabytes);
});
