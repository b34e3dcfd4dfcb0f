/**
 * A change is in memory and on the disk, or in neither: whatever call of the store fails, before its commit or after it,
 * the batch is then what a restart would give, and can be worked on.
 */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { defaultRules } from '../../../shared/domain/model/rules.ts';
import { createFailingStore, StoreLost } from '../../support/failing-store.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const everything: RowFilter = { show: 'all', cause: null, search: '' };

const headings = 'Buyurtma raqami;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot;Soni;Narxi';
const rows = [
  '1;Karimova Aziza;901234567;Navoiy 5;Buxoroo viloyati;Choynak;1;50000',
  '2;Yusupov Bekzod;901234568;Navoiy 6;Buxoroo viloyati;Piyola;2;40000',
  '3;Rahimova Dilnoza;901234569;Navoiy 7;Xorazm viloyati;Choynak;1;50000',
];
const addedRow = '4;Aliyev Sardor;901234560;Navoiy 8;Navoiy viloyati;Piyola;1;40000';

interface Prepared {
  readonly home: string;
  readonly batchId: string;
}

/** A batch with a history that goes both ways, an earlier version of its file with work on it, and answers to give. */
async function prepare(): Promise<Prepared> {
  const home = temporaryFolder();
  const file = path.join(temporaryFolder(), 'buyurtmalar.csv');
  const services = startServices(home);
  writeFileSync(file, [headings, ...rows].join('\n'));
  const [earlier = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(earlier, nowhere);
  await services.batches.edit(earlier, [{ row: 2, column: 4, text: 'Buxoro viloyati' }]);
  writeFileSync(file, [headings, ...rows, addedRow].join('\n'));
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(batchId, nowhere);
  await services.batches.edit(batchId, [{ row: 4, column: 1, text: 'Rahimova D.' }]);
  await services.batches.addRow(batchId, '3');
  await services.batches.edit(batchId, [{ row: 2, column: 1, text: 'Boshqa Ism' }]);
  await services.batches.undo(batchId);
  await services.stop();
  return { home, batchId };
}

/** All that a person sees of the batch. */
async function seen(services: Services, batchId: string): Promise<unknown> {
  const { version: _version, ...summary } = await services.batches.summary(batchId);
  const { version: _shown, ...window } = await services.batches.rows(batchId, everything, 0, 100);
  const { steps, ...history } = await services.batches.history(batchId);
  const causes = await services.batches.causes(batchId);
  const { columns, fields } = await services.batches.columns(batchId);
  // What was chosen today is the profile's choice tomorrow: only the word for it differs.
  const chosen = columns.map(({ reason, ...column }) => ({
    ...column,
    reason: reason.code.replace('orders.profile', 'orders.chosen'),
  }));
  return { summary, window, steps, history, causes, columns: chosen, fields };
}

type Act = (services: Services, batchId: string) => Promise<unknown>;

const regionCause = async (services: Services, batchId: string): Promise<string> =>
  (await services.batches.causes(batchId)).find(({ field }) => field === 'region')?.cause ?? '';

const changes: Readonly<Record<string, Act>> = {
  'cells typed': ({ batches }, id) => batches.edit(id, [{ row: 3, column: 1, text: 'Yusupov B.' }]),
  'an order left out': ({ batches }, id) => batches.leaveOut(id, ['2'], true),
  'rows left out': ({ batches }, id) => batches.leaveOutRows(id, [3], 'toggle'),
  'a row added': ({ batches }, id) => batches.addRow(id, '1'),
  'rows removed': ({ batches }, id) => batches.removeRows(id, [6]),
  'all of one cause fixed': async (services, id) => services.batches.fixAll(id, await regionCause(services, id)),
  undo: ({ batches }, id) => batches.undo(id),
  redo: ({ batches }, id) => batches.redo(id),
  'gone to the beginning': ({ batches }, id) => batches.goTo(id, 0),
  'gone to the end': ({ batches }, id) => batches.goTo(id, 3),
  'a column chosen': ({ batches }, id) => batches.setColumn(id, 3, null),
  'a constant': ({ batches }, id) => batches.setConstant(id, 'scheduled_at', 'ertaga 14:00'),
  rules: ({ batches }, id) => batches.setRules(id, { ...defaultRules, orderNumbers: { kind: 'own', start: 500 } }),
  'another heading row': ({ batches }, id) => batches.setReading(id, { headerRow: 2 }),
  // The cells stand elsewhere: the corrections wait.
  'another delimiter': ({ batches }, id) => batches.setReading(id, { delimiter: ',' }),
  'an answer': ({ batches }, id) =>
    batches.applyFix(id, { kind: 'setRules', answer: 'dateOrder', rules: { dateOrder: 'monthFirst' } }),
  'a product mapped': ({ batches }, id) =>
    batches.applyFix(id, {
      kind: 'setProduct',
      keyKind: 'name',
      key: 'Choynak',
      productId: 17,
      variationId: null,
      price: null,
      like: null,
    }),
  'a profile saved': ({ batches }, id) => batches.saveProfile(id, 'Doʻkon'),
  'corrections carried over': ({ earlier }, id) => earlier.resolveCarryOverOffer(id, true),
  'products saved': ({ products }) =>
    products.save(nowhere, firstShop, [
      { keyKind: 'name', key: 'Piyola', productId: 18, variationId: null, price: null },
    ]),
};

describe('a change whose store fails', () => {
  it.each(Object.keys(changes))(
    '%s: memory is what a restart gives, at every call, before its commit and after',
    async (kind) => {
      const { home, batchId } = await prepare();
      for (const moment of ['before', 'after'] as const) {
        for (let call = 1, isOver = false; !isOver; call++) {
          const copy = path.join(temporaryFolder(), 'home');
          cpSync(home, copy, { recursive: true });
          const failing = createFailingStore();
          const services = startServices(copy, failing.between);
          await services.batches.open(batchId, nowhere);
          failing.failAt(call, moment);
          const error: unknown = await changes[kind]?.(services, batchId).then(
            () => null,
            (thrown: unknown) => thrown,
          );
          isOver = !failing.hasFailed;
          failing.failAt(0, moment);
          if (error !== null && !(error instanceof StoreLost)) throw error;
          const shown = await seen(services, batchId);
          await services.stop();
          const again = startServices(copy);
          await again.batches.open(batchId, nowhere);
          expect(shown, `${kind}: call ${call} lost ${moment} its work`).toEqual(await seen(again, batchId));
          await again.stop();
        }
      }
    },
  );
});
