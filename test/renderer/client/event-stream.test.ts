import { describe, expect, it } from 'vitest';
import { eventStream } from '../../../renderer/client/event-stream.ts';

type Sent = { readonly sequence: number; readonly name: string; readonly data: unknown };

function source(): {
  onEvent: (listener: (event: Sent) => void) => () => void;
  send: (sequence: number, name: string, data: unknown) => void;
} {
  const listeners = new Set<(event: Sent) => void>();
  return {
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (sequence, name, data) => {
      for (const listener of listeners) listener({ sequence, name, data });
    },
  };
}

describe('eventStream', () => {
  it('hands each event to the listeners of its name, until they end', () => {
    const main = source();
    const stream = eventStream(main);
    const seen: number[] = [];
    const end = stream.on('batch.changed', ({ version }) => seen.push(version));
    main.send(1, 'batch.changed', { batchId: 'b', version: 5 });
    main.send(2, 'batch.opened', { batchId: 'b' });
    end();
    main.send(3, 'batch.changed', { batchId: 'b', version: 6 });
    expect(seen).toEqual([5]);
  });

  it('tells of a gap once, after the event behind it, and not of the number it began with', () => {
    const main = source();
    const stream = eventStream(main);
    const seen: string[] = [];
    stream.on('batch.opened', ({ batchId }) => seen.push(batchId));
    stream.onGap(() => seen.push('gap'));
    main.send(41, 'batch.opened', { batchId: 'a' });
    main.send(42, 'batch.opened', { batchId: 'b' });
    main.send(45, 'batch.opened', { batchId: 'c' });
    main.send(46, 'batch.opened', { batchId: 'd' });
    expect(seen).toEqual(['a', 'b', 'c', 'gap', 'd']);
  });
});

describe('events told once', () => {
  it('keeps what main found at its start for the first listener, and hands it over only once', () => {
    const main = source();
    const stream = eventStream(main);
    main.send(1, 'app.startupNotice', { code: 'a', params: {} });
    main.send(2, 'app.startupNotice', { code: 'b', params: {} });
    const first: string[] = [];
    const second: string[] = [];
    stream.on('app.startupNotice', ({ code }) => first.push(code));
    stream.on('app.startupNotice', ({ code }) => second.push(code));
    main.send(3, 'app.startupNotice', { code: 'c', params: {} });
    expect(first).toEqual(['a', 'b', 'c']);
    expect(second).toEqual(['c']);
  });

  it('does not keep news of a state that can be asked for', () => {
    const main = source();
    const stream = eventStream(main);
    main.send(1, 'batch.changed', { batchId: 'b', version: 1 });
    const seen: number[] = [];
    stream.on('batch.changed', ({ version }) => seen.push(version));
    expect(seen).toEqual([]);
  });
});
