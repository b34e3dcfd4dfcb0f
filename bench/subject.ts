/** Defines a subject, something to be measured: a function that runs once in a process of its own. */

/** The numbers of one run, by name; `ms` is the time of the measured part. */
export type Numbers = Readonly<Record<string, number>>;
export type Arguments = Readonly<Record<string, string | number>>;
export type Subject = (args: Arguments) => Promise<Numbers>;

/** What a module under subjects/ exports: its subjects by name. Each imports its libraries itself, so that none pays for another. */
export type Subjects = Readonly<Record<string, Subject>>;

export function textArgument(args: Arguments, name: string): string {
  const value = args[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is not given`);
  return value;
}

export function numberArgument(args: Arguments, name: string): number {
  const value = args[name];
  if (typeof value !== 'number') throw new TypeError(`${name} is not given`);
  return value;
}

/** Runs and times the measured part, after collecting the garbage of the preparation. */
export async function timed<T>(act: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  globalThis.gc?.();
  const start = performance.now();
  const value = await act();
  return { ms: performance.now() - start, value };
}
