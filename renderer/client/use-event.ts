/** Hooks for events from main. */
import { useEffect, useEffectEvent } from 'react';
import type { EventData, EventName } from '../../shared/contract/events.ts';
import { bridge } from './bridge.ts';
import { eventStream, type EventStream } from './event-stream.ts';

let stream: EventStream | null = null;

/** The window's one stream of events; listening starts with the first use. */
export function windowEvents(): EventStream {
  stream ??= eventStream(bridge());
  return stream;
}

/** Calls `handler` for every event of this name while the component is mounted. */
export function useEvent<N extends EventName>(name: N, handler: (data: EventData<N>) => void): void {
  const latest = useEffectEvent(handler);
  useEffect(() => windowEvents().on(name, (data) => latest(data)), [name]);
}

/** Calls `handler` when events were missed, so that it can request snapshots again. */
export function useEventGap(handler: () => void): void {
  const latest = useEffectEvent(handler);
  useEffect(() => windowEvents().onGap(() => latest()), []);
}
