import { expect, test } from 'vitest';
import { systemClock } from '../../main/ports.ts';
import { sendInChild } from '../main/sending/children.ts';
import { expectEachOnce, createKillHarness } from '../main/sending/kill-harness.ts';
import { killPoints } from '../main/sending/kill-points.ts';

const rounds = 25;
// What an honest server may do beside: none of it may hide what a death leaves behind.
const faults = { 'lost-answer': 0.03, 'reset-before': 0.02, '503': 0.01, truncated: 0.02, '500-after': 0.02 };

// An order that dies with its process before it goes out, three times and more, is rightly handed to a person.
const mostHandedOver = 10;

test(`killed ${rounds * killPoints.length} times at named places`, { timeout: 3_600_000 }, async () => {
  const orders = 1500;
  const bed = await createKillHarness(orders, 2, faults);
  let kills = 0;
  for (let round = 0; round < rounds; round++) {
    for (const point of killPoints) {
      const nth = point === 'lookedUp' ? 1 : 1 + Math.floor(Math.random() * 12);
      const { signal, errors } = await sendInChild({
        ...bed.task,
        concurrency: 1 + (round % 6),
        killAt: { point, nth },
      }).done;
      expect(errors).toBe('');
      if (signal === 'SIGKILL') kills++;
    }
  }
  // A place may not come up in a run that has too little left; most do.
  expect(kills).toBeGreaterThan(rounds * killPoints.length * 0.8);
  expect((await sendInChild(bed.task).done).output).toContain('"status":"finished"');
  expectEachOnce(bed, orders, mostHandedOver);
});

test('killed a hundred and fifty times at any moment, two processes at once', { timeout: 3_600_000 }, async () => {
  const orders = 1500;
  const bed = await createKillHarness(orders, 10, faults);
  for (let turn = 0; turn < 75; turn++) {
    const heard = bed.practice.requests().length;
    const children = [sendInChild(bed.task), sendInChild({ ...bed.task, concurrency: 2 })];
    await Promise.all(children.map(({ sending }) => sending));
    await expect
      .poll(() => bed.practice.requests().length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(heard + 4);
    for (const child of children) {
      await systemClock.sleep(Math.random() * 120);
      child.kill();
    }
    for (const child of children) expect((await child.done).errors).toBe('');
  }
  expect((await sendInChild(bed.task).done).output).toContain('"status":"finished"');
  expectEachOnce(bed, orders, mostHandedOver);
});
