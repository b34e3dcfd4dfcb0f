/** Attacks by whoever answers in the place of the WMS, and by keys that cannot be sent. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../main/sending/wms/connection.ts';
import { createRunHarness } from '../main/sending/run-harness.ts';
import { sendableOrders } from '../main/sending/orders.ts';
import { answerEvent } from '../main/sending/scripted-client.ts';
import { accepted, hostileWms } from './hostile-wms.ts';
import { Office, orderList } from './office.ts';

describe('an access key that cannot be sent', () => {
  it.each([
    ['a Cyrillic letter', 'practice-\u0430bc', /«\u0430» \(U\+0430\)/u],
    ['a line break', 'practice-\nabc', /U\+000A/u],
    ['an emoji', 'practice-😀', /«😀» \(U\+1F600\)/u],
  ])('%s is named before anything is sent; with the right one all go out', async (_what, key, named) => {
    const wms = await hostileWms();
    const office = new Office({ WMS_TOKEN: key });
    const sent = await office.send(wms.url, 'kun.csv', orderList(1, 31));
    expect(sent.status).toBe(1);
    expect(sent.output).toMatch(named);
    expect(wms.posts).toEqual([]);
    const right = new Office({ WMS_TOKEN: 'practice-abc' });
    expect((await right.send(wms.url, 'kun.csv', orderList(1, 31))).orders).toMatchObject({ accepted: 30 });
  });
});

describe('an answer that is no acceptance', () => {
  const odd: readonly (readonly [string, (orderId: number) => unknown])[] = [
    ['id 0', (orderId) => ({ data: { id: 0, order_id: orderId } })],
    ['a negative id', (orderId) => ({ data: { id: -7, order_id: orderId } })],
    [
      'errors',
      (orderId) => ({ errors: [{ field: 'phone', message: 'Phone is invalid.' }], data: { id: 5, order_id: orderId } }),
    ],
    [
      'errors by field',
      (orderId) => ({ errors: { phone: ['Phone is invalid.'] }, data: { id: 5, order_id: orderId } }),
    ],
    ['success: false', (orderId) => ({ success: false, data: { id: 5, order_id: orderId } })],
    ['success: false in its data', (orderId) => ({ data: { id: 5, order_id: orderId, success: false } })],
    ['errors in its data', (orderId) => ({ data: { id: 5, order_id: orderId, errors: { phone: ['no'] } } })],
    ['a status that says error', (orderId) => ({ status: 'error', data: { id: 5, order_id: orderId } })],
    ['an error', (orderId) => ({ error: 'Not saved', data: { id: 5, order_id: orderId } })],
  ];
  it.each(odd)('%s: the order is unknown, and the run pauses', async (_what, body) => {
    const wms = await hostileWms((orderId) => ({ body: body(orderId) }));
    const office = new Office();
    const sent = await office.send(wms.url, 'kun.csv', orderList(1, 11), '--concurrency', '1');
    expect(sent.orders).toMatchObject({ unknown: 1, ready: 9, rejected: 0, accepted: 0 });
    expect(sent.reason?.code).toBe('run.contradictory');
    // Nothing of it goes out again by itself.
    await office.send(wms.url, 'kun.csv', orderList(1, 2), '--concurrency', '1');
    expect(wms.posts.filter((id) => id === 1)).toHaveLength(1);
  });

  it('with empty errors and success: true it is one', async () => {
    const wms = await hostileWms((orderId) => ({
      body: { success: true, errors: [], error: null, data: { id: orderId + 5, order_id: orderId } },
    }));
    expect((await new Office().send(wms.url, 'kun.csv', orderList(1, 4))).orders).toMatchObject({ accepted: 3 });
  });
});

it.each([
  ['lists', '['.repeat(200_000)],
  ['whole lists', `${'['.repeat(90_000)}${']'.repeat(90_000)}`],
  ['objects', `${'{"data":'.repeat(25_000)}1${'}'.repeat(25_000)}`],
  ['lists in an answer', `{"data":{"id":5,"order_id":1,"deep":${'['.repeat(90_000)}${']'.repeat(90_000)}}}`],
  ['lists in a refusal', `{"errors":${'['.repeat(90_000)}${']'.repeat(90_000)}}`],
])('a deeply nested answer (%s) makes its order unknown, and the run can go on at once', async (what, body) => {
  const wms = await hostileWms((orderId, nth) =>
    nth === 1 ? { body, status: what.endsWith('refusal') ? 422 : 200 } : accepted(orderId),
  );
  const office = new Office();
  const sent = await office.send(wms.url, 'kun.csv', orderList(1, 6), '--concurrency', '1');
  expect(sent.orders['sending']).toBe(0);
  expect(sent.reason?.code).not.toBe('run.failed');
  const again = await office.resume();
  expect((again.orders['unknown'] ?? 0) + (again.orders['review'] ?? 0)).toBe(1);
  expect(again.orders).toMatchObject({ accepted: 4 });
  expect(wms.posts.toSorted()).toEqual([1, 2, 3, 4, 5]);
});

it('a run that fails with an order in hand leaves it unknown, and the next run of the same window goes on', async () => {
  const { start, wms, states, clock } = await createRunHarness({});
  const { client } = wms;
  const create = client.create.bind(client);
  let isBroken = true;
  Object.assign(client, {
    create: async (body: string, key: string) => {
      if (!isBroken) return create(body, key);
      await clock.sleep(5);
      throw new RangeError('Maximum call stack size exceeded');
    },
  });
  expect((await start(sendableOrders(3), {}, { concurrency: 1, lookup: false }).finished).reason?.code).toBe(
    'run.failed',
  );
  expect(Object.values(states())).toContain('unknown');
  expect(Object.values(states())).not.toContain('sending');
  isBroken = false;
  await start(sendableOrders(3), {}, { lookup: true }).finished;
  expect(Object.values(states())).toEqual(['accepted', 'accepted', 'accepted']);
});

it('after two hours of 429 without an acceptance the run ends, and its orders wait', async () => {
  const { start, wms, states, clock } = await createRunHarness({
    create: () => answerEvent(429, {}, { retryAfter: '600' }),
  });
  const began = clock.monotonic();
  const end = await start(sendableOrders(5)).finished;
  expect(end).toMatchObject({ status: 'stopped', reason: { code: 'run.tooManyForLong' } });
  expect(clock.monotonic() - began).toBeGreaterThanOrEqual(7_200_000);
  expect(new Set(Object.values(states()))).toEqual(new Set(['waiting']));
  expect(wms.created.size).toBe(0);
});

it('a certificate of a stranger is refused, whatever the environment says: no key leaves', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });
  const [cert, key] = ['cert', 'key'].map((name) => readFileSync(`test/fixtures/tls/localhost.${name}.pem`, 'utf8'));
  const wms = await hostileWms(undefined, { key: key ?? '', cert: cert ?? '' });
  const connection = openConnection({ connect: 2000, headers: 2000, whole: 4000 });
  onTestFinished(() => connection.close());
  const headers = { authorization: 'Bearer secret-key-of-ours' };
  expect(await connection.send({ method: 'POST', url: wms.url, headers, body: '{}' })).toEqual({
    kind: 'notSent',
    phase: 'tls',
  });
  expect(wms.keys).toEqual([]);
});
