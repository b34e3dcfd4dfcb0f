/** Long work as cooperative tasks: generators whose caller may let other work run between two yields, or stop. */

/** Yields its progress (0 to 1) every few milliseconds and returns the result. Does nothing until it is iterated. */
export type CooperativeTask<T> = Generator<number, T, void>;

/** Runs the task in one go and returns its result. */
export function runToCompletion<T>(task: CooperativeTask<T>): T {
  for (;;) {
    const { done, value } = task.next();
    if (done === true) return value;
  }
}

/** Rows or orders processed between two yields. */
const itemsPerStep = 512;

/** The share of the whole task's progress that one part covers. */
export type ProgressRange = readonly [begin: number, end: number];

/** Calls `act` for every index from `from` up to, but not including, `to`. */
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

/** Calls `act` for every item. */
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
