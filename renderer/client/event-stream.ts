/** Passes on events from main to listeners, and reports gaps in their sequence numbers. */
import type { Bridge } from '../../shared/contract/channels.ts';
import type { EventData, EventName } from '../../shared/contract/events.ts';

export interface EventStream {
  /** Calls `listener` for every event of this name; returns the function that unsubscribes. */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  /** Calls `listener` when sequence numbers are missing: what is shown may be outdated and must be requested again. */
  onGap(listener: () => void): () => void;
}

type Listener = (data: unknown) => void;

/** Emitted once, perhaps before the screen that shows them is mounted: they are buffered for their first listener. */
const bufferedEventNames: ReadonlySet<string> = new Set<EventName>(['app.startupNotice', 'app.failed', 'batch.opened']);

function addListener<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}

/** Listens to the bridge from now on. The first event may have any number, as a window may open in mid-stream. */
export function eventStream(source: Pick<Bridge, 'onEvent'>): EventStream {
  const byName = new Map<string, Set<Listener>>();
  const gapListeners = new Set<() => void>();
  const waiting = new Map<string, unknown[]>();
  let last: number | null = null;
  const hand = (name: string, data: unknown): void => {
    const listeners = [...(byName.get(name) ?? [])];
    for (const listener of listeners) listener(data);
    if (listeners.length === 0 && bufferedEventNames.has(name)) waiting.set(name, [...(waiting.get(name) ?? []), data]);
  };
  source.onEvent(({ sequence, name, data }) => {
    const missed = last !== null && sequence !== last + 1;
    last = sequence;
    hand(name, data);
    if (missed) for (const listener of [...gapListeners]) listener();
  });
  return {
    on(name, listener) {
      let listeners = byName.get(name);
      if (!listeners) byName.set(name, (listeners = new Set()));
      const end = addListener(listeners, listener as Listener);
      const early = waiting.get(name) ?? [];
      waiting.delete(name);
      for (const data of early) (listener as Listener)(data);
      return end;
    },
    onGap: (listener) => addListener(gapListeners, listener),
  };
}
