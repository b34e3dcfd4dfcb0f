/** Access keys that run out: known before, renewed without a person, or asked for. */
import { describe, expect, test } from 'vitest';
import { expiryOf } from '../../../../main/sending/token.ts';
import { runBench } from '../run-bench.ts';
import { sendables } from '../orders.ts';
import { answer } from '../scripted-client.ts';

const jwt = (exp: unknown): string => ['{"alg":"RS256"}', JSON.stringify({ exp })].map((part) => Buffer.from(part).toString('base64url')).concat('signature').join('.');
/** The virtual clock's beginning, in seconds. */
const start = 1_700_000_000;

test('a key says when it runs out, or nothing', () => {
  expect(expiryOf(jwt(start))).toBe(start * 1000);
  for (const token of ['', 'practice', 'a.b.c', jwt('soon'), jwt(null), 'x.bnVsbA.y', '..']) expect(expiryOf(token)).toBeNull();
});

describe('a key that has run out', () => {
  test('is not tried: a new one is asked for before anything goes out', async () => {
    const { wms, start: begin, until } = await runBench({});
    const run = begin(sendables(5), { token: jwt(start - 60) });
    expect(await until(run, 'waitingForToken')).toMatchObject({ reason: { code: 'run.expired' } });
    expect(wms.posts).toEqual([]);
    run.provideToken(jwt(start + 86_400));
    expect(await run.finished).toMatchObject({ ended: 'finished', attempts: 5 });
  });

  test('is believed when a person gives it again: the clock of this computer may be wrong', async () => {
    const { start: begin, until } = await runBench({});
    const run = begin(sendables(5), { token: jwt(start - 60) });
    await until(run, 'waitingForToken');
    run.provideToken(jwt(start - 60));
    expect(await run.finished).toMatchObject({ ended: 'finished', attempts: 5 });
  });

  test('in the middle of a run stops it before the server has to refuse', async () => {
    const { wms, start: begin, until } = await runBench({});
    const run = begin(sendables(400), { token: jwt(start + 1) });
    await until(run, 'waitingForToken');
    expect(wms.posts.length).toBeGreaterThan(0);
    expect(wms.posts.length).toBeLessThan(400);
    await run.stop();
  });
});

describe('a key that is not taken', () => {
  const refusesFirst = { create: (_orderId: number, _attempt: number, token: string) => (token === 'first' ? answer(401, {}) : undefined) };

  test('is renewed without a person where there is a way, and one order goes first', async () => {
    const { wms, snapshots, start: begin } = await runBench(refusesFirst);
    let renewals = 0;
    const run = begin(sendables(8), { renewToken: async () => (renewals++, 'second') });
    expect(await run.finished).toMatchObject({ ended: 'finished' });
    expect(renewals).toBe(1);
    expect(snapshots.some(({ status }) => status === 'waitingForToken')).toBe(false);
    const after = wms.posts.filter(({ token }) => token === 'second');
    expect(after).toHaveLength(8);
    expect(after[1]!.at).toBeGreaterThan(after[0]!.at);
  });

  test.each([
    ['the way leads nowhere', async () => null],
    ['the way fails', async () => Promise.reject(new Error('no'))],
    ['it gives the same one', async () => 'first'],
  ])('is asked for where %s', async (_name, renewToken) => {
    const { start: begin, until } = await runBench(refusesFirst);
    const run = begin(sendables(4), { renewToken });
    await until(run, 'waitingForToken');
    run.provideToken('third');
    expect(await run.finished).toMatchObject({ ended: 'finished' });
  });

  test('and is not taken again after it was renewed is not renewed for ever', async () => {
    let renewals = 0;
    const { wms, start: begin } = await runBench({ create: () => answer(401, {}) });
    const run = begin(sendables(4), { onPause: 'end', renewToken: async () => `token ${renewals++}` });
    expect(await run.finished).toMatchObject({ ended: 'paused', reason: { code: 'run.unauthorized' } });
    expect(renewals).toBe(1);
    expect(wms.posts.length).toBeLessThanOrEqual(3);
  });

  test('because the account may not is no matter of renewing', async () => {
    const { start: begin } = await runBench({ create: () => answer(403, {}) });
    const run = begin(sendables(4), { onPause: 'end', renewToken: async () => 'second' });
    expect(await run.finished).toMatchObject({ ended: 'paused', reason: { code: 'run.forbidden' } });
  });
});
