/** When a file of a watched folder counts as whole, and when one that is not is tried again: on a clock that the test turns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arrivals } from '../../../main/watch/arrivals.ts';

const locked = { code: 'reading.locked', params: { file: 'a.xlsx' } };

describe('arrivals', () => {
  it('are due once they have not changed for a while', () => {
    const arrivals = new Arrivals(2000);
    arrivals.seen('a', '10 bytes', 0);
    expect(arrivals.due(1999)).toEqual([]);
    arrivals.seen('a', '20 bytes', 1999);
    expect(arrivals.due(3998)).toEqual([]);
    arrivals.seen('a', '20 bytes', 3000);
    expect(arrivals.due(3999)).toEqual([{ path: 'a', stamp: '20 bytes', unchangedFor: 2000 }]);
    expect(arrivals.nextDue()).toBe(3999);
  });

  it('that are done with come again only where they changed', () => {
    const arrivals = new Arrivals(2000);
    arrivals.seen('a', 'one', 0);
    arrivals.settle({ path: 'a', stamp: 'one' });
    arrivals.seen('a', 'one', 5000);
    expect([arrivals.coming, arrivals.nextDue()]).toEqual([[], null]);
    arrivals.seen('a', 'two', 6000);
    expect(arrivals.due(8000).map(({ stamp }) => stamp)).toEqual(['two']);
    // What changed while it was taken is not done with.
    arrivals.seen('a', 'three', 8000);
    arrivals.settle({ path: 'a', stamp: 'two' });
    expect(arrivals.coming).toEqual(['a']);
  });

  it('that cannot be taken yet are tried again and again, in pauses that grow to a minute', () => {
    const arrivals = new Arrivals(2000);
    arrivals.seen('a', 'one', 0);
    const tries: number[] = [];
    for (let now = 0; now <= 400_000; now += 1000)
      for (const file of arrivals.due(now)) {
        tries.push(now);
        arrivals.wait(file, locked, now);
      }
    expect(tries).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 124_000, 184_000, 244_000, 304_000, 364_000]);
    expect(arrivals.waiting()).toEqual([{ path: 'a', failure: locked }]);
    expect(arrivals.hasNew).toBe(false);
    arrivals.gone('a');
    expect(arrivals.waiting()).toEqual([]);
  });

  it('are offered at last exactly as they last were, however they come, change and go', () => {
    const step = fc.record({
      path: fc.constantFrom('a', 'b', 'c'),
      act: fc.constantFrom('write', 'write', 'remove', 'look'),
      pause: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const arrivals = new Arrivals(1000);
        const disk = new Map<string, string>();
        const taken = new Map<string, string[]>();
        let now = 0;
        const look = (): void => {
          arrivals.keepOnly(new Set(disk.keys()));
          for (const [path, stamp] of disk) arrivals.seen(path, stamp, now);
          for (const file of arrivals.due(now)) {
            taken.set(file.path, [...(taken.get(file.path) ?? []), file.stamp]);
            arrivals.settle(file);
          }
        };
        steps.forEach(({ path, act, pause }, at) => {
          now += pause;
          if (act === 'write') disk.set(path, String(at));
          if (act === 'remove') disk.delete(path);
          look();
        });
        now += 1000;
        look();
        for (const [path, stamp] of disk) expect(taken.get(path)?.at(-1)).toBe(stamp);
        // None is offered twice as it is, unless it was away in between.
        if (steps.every(({ act }) => act !== 'remove'))
          for (const stamps of taken.values()) expect(new Set(stamps).size).toBe(stamps.length);
      }),
    );
  });
});
