/**
 * A bridge without a main process: shows the window's screens with invented data, for screenshots and tests of the page.
 * Never part of the product. Arguments and results are checked against the contract, so it cannot drift from it.
 */
import {
  channels,
  type ChannelResult,
  type Bridge,
  type ChannelName,
  type ParsedChannelArgument,
} from '../../shared/contract/channels.ts';
import type { AccessKeyState } from '../../shared/contract/settings.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { defaultRules } from '../../shared/domain/model/rules.ts';
import { settingsSchema, type Settings } from '../../shared/domain/model/settings.ts';
import { failure, FailureError, success } from '../../shared/result.ts';
import { FakeBatch } from './fake-bridge/batch.ts';
import { FakeRun, idleRun } from './fake-bridge/run.ts';

export interface FakeOptions {
  readonly settings?: Partial<Settings>;
  readonly accessKey?: string | null;
  /** Orders in each batch. */
  readonly orders?: number;
  /** Milliseconds per order while sending; 0: only `advance` sends. */
  readonly speed?: number;
  readonly earlier?: boolean;
}

/** What a test can do that the window cannot. */
export interface FakeBridge extends Bridge {
  emit(name: string, data: unknown): void;
  batch(id: string): FakeBatch;
  run(id: string): FakeRun;
}

type Handlers = { readonly [N in ChannelName]: (argument: ParsedChannelArgument<N>) => ChannelResult<N> };

const minutes = 60_000;

export function fakeBridge({
  settings: given = {},
  accessKey: givenKey = null,
  orders = 240,
  speed = 60,
  earlier = true,
}: FakeOptions = {}): FakeBridge {
  const listeners = new Set<(event: { sequence: number; name: string; data: unknown }) => void>();
  let sequence = 0;
  const emit = (name: string, data: unknown): void => {
    sequence += 1;
    for (const listener of listeners) listener({ sequence, name, data });
  };
  let settings = settingsSchema.parse(given);
  let key = givenKey;
  const profile = (id: string, name: string): ChannelResult<'profile.list'>[number] => ({
    id,
    name,
    columns: [{ heading: 'Telefon', field: 'phone' }],
    constants: {},
    rules: defaultRules,
  });
  let profiles = [profile('p1', 'Kunlik fayl')];
  let products: Product[] = [
    { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 310, price: 150_000 },
    { keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: null },
  ];
  const productTable = () => ({
    server: { url: settings.practice ? 'http://127.0.0.1:8040/' : settings.server, practice: settings.practice },
    products,
  });
  const batches = new Map<string, FakeBatch>();
  const runs = new Map<string, FakeRun>();

  const add = (name: string, age: number): FakeBatch => {
    const batch = new FakeBatch(`b${batches.size + 1}`, name, orders, Date.now() - age);
    batches.set(batch.id, batch);
    return batch;
  };
  if (earlier) {
    const yesterday = add('buyurtmalar-23-11.xlsx', 26 * 60 * minutes);
    new FakeRun(yesterday, false, 0, emit).advance(orders);
    add('do‘kon-zakazlari-noyabr-haftalik-katta-fayl.csv', 3 * minutes);
  }
  const of = ({ batchId }: { batchId: string }): FakeBatch => {
    const batch = batches.get(batchId);
    if (!batch) throw new FailureError('unexpected', { code: 'batch' });
    return batch;
  };
  const runOf = (argument: { batchId: string }): FakeRun => {
    const run = runs.get(of(argument).id);
    if (!run) throw new FailureError('unexpected', { code: 'run' });
    return run;
  };
  const keyState = (): AccessKeyState => ({
    present: settings.practice || key !== null,
    lastCharacters: settings.practice ? null : (key?.slice(-4) ?? null),
    persisted: true,
    expiresAt: null,
  });
  const change =
    <A extends { batchId: string }, T>(act: (batch: FakeBatch, argument: A) => T) =>
    (argument: A): T => {
      const answer = act(of(argument), argument);
      emit('batch.changed', { batchId: argument.batchId, version: of(argument).version });
      return answer;
    };

  const handlers: Handlers = {
    'app.getInfo': () => ({
      version: '0.1.0',
      packaged: false,
      platform: 'linux',
      samples: [{ name: 'orders-uz.xlsx' }, { name: 'orders-ru.csv' }, { name: 'orders-mistakes.xlsx' }],
    }),
    'settings.get': () => settings,
    'settings.set': (wanted) => (settings = { ...settings, ...wanted } as Settings),
    'accessKey.getState': keyState,
    'accessKey.set': (argument) => {
      key = argument.key;
      return keyState();
    },
    'accessKey.logIn': () => {
      key = 'made-up-key-7f3a';
      return keyState();
    },
    'accessKey.forget': () => {
      key = null;
      return keyState();
    },
    'server.test': () => ({
      reachable: true,
      authorised: settings.practice || key !== null ? true : null,
      lookupOffered: true,
    }),
    'diagnostics.save': () => ({ fileName: 'order-importer-diagnostics.json' }),
    'server.getInUse': () => ({
      url: settings.practice ? 'http://127.0.0.1:8040/' : settings.server,
      identity: 'practice:1',
      practice: settings.practice,
      inside: settings.practice,
    }),
    'batch.list': () =>
      [...batches.values()]
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .map((batch) => ({
          batchId: batch.id,
          fileName: batch.name,
          createdAt: batch.createdAt,
          openedAt: batch.createdAt,
          practice: settings.practice,
          server: settings.practice ? null : settings.server,
          counts: batch.counts(),
          openedBy: 'dilnoza',
        })),
    'order.search': ({ text }) =>
      text.length < 3
        ? []
        : [
            {
              orderId: 1_220_011,
              orderKey: '1220011',
              wmsId: 90_412,
              state: 'accepted',
              at: Date.now() - 50 * 60 * minutes,
              row: 12,
              fileName: 'buyurtmalar-23-11.xlsx',
              batchId: 'b1',
              practice: false,
              name: 'Karimova Aziza',
              phone: '+998901234567',
            },
          ],
    'file.choose': () => [add('buyurtmalar-24-11.xlsx', 0).id],
    'file.openSample': ({ name }) => add(name, 0).id,
    'file.cancelReading': () => ({}),
    'file.paste': () => add('Qoʻyilgan 24.11.2026 09-30.tsv', 0).id,
    'batch.open': (argument) => of(argument).summary(),
    'batch.close': () => ({}),
    'batch.remove': ({ batchId }) => {
      batches.delete(batchId);
      return {};
    },
    'batch.getSummary': (argument) => of(argument).summary(),
    'batch.getColumns': (argument) => of(argument).columns(),
    'batch.setColumn': change((batch, { column, field }) => {
      batch.columnFields[column] = field;
      return batch.changed();
    }),
    'batch.setConstant': change((batch) => batch.changed()),
    'batch.setRules': change((batch) => batch.changed()),
    'batch.setReadingOptions': change((batch) => batch.changed()),
    'batch.getRows': (argument) => of(argument).window(argument.filter, argument.from, argument.count),
    'batch.getFacets': () => [],
    'batch.findRow': (argument) => ({ index: of(argument).indexOf(argument.filter, argument.row) }),
    'batch.findProblem': (argument) => {
      const { row, column } = of(argument).causes()[0]?.firstPosition ?? { row: null, column: null };
      return { position: row === null || column === null ? null : { row, column } };
    },
    'batch.listCauses': (argument) => of(argument).causes(),
    'order.get': (argument) => of(argument).order(argument.orderKey),
    'batch.editCells': change((batch, { cells }) => batch.edit(cells)),
    'batch.leaveOutOrders': change((batch, { orderKeys, out }) => batch.leaveOut(orderKeys, out)),
    'batch.leaveOutRows': change((batch) => batch.changed()),
    'batch.addRow': change((batch) => ({ ...batch.changed(), changedPosition: null })),
    'batch.removeRows': change((batch) => batch.changed()),
    'batch.applyFix': change((batch, { fix }) => (fix.kind === 'setCell' ? batch.edit([fix]) : batch.changed())),
    'batch.applyFixToAll': change((batch, { cause }) => batch.fixAll(cause)),
    'batch.undo': change((batch) => ({ ...batch.undo(), changedPosition: null })),
    'batch.redo': change((batch) => ({ ...batch.redo(), changedPosition: null })),
    'batch.goToStep': change((batch) => ({ ...batch.changed(), changedPosition: null })),
    'batch.getHistory': () => ({ steps: [], earlierStepCount: 0 }),
    'batch.getEarlierVersion': () => null,
    'batch.decideCarryOver': change((batch) => batch.changed()),
    'profile.save': ({ name }) => {
      profiles = [...profiles, profile(`p${profiles.length + 1}`, name)];
      return { name };
    },
    'profile.list': () => profiles,
    'profile.setRules': ({ id, rules }) => {
      profiles = profiles.map((one) => (one.id === id ? { ...one, rules } : one));
      return {};
    },
    'profile.rename': ({ id, name }) => {
      profiles = profiles.map((profile) => (profile.id === id ? { ...profile, name } : profile));
      return { name };
    },
    'profile.export': ({ id }) => ({ fileName: `${profiles.find((profile) => profile.id === id)?.name ?? id}.json` }),
    'profile.import': () => {
      profiles = [...profiles, profile(`p${profiles.length + 1}`, 'Jamoa sozlamasi')];
      return { name: 'Jamoa sozlamasi', replaced: false };
    },
    'product.list': () => productTable(),
    'product.save': ({ products: given }) => {
      products = [
        ...products.filter(
          (product) => !given.some(({ keyKind, key }) => keyKind === product.keyKind && key === product.key),
        ),
        ...given,
      ];
      return productTable();
    },
    'product.remove': ({ keys }) => {
      products = products.filter(
        (product) => !keys.some(({ keyKind, key }) => keyKind === product.keyKind && key === product.key),
      );
      return productTable();
    },
    'product.copyFromPractice': () => productTable(),
    'product.import': () => {
      products = [...products, { keyKind: 'code', key: 'LG-02', productId: 33, variationId: null, price: 90_000 }];
      return {
        fileName: 'mahsulotlar.xlsx',
        added: 1,
        changed: 0,
        unchanged: 2,
        skipped: [{ row: 5, code: 'products.noId', params: {} }],
      };
    },
    'product.exportUnmapped': () => ({ fileName: 'mahsulotlar - buyurtmalar-24-11.xlsx', count: 2 }),
    'profile.remove': ({ id }) => {
      profiles = profiles.filter((profile) => profile.id !== id);
      return {};
    },
    'run.getPlan': (argument) => {
      const { counts, readyAmount } = of(argument).summary();
      return {
        batchId: argument.batchId,
        ready: counts.ready,
        amount: readyAmount,
        server: {
          url: settings.practice ? 'http://127.0.0.1:8040/' : settings.server,
          practice: settings.practice,
          secure: settings.practice || settings.server.startsWith('https:'),
        },
        hasAccessKey: keyState().present,
        seconds: counts.ready * 0.6,
        withErrors: counts.withErrors,
        leftOut: counts.leftOut,
        alreadySent: counts.alreadySent,
        earlierServer: null,
      };
    },
    'run.start': (argument) => {
      const run = new FakeRun(of(argument), argument.firstOnly, speed, emit);
      runs.set(argument.batchId, run);
      return run.view();
    },
    'run.pause': (argument) => runOf(argument).setStatus('paused'),
    'run.resume': (argument) => {
      const run = new FakeRun(of(argument), false, speed, emit);
      runs.set(argument.batchId, run);
      return run.view();
    },
    'run.stop': (argument) => runOf(argument).setStatus('stopped'),
    'run.setConcurrency': (argument) => runOf(argument).setConcurrency(argument.concurrency),
    'run.getState': (argument) => runs.get(argument.batchId)?.view() ?? idleRun(of(argument)),
    'order.settle': change((batch, { orderKey, act }) => {
      const order = batch.orders.find((one) => one.key === orderKey)!;
      if (act !== 'lookUp') order.state = act === 'there' ? 'accepted' : 'ready';
      batch.changed();
      return batch.order(orderKey);
    }),
    'order.sendAnyway': change((batch, { orderKey }) => {
      batch.orders.find((one) => one.key === orderKey)!.state = 'ready';
      batch.changed();
      return batch.order(orderKey);
    }),
    'order.resend': change((batch, { orders: wanted }) => {
      const again = batch.orders.filter((order) =>
        'orderKeys' in wanted ? wanted.orderKeys.includes(order.key) : order.state === 'rejected',
      );
      for (const order of again) order.state = 'ready';
      batch.changed();
      return { count: again.length };
    }),
    'order.getWmsStatus': () => ({ wmsId: 4, status: 5, createdAt: '2026-11-24 09:00:00', updatedAt: null }),
    'order.copyUnknownIds': (argument) => ({ count: of(argument).counts().unknown }),
    'ledger.listServers': () => [
      { server: 'http://wms.bts.uz:8040', accepted: 48_211, unknown: 2, taken: 7, at: Date.now() - 90 * minutes },
    ],
    'ledger.listOrders': ({ count }) => ({
      total: 48_220,
      orders: Array.from({ length: Math.min(count, 100) }, (_, n) => ({
        orderId: 1_220_100 - n,
        state: n % 40 === 3 ? 'unknown' : 'accepted',
        wmsId: n % 40 === 3 ? null : 90_500 - n,
        fileName: 'buyurtmalar-23-11.xlsx',
        at: Date.now() - (90 + n) * minutes,
      })),
    }),
    'ledger.export': () => ({ fileName: 'Yuborilgan buyurtmalar.jsonl', count: 48_220 }),
    'ledger.merge': () => ({ added: 120, known: 3, settled: 1 }),
    'ledger.importReports': () => ({ added: 240, known: 0, settled: 0 }),
    'report.save': ({ format }) => ({ fileName: `hisobot-24-11.${format}` }),
    'report.getRegions': () =>
      ['Toshkent shahri', 'Buxoro viloyati', 'Fargʻona viloyati', 'Andijon viloyati'].map((region, n) => ({
        region,
        orders: 90 - n * 20,
        done: 84 - n * 20,
        amount: 21_400_000 - n * 5_100_000,
      })),
    'report.listSentBefore': () => [
      {
        state: 'duplicate',
        reason: 'accepted',
        fileName: 'buyurtmalar-23-11.xlsx',
        at: Date.now() - 26 * 60 * minutes,
        orderCount: 3,
        firstOrderIds: ['700011', '700012', '700019'],
      },
    ],
    'report.savePdf': () => ({ fileName: 'hisobot-24-11.pdf' }),
    'report.copyText': () => ({}),
    'report.showInFolder': () => ({}),
    'report.openFailedRows': () => add('buyurtmalar-24-11 (bajarilmagan).xlsx', 0).id,
    'template.save': () => ({ fileName: 'namuna.xlsx' }),
    'practice.listOrders': () => ({
      url: 'http://127.0.0.1:8040/',
      total: 3,
      orders: [1, 2, 3].map((n) => ({
        wmsId: 90_004 - n,
        orderId: 700_010 - n,
        items: 1 + (n % 2),
        at: Date.now() - n * minutes,
      })),
    }),
  };

  function isChannel(name: string): name is ChannelName {
    return Object.hasOwn(channels, name);
  }
  const answer = <N extends ChannelName>(name: N, argument: unknown): unknown => {
    const parsed = channels[name].argument.parse(argument) as ParsedChannelArgument<N>;
    return channels[name].result.parse(handlers[name](parsed));
  };
  return {
    async call(name, argument) {
      if (!isChannel(name)) return failure('unexpected', { code: name });
      try {
        return success(structuredClone(answer(name, argument)));
      } catch (error) {
        if (error instanceof FailureError) return { ok: false, error: error.failure };
        throw error;
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async openFiles(files) {
      return success(files.map((file) => add((file as { name: string }).name, 0).id));
    },
    emit,
    batch: (batchId) => of({ batchId }),
    run: (batchId) => runOf({ batchId }),
  };
}
