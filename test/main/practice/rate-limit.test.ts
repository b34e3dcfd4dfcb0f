import { expect, onTestFinished, test } from 'vitest';
import { request } from 'undici';
import { RateWindow } from '../../../main/practice/rate-limit.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';

test('fifty in ten minutes, and then fifty again', () => {
  const window = new RateWindow({ requests: 50, windowMs: 600_000, headers: true });
  for (let n = 0; n < 50; n++) expect(window.tryTake(1000 + n)).toBeNull();
  expect(window.tryTake(61_000)).toEqual({
    'x-rate-limit-limit': '50',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': '540',
  });
  expect(window.tryTake(600_999)).not.toBeNull();
  expect(window.tryTake(601_000)).toBeNull();
});

test('a refusal of an older build says nothing of how long', async () => {
  const server = await startPracticeServer({ limit: { requests: 1, windowMs: 600_000 } });
  onTestFinished(() => server.stop());
  const post = () =>
    request(`${server.url}v1/order/create`, {
      method: 'POST',
      headers: { authorization: 'Bearer practice', 'content-type': 'application/json' },
      body: '{}',
    });
  expect((await post()).statusCode).toBe(422);
  const refused = await post();
  expect(refused.statusCode).toBe(429);
  expect(Object.keys(refused.headers).filter((name) => /rate|retry/u.test(name))).toEqual([]);
});
