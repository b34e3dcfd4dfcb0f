import { describe, expect, it } from 'vitest';
import { Fence } from '../../../main/team/fence.ts';

function fenced() {
  const time = { wall: 1_000_000, monotonic: 5_000 };
  const fence = new Fence({ now: () => time.wall, monotonic: () => time.monotonic, sleep: async () => undefined });
  const pass = (wall: number, monotonic = wall): void => {
    time.wall += wall;
    time.monotonic += monotonic;
  };
  return { fence, pass };
}

describe('the fence', () => {
  it('holds for 20 s from the question, not from the answer', () => {
    const { fence, pass } = fenced();
    expect(fence.isFresh).toBe(false);
    const asked = fence.mark();
    pass(3_000);
    fence.confirm(asked);
    pass(16_999);
    expect(fence.isFresh).toBe(true);
    pass(1);
    expect(fence.isFresh).toBe(false);
  });

  it('counts the longer of wall and monotonic time: sleep, and a clock that is set', () => {
    const sleeping = fenced();
    sleeping.fence.confirm(sleeping.fence.mark());
    sleeping.pass(30_000, 0);
    expect(sleeping.fence.isFresh).toBe(false);
    const setBack = fenced();
    setBack.fence.confirm(setBack.fence.mark());
    setBack.pass(-3_600_000, 20_000);
    expect(setBack.fence.isFresh).toBe(false);
  });

  it('is to be renewed before it ends, and can be withdrawn', () => {
    const { fence, pass } = fenced();
    fence.confirm(fence.mark());
    expect(fence.isToBeRenewed).toBe(false);
    pass(10_000);
    expect([fence.isFresh, fence.isToBeRenewed]).toEqual([true, true]);
    fence.withdraw();
    expect(fence.isFresh).toBe(false);
  });
});
