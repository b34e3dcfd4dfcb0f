import { expect, test } from 'vitest';
import type { RevisionDraft } from '../../../shared/domain/sending/revision.ts';
import { initialRevisionState } from '../../../shared/domain/sending/revision.ts';
import type { Store } from '../../../main/store/store.ts';
import { openedStore, temporaryHome } from './home.ts';

const server = 'http://wms.example';

async function sentOrder(
  store: Store,
  fileName: string,
  orderId: number,
  name: string,
  phone: string,
  wmsId: number | null,
): Promise<string> {
  const batch = await store.batches.createFromBytes(new TextEncoder().encode(`${fileName}${orderId}`), fileName);
  const draft: RevisionDraft = {
    orderKey: String(orderId),
    orderId,
    rows: [12],
    body: JSON.stringify({ order_id: orderId, full_name: name, phone }),
    bodyHash: String(orderId),
  };
  const revision = store.journal.freeze(batch.id, server, draft);
  if ('blocked' in revision) throw new Error('blocked');
  store.journal.saveState(revision.id, {
    ...initialRevisionState,
    state: wmsId === null ? 'rejected' : 'accepted',
    wmsId,
  });
  return batch.id;
}

test('finds by order id, WMS id, phone and name, whatever the spelling', async () => {
  const store = openedStore(temporaryHome());
  const batchId = await sentOrder(store, 'x.xlsx', 1_220_011, 'Каримова Азиза Oʻktam qizi', '+998901234567', 90_412);
  await sentOrder(store, 'y.xlsx', 1_220_012, 'Aliyev Vali', '+998935554433', null);
  const ids = (text: string) => store.search.find(text).map(({ orderId }) => orderId);
  expect(store.search.find('1220011')).toMatchObject([
    { orderId: 1_220_011, state: 'accepted', wmsId: 90_412, row: 12, fileName: 'x.xlsx', batchId, practice: false },
  ]);
  expect(ids('90412')).toEqual([1_220_011]);
  expect(ids('90 123-45-67')).toEqual([1_220_011]);
  expect(ids('+998 93 555')).toEqual([1_220_012]);
  expect(ids('карим')).toEqual([1_220_011]);
  expect(ids("o'ktam")).toEqual([1_220_011]);
  expect(ids('vali aliyev')).toEqual([1_220_012]);
  expect(ids('imova')).toEqual([]);
  expect(ids('al')).toEqual([]);
  expect(ids('')).toEqual([]);
});

test('of a removed file the number is still known, and nothing of the customer', async () => {
  const store = openedStore(temporaryHome());
  const batchId = await sentOrder(store, 'x.xlsx', 5, 'Aliyev Vali', '+998935554433', 7);
  await store.batches.remove(batchId);
  expect(store.search.find('5')).toMatchObject([
    { orderId: 5, wmsId: 7, batchId: null, row: null, name: null, phone: null },
  ]);
  expect(store.search.find('Aliyev')).toEqual([]);
});

test('what is sent, corrected and erased after the first search is found as it is now', async () => {
  const store = openedStore(temporaryHome());
  const ids = (text: string) => store.search.find(text).map(({ orderId }) => orderId);
  const first = await sentOrder(store, 'x.xlsx', 5, 'Aliyev Vali', '+998935554433', 7);
  expect(ids('Aliyev')).toEqual([5]);
  await sentOrder(store, 'y.xlsx', 6, 'Алиева Нигора', '+998935554434', null);
  expect(ids('aliyev')).toEqual([6, 5]);
  expect(ids('93 555')).toEqual([6, 5]);
  await store.batches.remove(first);
  expect(ids('aliyev')).toEqual([6]);
  expect(ids('935554433')).toEqual([]);
});
