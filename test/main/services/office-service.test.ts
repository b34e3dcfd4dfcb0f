/** What an office carries to another computer, as a file: whole or refused, with the reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookAtOffice, saveOffice } from '../../../main/services/office-service.ts';
import { systemClock } from '../../../main/ports.ts';
import {
  formatOfficeContent,
  formatOfficeHeader,
  type OfficeContent,
} from '../../../shared/domain/sending/office-file.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { digestOf, ledgerText, withFile } from '../../support/ledger-text.ts';

const office: OfficeContent = {
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
};

/** A file with this body under a heading that vouches for it. */
const vouched = (body: string, heading: object = {}): string =>
  `${JSON.stringify({ format: 'order-importer-office', version: 1, digest: digestOf(body), ...heading })}\n${body}`;
const content = JSON.stringify(office);
const ledger = ledgerText([]);
const body = `${formatOfficeContent(office)}${ledger}`;
const text = `${formatOfficeHeader(digestOf(body))}${body}`;

/** What looking at a file of this text says. */
async function looked(given: string) {
  const store = openedStore(temporaryHome());
  const result = await withFile(given, (file) => lookAtOffice(store, file));
  if (!result.ok) return result;
  const { path: _, digest: __, ...held } = result.value.file;
  return { ok: true, value: held };
}

test('what was written is read, also as older versions wrote it', async () => {
  expect(text.startsWith('{"format":"order-importer-office","version":1,')).toBe(true);
  expect(await looked(text)).toEqual({ ok: true, value: office });
  expect(await looked(vouched(`${content}\n${ledger}`))).toEqual({ ok: true, value: office });
  const tight = ledger.replace(/ +\n/u, '\n');
  expect(await looked(vouched(`${content}\n${tight}`))).toEqual({ ok: true, value: office });
});

test('one of a version that knew of nothing settled is read', async () => {
  const older = JSON.stringify({ ...office, settled: undefined });
  expect(await looked(vouched(`${older}\n${ledger}`))).toEqual({ ok: true, value: { ...office, settled: [] } });
});

test('what is saved vouches for all of itself', async () => {
  const [home, folder] = [temporaryHome(), temporaryHome()];
  const store = openedStore(home);
  store.ledger.merge(
    [1, 2].map((orderId) => ({
      ...{ server: 'https://api.example', orderId, state: 'accepted' as const, bodyHash: null, fileName: 'kun.csv' },
      ...{ wmsId: null, at: 5, keys: [] },
    })),
  );
  const saved = readFileSync(path.join(folder, await saveOffice(store, folder, systemClock)), 'utf8');
  const [first = '', ...rest] = saved.split('\n');
  expect(JSON.parse(first)).toMatchObject({ digest: digestOf(rest.join('\n')) });
  expect(rest.slice(1).join('\n')).toBe(
    ledgerText([...store.ledger.list()].map((entry) => ({ ...entry, state: 'accepted', keys: [] }))),
  );
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
  ])('%s', async (_, given, code) => {
    expect(await looked(given)).toMatchObject({ ok: false, error: { code } });
  });
});
