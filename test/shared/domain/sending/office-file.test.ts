/** What an office carries to another computer: whole or refused, with the reason. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatLedgerFile } from '../../../../shared/domain/sending/ledger-file.ts';
import { formatOfficeFile, parseOfficeFile, type OfficeFile } from '../../../../shared/domain/sending/office-file.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const office: OfficeFile = {
  computer: 'OFIS-1',
  at: 5,
  shops: [{ id: 'atlas', name: 'Atlas', numberStart: null, account: 7 }],
  products: [
    {
      server: 'https://api.example',
      shop: 'atlas',
      products: [{ keyKind: 'name', key: 'Piyola', productId: 17, variationId: null, price: 50_000 }],
    },
  ],
  settled: [
    { shop: 'atlas', settled: { values: [], rows: [{ heading: 'Kuryer', value: 'yoʻq', at: 4 }], headings: [] } },
  ],
  profiles: [
    {
      shop: '',
      profiles: [],
      headings: [
        { fingerprint: 'f'.repeat(64), name: 'Kundalik' },
        { fingerprint: 'f', name: 'Haftalik' },
      ],
    },
  ],
  entries: [],
};
const text = formatOfficeFile(office, digestOf);

/** A file with this body under a heading that vouches for it. */
const vouched = (body: string, heading: object = {}): string =>
  `${JSON.stringify({ format: 'order-importer-office', version: 1, digest: digestOf(body), ...heading })}\n${body}`;
const content = JSON.stringify({ ...office, entries: undefined });
const ledger = formatLedgerFile([], digestOf);

test('what was written is read', () => {
  expect(text.startsWith('{"format":"order-importer-office","version":1,')).toBe(true);
  expect(parseOfficeFile(text, digestOf)).toEqual({ ok: true, value: office });
  expect(parseOfficeFile(vouched(`${content}\n${ledger}`), digestOf)).toEqual({ ok: true, value: office });
});

test('one of a version that knew of nothing settled is read', () => {
  const older = JSON.stringify({ ...office, entries: undefined, settled: undefined });
  expect(parseOfficeFile(vouched(`${older}\n${ledger}`), digestOf)).toEqual({
    ok: true,
    value: { ...office, settled: [] },
  });
});

describe('a file that is not taken', () => {
  test.each([
    ['nothing', '', 'office.notOurs'],
    ['a text', 'salom\ndunyo', 'office.notOurs'],
    ['another format', vouched(`${content}\n${ledger}`, { format: 'order-importer-ledger' }), 'office.notOurs'],
    ['a newer version', vouched(`${content}\n${ledger}`, { version: 2 }), 'office.newer'],
    ['a letter changed', text.replace('OFIS-1', 'OFIS-2'), 'office.changed'],
    ['cut at the end', text.slice(0, -2), 'office.changed'],
    ['content that is none', vouched(`{"computer":"OFIS-1"}\n${ledger}`), 'office.changed'],
    ['content that is no JSON', vouched(`{\n${ledger}`), 'office.changed'],
    ['a ledger that is none', vouched(`${content}\nsalom`), 'office.changed'],
    [
      'a name that is too long',
      vouched(`${content.replace('Kundalik', 'A'.repeat(101))}\n${ledger}`),
      'office.changed',
    ],
    ['headings without names', vouched(`${content.replace(',"name":"Kundalik"', '')}\n${ledger}`), 'office.changed'],
    ['products of no server', vouched(`${content.replace('https://api.example', '')}\n${ledger}`), 'office.changed'],
    [
      'products of an address without end',
      vouched(`${content.replace('https://api.example', 'x'.repeat(2049))}\n${ledger}`),
      'office.changed',
    ],
    ['a product without an id', vouched(`${content.replace('"productId":17,', '')}\n${ledger}`), 'office.changed'],
    [
      'what was settled of nothing',
      vouched(`${content.replace('"heading":"Kuryer",', '')}\n${ledger}`),
      'office.changed',
    ],
  ])('%s', (_, given, code) => {
    expect(parseOfficeFile(given, digestOf)).toMatchObject({ ok: false, error: { code } });
  });
});
