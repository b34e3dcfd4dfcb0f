/** Damages valid files (bytes changed, lost, doubled, exchanged), and checks what must hold when such a file is read. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { FailureError } from '../../shared/result.ts';
import { encodeText } from './encode-text.ts';
import { cellsOf, readBytes } from './read-bytes.ts';
import { workbook } from './xlsx-writer.ts';

const rows = Array.from({ length: 40 }, (_, index) => {
  const row = index + 1;
  return (
    `<row r="${row}"><c r="A${row}"><v>${row * 7919}</v></c><c r="B${row}" s="1"><v>${45_000 + row / 8}` +
    `</v></c><c r="C${row}" t="s"><v>${index % 3}</v></c><c r="D${row}" t="inlineStr"><is>` +
    `<t>Navoiy ${row}</t></is></c></row>`
  );
}).join('');
const spec = {
  rows,
  strings: '<si><t>Каримова</t></si><si><r><t>Oʻktam</t></r></si><si><t>a&amp;b</t></si>',
  cellFormats: [0, 14],
};
const lines = Array.from(
  { length: 40 },
  (_, index) => `${index};"Каримова ""А"" ${index}";${index * 50},5;Тошкент`,
).join('\r\n');
const csv = `id;Исм;narx;shahar\r\n${lines}\r\n`;

export interface Seed {
  readonly title: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The file has checksums: unless it is refused, exactly its contents must be read. */
  readonly isChecked: boolean;
}

export const seeds: readonly Seed[] = [
  { title: 'a workbook', name: 'a.xlsx', bytes: workbook(spec), isChecked: true },
  // Stored without compression: the mutations hit the XML itself, unnoticed by any checksum.
  {
    title: 'a workbook that is stored, without checksums',
    name: 'a.xlsx',
    bytes: workbook({ ...spec, part: (part) => ({ ...part, stored: true, declaredChecksum: 0 }) }),
    isChecked: false,
  },
  { title: 'a csv in UTF-8', name: 'a.csv', bytes: Buffer.from(csv), isChecked: false },
  { title: 'a csv in UTF-16', name: 'a.csv', bytes: encodeText(csv, 'utf-16le', true), isChecked: false },
  {
    title: 'a csv in windows-1251',
    name: 'a.csv',
    bytes: encodeText(csv.replaceAll('ў', 'у'), 'windows-1251', false),
    isChecked: false,
  },
];

type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, bytes: Buffer): number => Math.floor(share * bytes.length);
/** Bytes that mean something to one of the readers. */
const telling = fc.constantFrom(
  '<',
  '>',
  '/',
  '"',
  '&',
  ';',
  '\n',
  '\0',
  'PK\x01\x02',
  'PK\x05\x06',
  '</row>',
  '<c r="',
  '<!--',
  '<![CDATA[',
  '\xff',
  '""',
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat({ max: 7 })).map(([share, bit]): Mutation => (bytes) => {
    const turned = Buffer.from(bytes);
    if (turned.length > 0) turned[at(share, turned)] = (turned[at(share, turned)] ?? 0) ^ (1 << bit);
    return turned;
  }),
  place.map(
    (share): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(share, bytes)),
  ),
  fc.tuple(place, fc.nat({ max: 64 })).map(
    ([share, length]): Mutation =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(share, bytes)), bytes.subarray(at(share, bytes) + length)]),
  ),
  fc.tuple(place, place, fc.nat({ max: 200 })).map(
    ([from, to, length]): Mutation =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(to, bytes)),
          bytes.subarray(at(from, bytes), at(from, bytes) + length),
          bytes.subarray(at(to, bytes)),
        ]),
  ),
  fc.tuple(place, telling).map(
    ([share, text]): Mutation =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(share, bytes)),
          Buffer.from(text, 'latin1'),
          bytes.subarray(at(share, bytes)),
        ]),
  ),
  fc.tuple(place, telling).map(([share, text]): Mutation => (bytes) => {
    const written = Buffer.from(bytes);
    written.write(text, at(share, written), 'latin1');
    return written;
  }),
);

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 }).map(
  (list): Mutation =>
    (bytes) =>
      list.reduce((changed, one) => one(changed), bytes),
);

/** The texts of the file's cells: a lost format may turn a date into its number, but no digit may be lost. */
async function outcome(
  bytes: Buffer,
  name: string,
): Promise<{ readonly refused: string } | { readonly texts: string; readonly issues: number }> {
  try {
    const { table, issues } = await readBytes(bytes, { name });
    return { texts: JSON.stringify(cellsOf(table)).replaceAll(/"(?:d|n|%):/gu, '"'), issues: issues.length };
  } catch (error) {
    // Anything else counts as a crash.
    if (error instanceof FailureError && error.failure.code.startsWith('reading.'))
      return { refused: error.failure.code };
    throw error;
  }
}

/** Expects that a mutated file is refused with a known code or read, the same each time; with checksums, whole or not at all. */
export async function expectSound(seed: Seed, mutate: Mutation): Promise<void> {
  const bytes = mutate(seed.bytes);
  const found = await outcome(bytes, seed.name);
  expect(await outcome(bytes, seed.name)).toEqual(found);
  // Without its first bytes it is another format: the rest of a workbook may be read as text.
  if (!seed.isChecked || 'refused' in found || found.issues > 0 || bytes.toString('latin1', 0, 4) !== 'PK\x03\x04')
    return;
  expect(found).toEqual(await outcome(seed.bytes, seed.name));
}
