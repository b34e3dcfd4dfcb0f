/** Long work in short steps: whoever drives it may let others run between two of them, or give it up. */

/** Yields after every few milliseconds of work how much of it is done, from 0 to 1. Nothing is done before it is driven. */
export type CooperativeTask<T> = Generator<number, T, void>;

/** Does the work in one go. */
export function runToCompletion<T>(steps: CooperativeTask<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Rows or orders that are worked on without a break. */
const itemsPerStep = 512;

/** Where a part of the work begins and ends in the whole of it. */
export type ProgressRange = readonly [begin: number, end: number];

/** Acts on every index from `from` on and before `to`. */
export function* forEachIndex(
  from: number,
  to: number,
  act: (index: number) => void,
  [begin, end]: ProgressRange,
): CooperativeTask<void> {
  for (let index = from; index < to;) {
    const next = Math.min(to, index + itemsPerStep);
    while (index < next) act(index++);
    yield begin + ((end - begin) * (index - from)) / (to - from);
  }
}

/** Acts on every item. */
export function* forEachItem<T>(
  items: readonly T[],
  act: (item: T) => void,
  part: ProgressRange,
): CooperativeTask<void> {
  const actAt = (index: number): void => {
    const item = items[index];
    if (item !== undefined) act(item);
  };
  yield* forEachIndex(0, items.length, actAt, part);
}
