/** Screens that few people ever meet: what is asked about odd files, what stops a run, what the app has to tell. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChannelName, ChannelResult } from '../../shared/contract/channels.ts';
import type { RunView } from '../../shared/contract/views.ts';
import type { Said, TeamQuestion } from '../../shared/domain/model/team-question.ts';
import { type App, expect, sample } from '../support/app.ts';
import { sheetsBook, type SheetRow } from '../support/sheets-writer.ts';
import type { Camera } from './camera.ts';

/**
 * From now on main's answers to `name` have these values, as if the disk were full or the ledger were that of years: the
 * screens are real, their cause is not. Null: as it is.
 */
async function pretend<N extends ChannelName>(
  app: App,
  name: N,
  change: Partial<ChannelResult<N>> | null,
): Promise<void> {
  await app.electron.evaluate(
    ({ ipcMain }, [name, change]) => {
      type Answer = (...given: readonly unknown[]) => Promise<{ readonly ok: boolean; readonly value: object }>;
      const known = Reflect.get(globalThis, 'pretended') as Map<string, object> | undefined;
      const changes = known ?? new Map<string, object>();
      if (change === null) changes.delete(name);
      else changes.set(name, change);
      if (known) return;
      Reflect.set(globalThis, 'pretended', changes);
      const answer = (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Answer>).get('call');
      if (!answer) throw new Error('no handler');
      ipcMain.removeHandler('call');
      ipcMain.handle('call', async (event, called: string, argument) => {
        const given = await answer(event, called, argument);
        const changed = changes.get(called);
        return changed && given.ok ? { ...given, value: { ...given.value, ...changed } } : given;
      });
    },
    [name, change as object | null] as const,
  );
}

const headings =
  'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi;Oldindan toʻlov;Izoh';

/** A line of an order; its last two cells are the money paid before and a note. */
const lineOf = (id: number, customer: string, prepaid = '', note = ''): string =>
  `${id};14.06.2030 10:00;${customer};998901234567;Navoiy 1;Buxoro viloyati;17;1;50000;${prepaid};${note}`;

function writeLines(app: App, name: string, lines: readonly string[]): string {
  const file = path.join(app.home, 'kelgan', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, [headings, ...lines].join('\n'));
  return file;
}

async function openAtCheck(app: App, file: string): Promise<void> {
  const { page } = app;
  await app.drop(file);
  await expect(page.getByTestId('file-name')).toHaveText(path.basename(file));
  await page.getByTestId('step-check').click();
  await page.getByTestId('row').first().waitFor();
}

async function practise(app: App): Promise<void> {
  await app.call('settings.set', { practice: true });
  await app.page.reload();
  await app.page.getByTestId('start-screen').waitFor();
}

/** What is asked or told about a file as a whole. */
export async function asking(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  const question = (code: string) => page.locator(`[data-testid="question"][data-code="${code}"]`);
  await practise(app);
  const orderHeadings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Yetkazish sanasi'];
  const itemHeadings = ['Mahsulot ID', 'Miqdor', 'Narx'];
  const order = (id: number, day: string): SheetRow => [
    id,
    'Karimova Aziza',
    '+998901234567',
    'Navoiy 5',
    'Buxoro viloyati',
    day,
    17,
    1,
    50_000,
  ];
  const write = (name: string, sheets: Readonly<Record<string, readonly SheetRow[]>>): string => {
    const file = path.join(app.home, name);
    writeFileSync(file, sheetsBook(sheets));
    return file;
  };
  const all = [...orderHeadings, ...itemHeadings];
  await app.drop(
    write('oylik.xlsx', {
      'Noyabr (arxiv)': [all, order(11, '02.11.2026 10:00'), order(12, '03.11.2026 10:00')],
      Yangi: [all, order(21, '14.06.2030 10:00')],
    }),
  );
  await camera.shoot('columns-archive-sheet', question('reading.currentSheet'));
  await app.drop(
    write('blanka.xlsx', {
      Blanka: [
        ['BUYURTMA BLANKASI'],
        ['Buyurtma raqami: 5120'],
        ['Mijoz: Ergasheva Dilnoza'],
        ['Telefon: +998 91 559 17 03'],
        ['Manzil: Xorazm viloyati, Urganch sh., Tinchlik ko‘chasi 8'],
        ['Yetkazish sanasi: 14.06.2030'],
        ['Mahsulot ID', 'Nomi', 'Narxi', 'Buyurtma, dona', 'Jami'],
        [411, 'Un 2 kg', 18_000, 12, 216_000],
        [412, 'Tuz 1 kg', 4000, null, null],
        [413, 'Guruch 1 kg', 16_000, 5, 80_000],
        ['Jami', null, null, 17, 296_000],
      ],
    }),
  );
  await camera.shoot('columns-order-blank', question('reading.blanks'));
  await app.drop(
    write('kunlar.xlsx', {
      Dushanba: [all, order(31, '14.06.2030 10:00'), order(32, '14.06.2030 10:00')],
      Seshanba: [['Kuryer: Anvar'], all, order(33, '15.06.2030 10:00'), order(31, '15.06.2030 10:00')],
    }),
  );
  await camera.shoot('columns-sheets-of-days');
  await page.getByTestId('sheets-together').click();
  await expect(page.getByTestId('columns-read')).toContainText('Dushanba + Seshanba');
  await camera.shoot('columns-sheets-together');
  await page.getByTestId('step-file').click();
  await page.getByTestId('sheet-in-list').first().waitFor();
  await camera.shoot('file-sheets-together');
  await page.getByTestId('step-check').click();
  await page.getByTestId('row').nth(3).waitFor();
  await camera.shoot('check-sheets-together');
  // A file that came before, corrected by the shop meanwhile.
  await openAtCheck(app, writeLines(app, 'kun.csv', [lineOf(61, 'Karimova Aziza'), lineOf(62, 'Yusupov Bekzod')]));
  await app.typeInto(3, 'C', 'Yusupov Bekzod Bahromovich');
  await app.drop(
    writeLines(app, 'kun.csv', [
      lineOf(61, 'Karimova Azizaxon'),
      lineOf(62, 'Yusupov Bekzod'),
      lineOf(63, 'Rahimova Dilnoza'),
    ]),
  );
  await page.getByTestId('earlier-show').click();
  await page.getByTestId('earlier-lists').waitFor();
  await camera.shoot('earlier-file-changed');
  // Two shops, and a third one that was removed: whose file is it? A shop without a name gets one when it is found again.
  await page.getByTestId('go-to-files').click();
  for (const name of ['№ 1', 'Atlas', 'Bodom']) await app.call('shop.add', { name });
  await openAtCheck(app, writeLines(app, 'Atlas 13.06.csv', [lineOf(71, 'Karimova Aziza')]));
  await page.getByTestId('go-to-files').click();
  await app.drop(writeLines(app, 'buyurtmalar.csv', [lineOf(81, 'Karimova Aziza')]));
  await page.getByTestId('shop-question').waitFor();
  await camera.shoot('shop-question');
  await page.getByTestId('go-to-files').click();
  await app.call('shop.remove', { id: 'atlas' });
  await app.drop(writeLines(app, 'Atlas 14.06.csv', [lineOf(72, 'Yusupov Bekzod')]));
  await page.getByTestId('shop-question').waitFor();
  await camera.shoot('shop-removed-question');
  await page.getByTestId('go-to-files').click();
  const shops = await app.call('shop.list', {});
  for (const { id } of shops.slice(1)) await app.call('shop.remove', { id });
  await page.reload();
  await page.getByTestId('start-screen').waitFor();
}

/** Ways to look at a file and at what is kept. */
export async function lookingClosely(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  await openAtCheck(app, sample('orders-mistakes.xlsx'));
  await app.typeInto(5, 'D', '+998901234567');
  await page.keyboard.press('Alt+KeyH');
  await page.getByTestId('history-step').first().waitFor();
  await camera.shoot('check-history');
  await page.keyboard.press('Alt+KeyF');
  await page.getByTestId('facets').waitFor();
  await camera.shoot('check-facets');
  await page.keyboard.press('Escape');
  await page.getByTestId('facets-close').click();
  await page.getByTestId('grid').focus();
  await page.keyboard.press('Control+KeyH');
  await page.getByTestId('replace-find').fill('Toshkent');
  await page.getByTestId('replace-with').fill('Samarqand');
  await page.getByTestId('replace-preview').waitFor();
  await camera.shoot('check-replace');
  await page.getByTestId('replace-close').click();
  await page.getByTestId('step-columns').click();
  await page.getByTestId('columns-expert').click();
  await page.getByTestId('rules').waitFor();
  await camera.shoot('columns-expert');
  await page.getByTestId('go-to-files').click();
  await app.call('product.save', {
    products: [
      { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 4, price: 125_000 },
      { keyKind: 'name', key: 'Doʻppi', productId: 42, variationId: null, price: null },
    ],
  });
  await page.getByTestId('go-to-products').click();
  await page.getByTestId('product-line').first().waitFor();
  await page.getByTestId('new-key').fill('CH-01');
  await page.getByTestId('new-product').getByTestId('product-productId').fill('51');
  await camera.shoot('products-table');
  await page.getByTestId('products-grid').click();
  await page.getByTestId('grid-productId').first().fill('55');
  await page.getByTestId('grid-change').first().waitFor();
  await camera.shoot('products-grid');
  await page.getByTestId('grid-close').click();
  await page.getByTestId('products-back').click();
  await page.getByTestId('search-all').fill('900001');
  await page.getByTestId('found-order').first().waitFor();
  await camera.shoot('start-found');
  await page.getByTestId('search-all').fill('');
  const broken = path.join(app.home, 'buzuq.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 and nothing more');
  await app.drop(broken);
  await page.getByTestId('notice-error').waitFor();
  await camera.shoot('start-error');
  await page.getByTestId('notice-dismiss').click();
}

const reasons: readonly (readonly [name: string, status: RunView['status'], reason: NonNullable<RunView['reason']>])[] =
  [
    ['stopped-disk-full', 'stopped', { code: 'disk.full', params: {} }],
    ['stopped-read-only', 'stopped', { code: 'disk.readOnly', params: {} }],
    ['stopped-held', 'stopped', { code: 'store.busy', params: {} }],
    ['stopped-too-many', 'stopped', { code: 'run.tooManyForLong', params: {} }],
    ['paused-same-id', 'paused', { code: 'run.sameId', params: { wmsId: 50_112, other: 700_001, orderId: 700_002 } }],
    ['paused-account', 'paused', { code: 'run.otherAccount', params: { account: 8, expected: 7 } }],
    ['paused-not-the-wms', 'paused', { code: 'run.notTheWms', params: { status: 200 } }],
    ['running-offline', 'running', { code: 'run.offline', params: {} }],
    ['waiting-for-key', 'waitingForKey', { code: 'run.expired', params: {} }],
  ];

/** What is said before a run, what stops it, and what it waits for. */
export async function stopping(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  await openAtCheck(
    app,
    writeLines(app, 'ertaga.csv', [
      lineOf(91, 'Karimova Aziza', '20000'),
      lineOf(92, 'Yusupov Bekzod', '', 'bekor qilindi'),
      lineOf(93, 'Rahimova Dilnoza'),
    ]),
  );
  await pretend(app, 'run.getPlan', {
    newProducts: { count: 2, ids: [90_417, 90_418], rows: [2, 4], isMore: false },
    passed: { count: 1, rows: [3] },
    sameServer: null,
  });
  await page.getByTestId('step-send').click();
  await page.getByTestId('plan-new-products').waitFor();
  await camera.shoot('plan-warnings');
  await pretend(app, 'run.getPlan', {
    sameServer: { server: 'https://wms.bts.uz', other: 'http://wms.bts.uz:8040', orders: 3, sameContent: 3 },
  });
  await page.getByTestId('step-check').click();
  await page.getByTestId('step-send').click();
  await page.getByTestId('same-server-question').waitFor();
  await camera.shoot('plan-same-server');
  await pretend(app, 'run.getPlan', null);
  for (const [name, status, reason] of reasons) {
    const isOver = status === 'stopped';
    await pretend(app, 'run.getState', { status, reason, planned: 120, done: 40, inFlight: isOver ? 0 : 2 });
    await page.getByTestId('step-check').click();
    await page.getByTestId('step-send').click();
    await page.getByTestId(isOver ? 'stop-reason' : 'run-status').waitFor();
    await camera.shoot(`sending-${name}`);
  }
  await pretend(app, 'run.getState', {
    status: 'running',
    reason: null,
    planned: 120,
    done: 118,
    inFlight: 0,
    awaitingLookup: 2,
    lookUpAt: Date.now() + 42_500,
  });
  await page.getByTestId('step-check').click();
  await page.getByTestId('step-send').click();
  await page.getByTestId('look-up-countdown').waitFor();
  await camera.shoot('sending-look-up');
  await pretend(app, 'run.getState', null);
  await page.getByTestId('go-to-files').click();
}

const asked = (question: Partial<TeamQuestion> & { readonly ours: Said; readonly theirs: Said }): TeamQuestion => ({
  id: JSON.stringify(question),
  kind: 'value',
  what: '',
  of: '',
  shop: '',
  differs: [],
  by: 'Bobur',
  at: Date.UTC(2026, 10, 30, 4, 12),
  mayBeApart: false,
  ...question,
});

/** One of each kind. */
const questions: readonly TeamQuestion[] = [
  asked({
    kind: 'product',
    what: 'Kosa 1 l',
    shop: 'Atlas',
    ours: { kind: 'product', productId: 17, variationId: null, price: 48_000 },
    theirs: { kind: 'product', productId: 18, variationId: 3, price: null },
  }),
  asked({
    kind: 'shop',
    what: 'Atlas',
    mayBeApart: true,
    ours: { kind: 'shop', name: 'Atlas', numberStart: 5000, account: null, removed: false },
    theirs: { kind: 'shop', name: 'Atlas textile', numberStart: null, account: 7041, removed: false },
  }),
  asked({
    what: 'Sam-d',
    of: 'region',
    ours: { kind: 'text', text: 'Samarqand viloyati' },
    theirs: { kind: 'none' },
  }),
  asked({ kind: 'rows', what: 'samovyvoz', of: 'Kuryer', ours: { kind: 'leftOut' }, theirs: { kind: 'none' } }),
  asked({
    kind: 'heading',
    what: 'Tel 2',
    ours: { kind: 'field', field: 'phone' },
    theirs: { kind: 'field', field: null },
  }),
  asked({
    kind: 'profile',
    what: 'Instagram',
    differs: ['columns', 'constants', 'rules'],
    ours: { kind: 'profile', columns: 9, constants: ['tomorrow 14:00'] },
    theirs: { kind: 'profile', columns: 11, constants: [] },
  }),
  asked({
    kind: 'server',
    what: 'https://wms.bts.uz',
    of: 'http://wms.bts.uz:8040',
    ours: { kind: 'sameWms' },
    theirs: { kind: 'otherWms' },
  }),
];

/** What the team and the records have to tell. */
export async function telling(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  const reason = { code: 'run.teamAway', params: {} };
  const state = {
    address: 'server-1/buyurtmalar',
    connectedSince: null,
    reason,
    waiting: 3,
    isAlone: false,
    age: 'same' as const,
    questions: questions.length,
  };
  await pretend(app, 'team.getState', { team: state });
  await pretend(app, 'team.getView', {
    state,
    computers: [],
    heldBy: ['OFIS-2'],
    acceptedTwice: [{ server: 'https://wms.bts.uz', orderId: 700_131 }],
    left: [],
    unnamedShop: { name: '№ 1', orders: 412, products: 38, others: ['Bosh', 'Kichik'] },
    questions: [...questions],
  });
  await app.call('settings.set', { practice: false, server: 'https://wms.bts.uz' });
  await page.reload();
  await page.getByTestId('team-chip').click();
  await page.getByTestId('team-popover').waitFor();
  await camera.shoot('team-away');
  await page.keyboard.press('Escape');
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('team-question').nth(6).waitFor();
  await camera.shoot('settings-team-away', page.getByTestId('settings-team'));
  await camera.shoot('settings-team-questions', page.getByTestId('team-questions'));
  await camera.shoot('settings-team-questions-2', page.getByTestId('team-question').nth(4));
  await pretend(app, 'team.getState', null);
  await pretend(app, 'team.getView', null);
  await page.getByTestId('month-open').click();
  await page.getByTestId('month-page').waitFor();
  await camera.shoot('month');
  await page.getByTestId('month-back').click();
  await app.call('settings.set', { operators: ['Aziz', 'Malika'] });
  await app.call('pin.set', { pin: '2580' });
  await page.reload();
  await page.getByTestId('operator-menu').click();
  await camera.shoot('operator-menu');
  await page.keyboard.press('Escape');
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('shop-name').fill('Atlas');
  await page.getByTestId('shop-add').click();
  await page.getByTestId('pin-enter').waitFor();
  await camera.shoot('pin');
}
