/** The ledger as a file: what goes in, what is read back, what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesToShare, type SharedLedgerEntry } from '../../../../shared/domain/sending/ledger-file.ts';
import { digestOf, ledgerText as file, readLedgerText as read } from '../../../support/ledger-text.ts';

const server = 'https://api.example';
const least: SharedLedgerEntry = {
  server,
  orderId: 1001,
  state: 'accepted',
  bodyHash: null,
  fileName: 'kun.csv',
  wmsId: null,
  at: 5,
  keys: [],
};
const most: SharedLedgerEntry = {
  ...least,
  orderId: 1002,
  state: 'unknown',
  bodyHash: '0f'.repeat(32),
  wmsId: 77,
  keys: ['s1:abc', 'x1:def'],
  shop: { id: 'atlas', name: 'Atlas' },
  operator: 'Malika',
  facts: { amount: 50_000, items: 2, deliveryDay: '2027-06-14' },
};

/** A file of these lines whose heading vouches for them. */
function vouched(lines: readonly object[], heading: object = {}): string {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const count = lines.length;
  return `${JSON.stringify({ format: 'order-importer-ledger', version: 2, count, digest: digestOf(body), ...heading })}\n${body}`;
}
const line = { server, order: 1001, state: 'accepted', hash: null, file: 'kun.csv', wms: null, at: 5 };
/** One of version 1, which had neither count nor digest. */
const older = (lines: readonly object[], heading: object = {}): string =>
  vouched(lines, { version: 1, count: undefined, digest: undefined, ...heading });

describe('what was written is read', () => {
  test('with all that is known of an order, and with the least', async () => {
    expect(await read(file([least, most]))).toEqual({ ok: true, value: { entries: [least, most], isProven: true } });
    expect(file([least])).not.toMatch(/keys|shop|by|sum|items|day/u);
    expect(await read(file([]))).toEqual({ ok: true, value: { entries: [], isProven: true } });
  });

  test('sums that are not known stay unknown', async () => {
    const facts = { amount: null, items: null, deliveryDay: null };
    expect(await read(file([{ ...least, facts }]))).toMatchObject({ value: { entries: [{ facts }] } });
    expect(await read(vouched([{ ...line, sum: 7 }]))).toMatchObject({
      value: { entries: [{ facts: { ...facts, amount: 7 } }] },
    });
  });

  test('behind the mark that an editor puts at the beginning, and of version 1', async () => {
    expect(await read(`\uFEFF${file([most])}`)).toMatchObject({ ok: true, value: { entries: [most], isProven: true } });
    expect(await read(older([line]))).toEqual({ ok: true, value: { entries: [least], isProven: false } });
  });

  test('whatever a file is called: no text of it begins or holds a formula for a program of tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '"', '\\', 'a', '\n') }),
        async (fileName) => {
          const text = file([{ ...least, fileName }]);
          expect(text.split('\n')[1]).not.toMatch(/[=+@＝]/u);
          expect(await read(text)).toMatchObject({ value: { entries: [{ fileName }] } });
        },
      ),
    );
  });
});

describe('a file that is not taken', () => {
  test.each([
    ['nothing', '', 'ledger.notOurs'],
    ['a heading alone that is cut', file([least]).slice(0, 30), 'ledger.notOurs'],
    ['a heading that is no JSON', 'salom\ndunyo\n', 'ledger.notOurs'],
    ['another format', vouched([line], { format: 'order-importer-office' }), 'ledger.notOurs'],
    ['a mark of an editor in the middle', file([least]).replace('{"format"', '{\uFEFF"format"'), 'ledger.notOurs'],
    ['a newer version', vouched([line], { version: 3 }), 'ledger.newer'],
    ['a number changed', file([least, most]).replace('1002', '1003'), 'ledger.changed'],
    ['a line missing', file([least, most]).replace(/\n[^\n]*\n$/u, '\n'), 'ledger.changed'],
    ['another count', vouched([line], { count: 2 }), 'ledger.changed'],
    ['no count', vouched([line], { count: undefined }), 'ledger.changed'],
    ['the version set back', vouched([line], { version: 1 }), 'ledger.changed'],
    ['the version set back, and no count', older([line], { digest: digestOf('') }), 'ledger.changed'],
    ['the version set back, and no digest', older([line], { count: 1 }), 'ledger.changed'],
    ['version 1 without its last line break', older([line]).slice(0, -1), 'ledger.changed'],
    ['version 1 cut in its last line', older([line, line]).slice(0, -9), 'ledger.changed'],
  ])('%s', async (_, text, code) => {
    expect(await read(text)).toEqual({ ok: false, error: { code, params: {} } });
  });

  test.each([
    ['a key that needs the secret', { ...line, keys: ['s1:abc', 'p1:abc'] }],
    ['a hash with a letter in front', { ...line, hash: `x${'0f'.repeat(32)}` }],
    ['a hash with a letter behind', { ...line, hash: `${'0f'.repeat(32)}x` }],
    ['a hash that is too short', { ...line, hash: '0f' }],
    ['a state that is none', { ...line, state: 'sending' }],
    ['no server', { ...line, server: '' }],
    ['an address without end', { ...line, server: 'x'.repeat(2049) }],
    ['no order', { ...line, order: 0 }],
    ['a name without end', { ...line, file: 'x'.repeat(1025) }],
    ['a time before all', { ...line, at: -1 }],
    ['a key without end', { ...line, keys: [`s1:${'x'.repeat(62)}`] }],
    ['keys without end', { ...line, keys: Array.from({ length: 101 }, () => 's1:abc') }],
    ['a shop without a name', { ...line, shop: { id: 'atlas' } }],
    ['a shop without an id', { ...line, shop: { name: 'Atlas' } }],
    ['an operator without end', { ...line, by: 'x'.repeat(256) }],
    ['a sum below nothing', { ...line, sum: -1 }],
    ['items below nothing', { ...line, items: -1 }],
    ['a day that is none', { ...line, day: '2027-02-30' }],
  ])('%s: the line is named', async (_, spoilt) => {
    expect(await read(vouched([line, spoilt]))).toEqual({
      ok: false,
      error: { code: 'ledger.broken', params: { line: 3 } },
    });
    expect(await read(older([spoilt]))).toEqual({ ok: false, error: { code: 'ledger.broken', params: { line: 2 } } });
  });
});

test('what goes to another computer: no practice, no batch; what is being sent is unknown there', () => {
  const { keys: _, ...entry } = most;
  const keysOf = (of: string, orderId: number): readonly string[] => [`s1:${of}-${orderId}`];
  const known = { ...entry, batchId: 'b', keys: ['s1:https://api.example-1002'] };
  const { batchId: __, ...shared } = known;
  const share = (changes: object) => entriesToShare([{ ...entry, batchId: 'b', ...changes }], keysOf);
  expect(share({})).toEqual([shared]);
  expect(share({ state: 'sending' })).toEqual([{ ...shared, state: 'unknown' }]);
  expect(share({ state: 'taken' })).toEqual([{ ...shared, state: 'taken', keys: [] }]);
  expect(share({ server: 'practice:demo' })).toEqual([]);
  const [bare] = share({ shop: undefined, operator: undefined, facts: undefined });
  expect(Object.keys(bare ?? {})).toEqual([
    'server',
    'orderId',
    'state',
    'bodyHash',
    'fileName',
    'wmsId',
    'at',
    'keys',
  ]);
});
