import { expect, test } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { killedEnd } from '../../support/killed.ts';
import { patience } from '../../support/patience.ts';
import { sendInChild } from './children.ts';
import { expectEachOnce, createKillHarness } from './kill-harness.ts';
import { killPoints } from './kill-points.ts';

test(
  'killed ten times in the middle of sending: nothing lost, nothing created twice',
  { timeout: patience(180_000) },
  async () => {
    const orders = 240;
    const bed = await createKillHarness(orders, 30);
    let kills = 0;
    for (let turn = 0; turn < 10; turn++) {
      const heard = bed.practice.requests().length;
      const child = sendInChild(bed.task);
      await child.sending;
      // Busy machines take their time: the deaths are to meet a process that sends, not one that still begins to.
      await expect
        .poll(() => bed.practice.requests().length, { timeout: patience(20_000), interval: 5 })
        .toBeGreaterThan(heard);
      await systemClock.sleep(Math.random() * 160);
      if (child.kill()) kills++;
      const { errors } = await child.done;
      expect(errors).toBe('');
    }
    expect(kills).toBe(10);
    const { output, errors } = await sendInChild(bed.task).done;
    expect(errors).toBe('');
    expect(output).toContain('"status":"finished"');
    const outcomes = expectEachOnce(bed, orders);
    // The kills met requests under way: their answers were lost, and they were found again.
    expect(outcomes.some(({ proof }) => proof === 'lookup')).toBe(true);
  },
);

test('killed at every named place: nothing lost, nothing created twice', { timeout: patience(180_000) }, async () => {
  const orders = 150;
  const bed = await createKillHarness(orders, 4);
  for (const nth of [1, 7]) {
    for (const point of killPoints) {
      const { code, signal, errors } = await sendInChild({
        ...bed.task,
        killAt: { point, nth: point === 'lookedUp' ? 1 : nth },
      }).done;
      expect({ point, status: code, signal, errors }).toEqual({ point, ...killedEnd, errors: '' });
    }
  }
  const { output } = await sendInChild(bed.task).done;
  expect(output).toContain('"status":"finished"');
  expectEachOnce(bed, orders);
});

test('two processes on one home at once send no order twice', async () => {
  const orders = 120;
  const bed = await createKillHarness(orders, 10);
  const ends = await Promise.all([sendInChild(bed.task).done, sendInChild(bed.task).done]);
  for (const { errors, output } of ends) {
    expect(errors).toBe('');
    expect(output).toContain('"status":"finished"');
  }
  expectEachOnce(bed, orders);
});
