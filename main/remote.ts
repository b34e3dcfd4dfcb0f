/**
 * Calls between threads: a service (an object of functions) is served on one end of a message port and called from the
 * other as if it were here. Failures keep their code and parameters; anything else that is thrown becomes the failure
 * `unexpected` with a reference, and its text goes to the log of the thread that threw, never across.
 */
import { randomUUID } from 'node:crypto';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Failure } from '../shared/result.ts';
import { FailureError } from '../shared/result.ts';

type Call = { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] };
type Reply = { readonly kind: 'reply'; readonly id: number; readonly value?: unknown; readonly failure?: Failure };
type Told = { readonly kind: 'event'; readonly name: string; readonly data: unknown };
type Message = Call | Reply | Told;

export type PortEnd = MessagePort | Worker;

/** A service as it is seen from the other thread: every function answers a promise. */
export type Remote<S> = {
  readonly [K in keyof S as S[K] extends (...args: never[]) => unknown ? K : never]: S[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** Where errors that are not failures are written, with the reference that the operator sees. */
export type ErrorLog = (reference: string, error: unknown) => void;

/** Turns whatever was thrown into a failure; what is not one already is logged under a new reference. */
export function failureOf(error: unknown, log: ErrorLog): Failure {
  if (error instanceof FailureError) return error.failure;
  const reference = randomUUID().slice(0, 8);
  log(reference, error);
  return { code: 'unexpected', params: { code: reference } };
}

/** Answers the calls that come through `port` with the functions of `service`. */
export function serve(port: PortEnd, service: object, log: ErrorLog): void {
  port.on('message', (message: Message) => {
    if (message.kind !== 'call') return;
    void answer(message);
  });
  async function answer({ id, method, args }: Call): Promise<void> {
    try {
      const found: unknown = Reflect.get(service, method);
      if (typeof found !== 'function') throw new TypeError(`no method ${method}`);
      port.postMessage({ kind: 'reply', id, value: await Reflect.apply(found, service, [...args]) } satisfies Reply);
    } catch (error) {
      port.postMessage({ kind: 'reply', id, failure: failureOf(error, log) } satisfies Reply);
    }
  }
}

/** The service at the other end of `port`. Calls reject with {@link FailureError}; all of them when the thread ends. */
export function remote<S>(port: PortEnd): Remote<S> {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  port.on('message', (message: Message) => {
    if (message.kind !== 'reply') return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.failure) call?.reject(new FailureError(message.failure.code, message.failure.params));
    else call?.resolve(message.value);
  });
  const ended = (): void => {
    for (const call of waiting.values()) call.reject(new FailureError('threadEnded'));
    waiting.clear();
  };
  port.on('close', ended);
  port.on('exit', ended);
  const proxy = new Proxy({}, {
    get: (_target, method) => {
      // Not a promise: `await remote(…)` must not call a method named then.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = ++last;
          waiting.set(id, { resolve, reject });
          port.postMessage({ kind: 'call', id, method, args } satisfies Call);
        });
    },
  });
  return proxy as Remote<S>;
}

/** Tells the other end of the port something that needs no answer. */
export function tell(port: PortEnd, name: string, data: unknown): void {
  port.postMessage({ kind: 'event', name, data } satisfies Told);
}

/** Hears what the other end tells. */
export function hear(port: PortEnd, listener: (name: string, data: unknown) => void): void {
  port.on('message', (message: Message) => {
    if (message.kind === 'event') listener(message.name, message.data);
  });
}
