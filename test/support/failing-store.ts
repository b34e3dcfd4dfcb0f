/** Wraps a store so that one of its calls fails: before anything was done, or after all was done and the answer was lost. */
import type { Remote } from '../../main/platform/remote.ts';
import type { Store } from '../../main/store/store.ts';

export type FailureMoment = 'before' | 'after';

export interface FailingStore {
  /** Wraps the store for `startServices`. */
  between(store: Remote<Store>): Remote<Store>;
  /** Makes only the call with this number (from 1, counted from now) fail; 0: none. */
  failAt(call: number, moment: FailureMoment): void;
  /** Whether the call that was to fail was made. */
  readonly hasFailed: boolean;
}

export class StoreLost extends Error {}

export function createFailingStore(): FailingStore {
  let left = 0;
  let moment: FailureMoment = 'before';
  let hasFailed = false;
  const partOf = (part: object): object =>
    new Proxy(() => undefined, {
      get: (_target, name) => {
        const value: unknown = Reflect.get(part, name);
        return typeof value === 'function' ? partOf(value) : value;
      },
      apply: async (_target, _owner, args: unknown[]) => {
        left--;
        if (left !== 0) return Reflect.apply(part as () => unknown, undefined, args);
        hasFailed = true;
        if (moment === 'after') await Reflect.apply(part as () => Promise<unknown>, undefined, args);
        throw new StoreLost(`call lost ${moment} its work`);
      },
    });
  return {
    between: (store) => partOf(store) as Remote<Store>,
    failAt(call, when) {
      left = call;
      moment = when;
      hasFailed = false;
    },
    get hasFailed() {
      return hasFailed;
    },
  };
}
