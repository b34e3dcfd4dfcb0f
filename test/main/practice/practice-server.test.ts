import { afterEach, describe, expect, test } from 'vitest';
import { request } from 'undici';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../../main/practice/practice-server.ts';
import { wmsPaths, wmsUrl } from '../../../shared/wms/addresses.ts';
import { echoDifferences } from '../../../shared/wms/echo.ts';
import { readLogin } from '../../../shared/wms/login.ts';
import { findInLookup, readOrderView } from '../../../shared/wms/lookup.ts';
import { orderAnswerSchema, type OrderRequest } from '../../../shared/wms/order-create.ts';
import { isOrderIdTaken, readRefusal } from '../../../shared/wms/refusal.ts';

const running: PracticeServer[] = [];

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

function order(order_id: number, change: Partial<OrderRequest> = {}): OrderRequest {
  return {
    order_id,
    scheduled_at: '2026-11-25T09:00:00Z',
    fulfillment_status: 5,
    full_name: 'Karimova Aziza',
    phone: '+998901234567',
    address: 'Navoiy koʻchasi 1',
    region: 'Buxoro',
    country: 'Uzbekistan',
    city: 'Buxoro shahri',
    zip: '200100',
    order_items: [
      {
        client_product_id: 7,
        client_product_variation_id: 7,
        quantity: 2,
        price: 5000,
        discount: 0,
        final_price: 5000,
      },
      { client_product_id: 8, quantity: 1, price: 3000, discount: 500, final_price: 2500 },
    ],
    ...change,
  };
}

interface Sent {
  readonly token?: string | null;
  readonly contentType?: string;
}

async function post(
  server: PracticeServer,
  path: string,
  body: unknown,
  { token = 'practice-key', contentType = 'application/json' }: Sent = {},
) {
  const answer = await request(wmsUrl(server.url, path), {
    method: 'POST',
    headers: {
      'content-type': contentType,
      accept: 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.body.text();
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text,
    body: text.startsWith('<') || text === '' ? text : (JSON.parse(text) as unknown),
  };
}

async function get(
  server: PracticeServer,
  path: string,
  query: Record<string, string | number> = {},
  token = 'practice-key',
) {
  const answer = await request(wmsUrl(server.url, path, query), { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.body.text();
  return { status: answer.statusCode, text, body: text.startsWith('<') ? text : (JSON.parse(text) as unknown) };
}

const create = (server: PracticeServer, body: unknown, sent: Sent = {}) => post(server, wmsPaths.create, body, sent);

describe('creating an order', () => {
  test('answers as documented, and echoes what was sent', async () => {
    const server = await practice();
    const answer = await create(server, order(700001));
    expect(answer.status).toBe(200);
    const { data } = orderAnswerSchema.parse(answer.body);
    expect(data).toMatchObject({
      id: 1,
      order_id: 700001,
      fulfillment_status: 5,
      _links: { self: { href: expect.stringContaining('id=1') } },
    });
    expect(data['created_at']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u);
    expect(echoDifferences(order(700001), data)).toEqual([]);
    expect(server.ledger()).toMatchObject([{ id: 1, orderId: 700001, request: order(700001) }]);
  });

  test('the document’s own example is taken', async () => {
    const server = await practice();
    const example = {
      order_id: 1220011,
      scheduled_at: '2024-10-03T14:00:00Z',
      full_name: 'Jon Done',
      phone: '+998900000000',
      address: '123 Main Street',
      region: 'Toshkent',
      country: 'Uzbekistan',
      city: 'Toshkent shahar',
      zip: '100200',
      order_items: [
        {
          client_product_id: 1,
          client_product_variation_id: 1,
          quantity: 1,
          price: 5000,
          discount: 100000,
          final_price: 95000,
        },
      ],
    };
    expect(await create(server, example)).toMatchObject({
      status: 200,
      body: { data: { order_id: 1220011, fulfillment_status: 5 } },
    });
  });

  test('an id that is there is refused, unless ids need not be unique', async () => {
    const strict = await practice();
    await create(strict, order(5));
    const again = await create(strict, order(5));
    expect(isOrderIdTaken(readRefusal(again.status, again.body)!)).toBe(true);
    expect(strict.ledger()).toHaveLength(1);

    const careless = await practice({ uniqueIds: false });
    await create(careless, order(5));
    expect((await create(careless, order(5))).status).toBe(200);
    expect(careless.ledger()).toHaveLength(2);
  });

  test('of two parallel creations one is refused', async () => {
    const server = await practice({ latencyMs: 20 });
    const answers = await Promise.all([create(server, order(5)), create(server, order(5))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test.each<[string, unknown, [string | null, number | null, string][]]>([
    [
      'nothing',
      {},
      [
        ['order_id', null, 'required'],
        ['full_name', null, 'required'],
        ['phone', null, 'required'],
        ['address', null, 'required'],
        ['region', null, 'required'],
        ['country', null, 'required'],
        [null, null, 'required'],
      ],
    ],
    [
      'no object',
      [],
      [
        ['order_id', null, 'required'],
        ['full_name', null, 'required'],
        ['phone', null, 'required'],
        ['address', null, 'required'],
        ['region', null, 'required'],
        ['country', null, 'required'],
        [null, null, 'required'],
      ],
    ],
    ['a fraction', { ...order(5), order_id: 5.5 }, [['order_id', null, 'integer']]],
    ['a number too low', { ...order(5), order_id: 0 }, [['order_id', null, 'min']]],
    ['text that is too long', { ...order(5), full_name: 'x'.repeat(256) }, [['full_name', null, 'maxLength']]],
    ['a zip as a number', { ...order(5), zip: 100200 }, [['zip', null, 'string']]],
    ['a phone of another country', { ...order(5), phone: '+79001234567' }, [['phone', null, 'invalid']]],
    [
      'a status that is not in the list',
      { ...order(5), fulfillment_status: 9 },
      [['fulfillment_status', null, 'invalid']],
    ],
    ['status 5 without a time', { ...order(5), scheduled_at: null }, [['scheduled_at', null, 'required']]],
    [
      'a day that does not exist',
      { ...order(5), scheduled_at: '2026-02-31T09:00:00Z' },
      [['scheduled_at', null, 'format']],
    ],
    [
      'faults in the second item',
      { ...order(5), order_items: [order(5).order_items[0], { quantity: 0, price: -1, discount: '0' }] },
      [
        ['client_product_id', 1, 'required'],
        ['quantity', 1, 'min'],
        ['price', 1, 'min'],
        ['discount', 1, 'integer'],
        ['final_price', 1, 'required'],
      ],
    ],
  ])('%s is refused, field by field', async (_, body, faults) => {
    const server = await practice();
    const answer = await create(server, body);
    expect(answer.status).toBe(422);
    expect(readRefusal(422, answer.body)?.fieldErrors.map(({ field, item, kind }) => [field, item, kind])).toEqual(
      faults,
    );
    expect(server.ledger()).toEqual([]);
  });

  test('an unknown product is refused', async () => {
    const server = await practice({ knownProducts: [7] });
    const answer = await create(server, order(5));
    expect(readRefusal(422, answer.body)?.fieldErrors).toMatchObject([
      { field: 'client_product_id', item: 1, kind: 'invalid' },
    ]);
  });

  test('broken JSON, another content type, a body that is too large', async () => {
    const server = await practice();
    expect(await create(server, '{"order_id":')).toMatchObject({
      status: 400,
      body: { message: 'Invalid JSON data in request body: Syntax error.' },
    });
    expect((await create(server, order(5), { contentType: 'text/plain' })).status).toBe(422);
    expect((await create(server, order(5, { address: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413);
    expect(server.ledger()).toEqual([]);
  });
});

describe('access', () => {
  test('a login gives a key that is let in; a refresh gives another, once', async () => {
    const server = await practice();
    const login = await post(server, wmsPaths.login, { login: 'operator', password: 'secret1' }, { token: null });
    const keys = readLogin(login.status, login.body);
    if (keys.kind !== 'signedIn' || keys.refreshToken === null) throw new Error('not signed in');
    expect((await create(server, order(5), { token: keys.accessKey })).status).toBe(200);
    const refreshed = await post(server, wmsPaths.refresh, { refresh_token: keys.refreshToken }, { token: null });
    expect(readLogin(refreshed.status, refreshed.body)).toMatchObject({ kind: 'signedIn' });
    const again = await post(server, wmsPaths.refresh, { refresh_token: keys.refreshToken }, { token: null });
    expect(readLogin(again.status, again.body)).toMatchObject({ kind: 'refused' });
  });

  test('a short password is refused with the limit', async () => {
    const server = await practice();
    const login = await post(server, wmsPaths.login, { login: '', password: '12345' }, { token: null });
    expect(login).toMatchObject({
      status: 422,
      body: [{ field: 'login' }, { field: 'password', message: 'Password should contain at least 6 characters.' }],
    });
  });

  test('without a key, with a live server’s key, with an expired one: 401', async () => {
    const server = await practice({ accessKeyTtl: 0 });
    const login = await post(server, wmsPaths.login, { login: 'operator', password: 'secret1' }, { token: null });
    const { access_token } = login.body as { access_token: string };
    for (const token of [null, 'eyJhbGciOi.live.key', access_token]) {
      expect(await create(server, order(5), { token })).toMatchObject({
        status: 401,
        body: { name: 'Unauthorized', status: 401 },
      });
    }
    expect(server.ledger()).toEqual([]);
  });

  test('a stranger’s host name is not answered', async () => {
    const server = await practice();
    await create(server, order(5));
    const answer = await request(`${server.url}practice/ledger`, { headers: { host: 'evil.example' } });
    expect(answer.statusCode).toBe(421);
    expect(await answer.body.text()).not.toContain('Karimova');
  });
});

describe('looking at orders', () => {
  test('honest: finds what is there, and says what is not', async () => {
    const server = await practice();
    await create(server, order(5));
    expect(findInLookup((await get(server, wmsPaths.index, { order_id: 5 })).body, 5)).toMatchObject({
      kind: 'found',
      wmsId: 1,
    });
    expect(findInLookup((await get(server, wmsPaths.index, { order_id: 6 })).body, 6)).toEqual({ kind: 'notThere' });
  });

  test.each(['missing', 'html', 'ignoresFilter'] as const)(
    '%s: nothing can be concluded of an absent order',
    async (lookup) => {
      const server = await practice({ lookup });
      await create(server, order(5));
      expect(findInLookup((await get(server, wmsPaths.index, { order_id: 6 })).body, 6)).toEqual({
        kind: 'notOffered',
      });
    },
  );

  test('view', async () => {
    const server = await practice();
    await create(server, order(5));
    expect(readOrderView((await get(server, wmsPaths.view, { id: 1 })).body)).toMatchObject({ id: 1, order_id: 5 });
    expect(await get(server, wmsPaths.view, { id: 2 })).toMatchObject({
      status: 404,
      body: { message: 'Order not found.' },
    });
  });

  test('the page and the list show the ledger, with names escaped', async () => {
    const server = await practice({ language: 'uz' });
    await create(server, order(5, { full_name: '<script>alert(1)</script>' }));
    const page = await get(server, '/');
    expect(page.text).toContain('1 ta buyurtma');
    expect(page.text).not.toContain('<script>');
    expect((await get(server, '/practice/ledger')).body).toMatchObject([{ id: 1, order_id: 5 }]);
  });

  test('an unknown path is 404, a wrong method 405', async () => {
    const server = await practice();
    expect((await get(server, '/v1/order/creat')).status).toBe(404);
    expect((await get(server, wmsPaths.create)).status).toBe(405);
  });
});

test('requests are recorded with the hash of their bodies; each start is a server of its own', async () => {
  const first = await practice();
  const second = await practice();
  expect(first.identity).not.toBe(second.identity);
  await create(first, order(5));
  await create(first, order(5));
  await get(first, wmsPaths.index, { order_id: 5 });
  const [one, two, three] = first.requests();
  expect(one).toMatchObject({ method: 'POST', path: wmsPaths.create, orderId: 5 });
  expect(one?.bodyHash).toMatch(/^[0-9a-f]{64}$/u);
  expect(two?.bodyHash).toBe(one?.bodyHash);
  expect(three).toEqual({ method: 'GET', path: wmsPaths.index });
  expect(second.requests()).toEqual([]);
});

test('a port that is taken is said so', async () => {
  const server = await practice();
  await expect(startPracticeServer({ port: Number(new URL(server.url).port) })).rejects.toMatchObject({
    failure: { code: 'practice.portTaken' },
  });
});
