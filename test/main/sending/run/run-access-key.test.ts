/** Access keys that run out: known before, renewed without a person, or asked for. */
import { describe, expect, test } from 'vitest';
import { accessKeyExpiry } from '../../../../main/sending/access-key-expiry.ts';
import { createRunHarness } from '../run-harness.ts';
import { sendableOrders } from '../orders.ts';
import { answerEvent } from '../scripted-client.ts';

const jwt = (exp: unknown): string =>
  ['{"alg":"RS256"}', JSON.stringify({ exp })]
    .map((part) => Buffer.from(part).toString('base64url'))
    .concat('signature')
    .join('.');
/** The virtual clock's beginning, in seconds. */
const start = 1_700_000_000;

test('a key says when it runs out, or nothing', () => {
  expect(accessKeyExpiry(jwt(start))).toBe(start * 1000);
  for (const token of ['', 'practice', 'a.b.c', jwt('soon'), jwt(null), 'x.bnVsbA.y', '..'])
    expect(accessKeyExpiry(token)).toBeNull();
});

describe('a key that has run out', () => {
  test('is not tried: a new one is asked for before anything goes out', async () => {
    const { wms, start: begin, until } = await createRunHarness({});
    const run = begin(sendableOrders(5), { accessKey: jwt(start - 60) });
    expect(await until(run, 'waitingForKey')).toMatchObject({ reason: { code: 'run.expired' } });
    expect(wms.posts).toEqual([]);
    run.provideAccessKey(jwt(start + 86_400));
    expect(await run.finished).toMatchObject({ status: 'finished', attempts: 5 });
  });

  test('is believed when a person gives it again: the clock of this computer may be wrong', async () => {
    const { start: begin, until } = await createRunHarness({});
    const run = begin(sendableOrders(5), { accessKey: jwt(start - 60) });
    await until(run, 'waitingForKey');
    run.provideAccessKey(jwt(start - 60));
    expect(await run.finished).toMatchObject({ status: 'finished', attempts: 5 });
  });

  test('in the middle of a run stops it before the server has to refuse', async () => {
    const { wms, start: begin, until } = await createRunHarness({});
    const run = begin(sendableOrders(400), { accessKey: jwt(start + 1) });
    await until(run, 'waitingForKey');
    expect(wms.posts.length).toBeGreaterThan(0);
    expect(wms.posts.length).toBeLessThan(400);
    await run.stop();
  });
});

describe('a key that is not taken', () => {
  const refusesFirst = {
    create: (_orderId: number, _attempt: number, token: string) =>
      token === 'first' ? answerEvent(401, {}) : undefined,
  };

  test('is renewed without a person where there is a way, and one order goes first', async () => {
    const { wms, snapshots, start: begin } = await createRunHarness(refusesFirst);
    let renewals = 0;
    const run = begin(sendableOrders(8), { renewAccessKey: async () => (renewals++, 'second') });
    expect(await run.finished).toMatchObject({ status: 'finished' });
    expect(renewals).toBe(1);
    expect(snapshots.some(({ status }) => status === 'waitingForKey')).toBe(false);
    const after = wms.posts.filter(({ accessKey }) => accessKey === 'second');
    expect(after).toHaveLength(8);
    expect(after[1]!.at).toBeGreaterThan(after[0]!.at);
  });

  test.each([
    ['the way leads nowhere', async () => null],
    ['the way fails', async () => Promise.reject(new Error('no'))],
    ['it gives the same one', async () => 'first'],
  ])('is asked for where %s', async (_name, renewAccessKey) => {
    const { start: begin, until } = await createRunHarness(refusesFirst);
    const run = begin(sendableOrders(4), { renewAccessKey });
    await until(run, 'waitingForKey');
    run.provideAccessKey('third');
    expect(await run.finished).toMatchObject({ status: 'finished' });
  });

  test('and is not taken again after it was renewed is not renewed for ever', async () => {
    let renewals = 0;
    const { wms, start: begin } = await createRunHarness({ create: () => answerEvent(401, {}) });
    const run = begin(sendableOrders(4), { onPause: 'end', renewAccessKey: async () => `token ${renewals++}` });
    expect(await run.finished).toMatchObject({ status: 'paused', reason: { code: 'run.unauthorized' } });
    expect(renewals).toBe(1);
    expect(wms.posts.length).toBeLessThanOrEqual(3);
  });

  test('because the account may not is no matter of renewing', async () => {
    const { start: begin } = await createRunHarness({ create: () => answerEvent(403, {}) });
    const run = begin(sendableOrders(4), { onPause: 'end', renewAccessKey: async () => 'second' });
    expect(await run.finished).toMatchObject({ status: 'paused', reason: { code: 'run.forbidden' } });
  });
});
