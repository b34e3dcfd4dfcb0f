import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { request } from 'undici';
import {
  type FaultName,
  faultDescriptions,
  faultNames,
  chooseFault,
  parseFaults,
} from '../../../main/practice/faults.ts';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../../main/practice/practice-server.ts';
import { systemClock } from '../../../main/ports.ts';
import { orderAnswerSchema } from '../../../shared/wms/order-create.ts';
import { readRefusal } from '../../../shared/wms/refusal.ts';

let server: PracticeServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const body = JSON.stringify({
  order_id: 5,
  full_name: 'Karimova Aziza',
  phone: '+998901234567',
  address: 'Navoiy koʻchasi 1',
  region: 'Buxoro',
  country: 'Uzbekistan',
  order_items: [{ client_product_id: 7, quantity: 1, price: 5000, discount: 0, final_price: 5000 }],
});

/** Sends one order; a broken connection or no answer within the time is `null`. */
async function send(url: string, timeout = 10_000) {
  try {
    const answer = await request(`${url}v1/order/create`, {
      method: 'POST',
      headers: { authorization: 'Bearer practice', 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(timeout),
    });
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } catch {
    return null;
  }
}

async function befall(fault: FaultName, options: PracticeOptions = {}, timeout?: number) {
  server = await startPracticeServer({ script: () => fault, ...options });
  return { answer: await send(server.url, timeout), created: server.ledger().length };
}

describe('what each fault does', () => {
  test.each<[FaultName, number | null, number]>([
    ['reset-before', null, 0],
    ['end-before', null, 0],
    ['lost-answer', null, 1],
    ['reset-in', null, 1],
    ['reset-after', null, 1],
    ['stall', null, 0],
    ['stall-in', null, 1],
    ['stall-after', null, 1],
    ['slow-body', null, 1],
    ['truncated', null, 1],
    ['401', 401, 0],
    ['403', 403, 0],
    ['404', 404, 0],
    ['408', 408, 0],
    ['408-after', 408, 1],
    ['409', 409, 0],
    ['421', 421, 0],
    ['425', 425, 0],
    ['429', 429, 0],
    ['429-bare', 429, 0],
    ['500', 500, 0],
    ['500-after', 500, 1],
    ['500-errors', 500, 0],
    ['502', 502, 0],
    ['502-after', 502, 1],
    ['503', 503, 0],
    ['503-wait', 503, 0],
    ['503-after', 503, 1],
    ['504-after', 504, 1],
    ['redirect', 307, 0],
    ['redirect-after', 302, 1],
    ['html-200', 200, 0],
    ['html-after', 200, 1],
    ['other-id', 200, 1],
    ['no-id', 200, 1],
    ['wrong-type', 200, 1],
    ['huge', 200, 1],
    ['gzip-bomb', 200, 1],
    ['invalid', 422, 0],
    ['outage', 200, 1],
  ])('%s', async (fault, status, created) => {
    // Only for an answer that never comes is the time short.
    const result = await befall(fault, {}, status === null ? 400 : 10_000);
    expect(result.answer?.status ?? null).toBe(status);
    expect(result.created).toBe(created);
  });

  test('stands in the page about the practice WMS', () => {
    const page = readFileSync('docs/practice.md', 'utf8');
    for (const [name, description] of Object.entries(faultDescriptions))
      expect(page).toContain(`| \`${name}\` | ${description} |`);
  });

  test('outage closes the port for a while, and opens the same one again', async () => {
    let end = () => {};
    const over = new Promise<void>((resolve) => (end = resolve));
    const { answer } = await befall('outage', {
      clock: { ...systemClock, sleep: () => over },
      script: (_orderId, attempt) => (attempt === 1 ? 'outage' : undefined),
    });
    expect(answer?.status).toBe(200);
    expect(await send(server!.url)).toBeNull();
    expect(server!.requests()).toHaveLength(1);
    end();
    await expect.poll(async () => (await send(server!.url))?.status).toBe(422);
  });

  test('late-commit creates after the connection is gone, and only once', async () => {
    const { answer, created } = await befall('late-commit', { lateMs: 30 });
    expect([answer, created]).toEqual([null, 0]);
    await expect.poll(() => server?.ledger().length).toBe(1);
    await send(server!.url);
    await expect.poll(() => server?.requests().length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server?.ledger()).toHaveLength(1);
  });

  test('a stop forgets what is still to come', async () => {
    await befall('late-commit', { lateMs: 50 });
    await server?.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server?.ledger()).toEqual([]);
  });

  test('429 says how long, and 429-bare does not', async () => {
    expect((await befall('429')).answer?.headers).toHaveProperty('x-rate-limit-reset');
    await server?.stop();
    const bare = (await befall('429-bare')).answer?.headers;
    expect(bare).not.toHaveProperty('x-rate-limit-reset');
    expect(bare).not.toHaveProperty('retry-after');
  });

  test('refusals are understood, an answer of another order is readable, one without its id is not', async () => {
    for (const [fault, status] of [
      ['500-errors', 500],
      ['invalid', 422],
    ] as const) {
      const { answer } = await befall(fault);
      expect(readRefusal(status, JSON.parse(answer?.text ?? ''))?.fieldErrors).toHaveLength(1);
      await server?.stop();
    }
    const other = await befall('other-id');
    expect(orderAnswerSchema.parse(JSON.parse(other.answer?.text ?? '')).data.order_id).toBe(6);
    await server?.stop();
    const without = await befall('no-id');
    expect(orderAnswerSchema.safeParse(JSON.parse(without.answer?.text ?? '')).success).toBe(false);
  });

  test('a request without a key meets no fault', async () => {
    server = await startPracticeServer({ script: () => 'lost-answer' });
    const answer = await request(`${server.url}v1/order/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await answer.body.dump();
    expect(answer.statusCode).toBe(401);
    expect(server.ledger()).toEqual([]);
  });
});

describe('which request gets which fault', () => {
  const plan = { chances: { 'lost-answer': 0.2, redirect: 0.1, '500': 0.1 }, script: undefined, seed: 7 };

  test('depends on seed, order and try alone', () => {
    const draw = (seed: number) => Array.from({ length: 200 }, (_, id) => chooseFault({ ...plan, seed }, id, 1) ?? '');
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(chooseFault(plan, 5, 1)).toBe(chooseFault(plan, 5, 1));
  });

  test('comes about as often as asked', () => {
    const counts = new Map<string, number>();
    for (let id = 0; id < 5000; id++) {
      const fault = chooseFault(plan, id, 1) ?? 'none';
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['500', 'lost-answer', 'none', 'redirect']);
    expect(counts.get('lost-answer')).toBeGreaterThan(900);
    expect(counts.get('lost-answer')).toBeLessThan(1100);
  });

  test('a script may let later tries pass', async () => {
    server = await startPracticeServer({ script: (_, attempt) => (attempt === 1 ? '503' : undefined) });
    expect((await send(server.url))?.status).toBe(503);
    expect((await send(server.url))?.status).toBe(200);
  });
});

describe('faults on a command line', () => {
  test('name and chance', () => {
    expect(parseFaults(['lost-answer=0.1', '500=.25', 'redirect'].slice(0, 2))).toEqual({
      ok: true,
      value: { 'lost-answer': 0.1, '500': 0.25 },
    });
    expect(parseFaults(['redirect'])).toEqual({ ok: true, value: { redirect: 1 } });
    expect(parseFaults([])).toEqual({ ok: true, value: {} });
  });
  test.each([
    ['lost-answers=0.1', 'practice.unknownFault'],
    ['__proto__', 'practice.unknownFault'],
    ['stall=2', 'practice.faultChance'],
    ['stall=', 'practice.faultChance'],
    ['stall=0.1=2', 'practice.faultChance'],
    ['stall=1e-1', 'practice.faultChance'],
  ])('%s is refused', (text, code) => {
    expect(parseFaults([text])).toMatchObject({ ok: false, error: { code } });
  });
  test('chances over 1 together are refused', () => {
    expect(parseFaults(['stall=0.7', '500=0.7'])).toMatchObject({
      ok: false,
      error: { code: 'practice.faultSum', params: { sum: 140 } },
    });
  });
  test('any text gives an answer', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(...faultNames).map((name) => `${name}=1`),
          ),
        ),
        (texts) => typeof parseFaults(texts).ok === 'boolean',
      ),
    );
  });
  test('every fault is described', () => {
    for (const name of faultNames) expect(faultDescriptions[name]).not.toBe('');
  });
});
