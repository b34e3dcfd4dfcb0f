/** What an office carries to another computer: whole or refused, with the reason. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatLedgerFile } from '../../../../shared/domain/sending/ledger-file.ts';
import { formatOfficeFile, parseOfficeFile, type OfficeFile } from '../../../../shared/domain/sending/office-file.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const office: OfficeFile = {
  computer: 'OFIS-1',
  at: 5,
  shops: [],
  products: [],
  settled: [],
  profiles: [{ shop: '', profiles: [], headings: [{ fingerprint: 'f'.repeat(64), name: 'Atlas' }] }],
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
    ['a name that is too long', vouched(`${content.replace('Atlas', 'A'.repeat(101))}\n${ledger}`), 'office.changed'],
    ['headings without names', vouched(`${content.replace(',"name":"Atlas"', '')}\n${ledger}`), 'office.changed'],
  ])('%s', (_, given, code) => {
    expect(parseOfficeFile(given, digestOf)).toMatchObject({ ok: false, error: { code } });
  });
});
