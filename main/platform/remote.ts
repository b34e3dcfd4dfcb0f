/**
 * Calls between threads: a service (an object of functions) is exposed on one end of a message port and called from the
 * other through a proxy. Failures keep their code and parameters; anything else that is thrown becomes the failure
 * `unexpected` with a reference, and its text goes to the log of the thread that threw, never across.
 */
import { randomUUID } from 'node:crypto';
import { Worker, type MessagePort } from 'node:worker_threads';
import type { Failure } from '../../shared/result.ts';
import { FailureError } from '../../shared/result.ts';
import { systemFailure } from './system-failure.ts';

type Call = {
  readonly kind: 'call';
  readonly service: string;
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
};
type Reply = {
  readonly kind: 'reply';
  readonly service: string;
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: Failure;
};
type EventMessage = { readonly kind: 'event'; readonly name: string; readonly data: unknown };
type Message = Call | Reply | EventMessage;

export type PortEnd = MessagePort | Worker;

/** A service as seen from the other thread: every function, also of nested objects, returns a promise. */
export type Remote<S> = {
  readonly [K in keyof S]: S[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : S[K] extends object
      ? Remote<S[K]>
      : never;
};

/** Where errors that are not failures are written, with the reference that the operator sees. */
export type ErrorLog = (reference: string, error: unknown) => void;

/** Turns whatever was thrown into a failure; what is not one already is logged under a new reference, a full disk, too. */
export function toFailure(error: unknown, log: ErrorLog): Failure {
  if (error instanceof FailureError) return error.failure;
  const reference = randomUUID().slice(0, 8);
  log(reference, error);
  const known = systemFailure(error);
  if (known) return known;
  return { code: 'unexpected', params: { code: reference } };
}

/** Answers the calls to `name` that come through `port` with the functions of `service`. */
export function expose(port: PortEnd, name: string, service: object, log: ErrorLog): void {
  port.on('message', (message: Message) => {
    if (message.kind !== 'call' || message.service !== name) return;
    void answer(message);
  });
  async function answer({ id, method, args }: Call): Promise<void> {
    try {
      const steps = method.split('.');
      const owner = steps.slice(0, -1).reduce<object>((part, step) => Object(Reflect.get(part, step)), service);
      const found: unknown = Reflect.get(owner, steps.at(-1) ?? '');
      if (typeof found !== 'function') throw new TypeError(`no method ${name}.${method}`);
      port.postMessage({
        kind: 'reply',
        service: name,
        id,
        value: await Reflect.apply(found, owner, [...args]),
      } satisfies Reply);
    } catch (error) {
      port.postMessage({ kind: 'reply', service: name, id, failure: toFailure(error, log) } satisfies Reply);
    }
  }
}

/**
 * A proxy of the service `name` at the other end of `port`; calls wait where the port is still a promise.
 * @throws FailureError (every call) what the service threw; `threadEnded` when the thread ends
 */
export function createProxy<S>(port: PortEnd | Promise<PortEnd>, name: string): Remote<S> {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let hasEnded = false;
  const ended = (): void => {
    hasEnded = true;
    for (const call of waiting.values()) call.reject(new FailureError('threadEnded'));
    waiting.clear();
  };
  const connect = (end: PortEnd): PortEnd => {
    end.on('message', (message: Message) => {
      if (message.kind !== 'reply' || message.service !== name) return;
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.failure) call?.reject(new FailureError(message.failure.code, message.failure.params));
      else call?.resolve(message.value);
    });
    end.on('close', ended);
    end.on('exit', ended);
    // It has ended before anybody listened.
    if (end instanceof Worker && end.threadId === -1) ended();
    return end;
  };
  const connected = port instanceof Promise ? port.then(connect) : connect(port);
  // Each call rejects by itself where the port never comes; this only avoids an unhandled rejection.
  if (connected instanceof Promise) connected.catch(() => undefined);
  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const send = (end: PortEnd): void => {
        if (hasEnded) {
          reject(new FailureError('threadEnded'));
          return;
        }
        const id = ++last;
        waiting.set(id, { resolve, reject });
        end.postMessage({ kind: 'call', service: name, id, method, args } satisfies Call);
      };
      if (connected instanceof Promise) connected.then(send, reject);
      else send(connected);
    });
  const partAt = (path: string): object =>
    new Proxy(() => undefined, {
      // The proxy is no promise: `await` must not call a remote method named `then`.
      get: (_target, step) =>
        typeof step !== 'string' || step === 'then' ? undefined : partAt(path ? `${path}.${step}` : step),
      apply: (_target, _owner, args: unknown[]) => call(path, args),
    });
  return partAt('') as Remote<S>;
}

/** Sends an event, which needs no answer, to the other end of the port. */
export function emit(port: PortEnd, name: string, data: unknown): void {
  port.postMessage({ kind: 'event', name, data } satisfies EventMessage);
}

/** Calls `listener` with every event from the other end. */
export function onEvent(port: PortEnd, listener: (name: string, data: unknown) => void): void {
  port.on('message', (message: Message) => {
    if (message.kind === 'event') listener(message.name, message.data);
  });
}
