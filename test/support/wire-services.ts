/** Wires the workers' services over a real store, with real message ports, in one process. Whoever starts them stops them. */
import { MessageChannel } from 'node:worker_threads';
import { createProxy, type Remote } from '../../main/platform/remote.ts';
import { systemClock, type Clock } from '../../main/ports.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { Store } from '../../main/store/store.ts';
import type { TeamSession } from '../../main/team/session.ts';
import { forkForeignReader } from '../../main/workers/foreign-reader.ts';
import { startEngine, type Engine } from '../../main/workers/start-engine.ts';
import { startSending, type SendingTeam } from '../../main/workers/start-sending.ts';

export interface Services extends Engine {
  readonly store: Remote<Store>;
  /** The events that the window would get, in order. */
  readonly emittedEvents: { readonly name: string; readonly data: unknown }[];
  /** Closes the store. @throws the first error that a worker would have logged */
  stop(): Promise<void>;
}

export interface WiringOptions {
  /** Wraps the store that the services get, for instance to make it fail. */
  readonly between?: (store: Remote<Store>) => Remote<Store>;
  readonly clock?: Clock;
  /** Opens the team's ledger over the store. */
  readonly openTeam?: (store: Store) => TeamSession;
}

function teamOf(team: TeamSession | null): SendingTeam {
  return {
    ledger: () => team,
    onLearned: (listener) => team?.onLearned(listener),
    onShared: (listener) => team?.sharing.onShared(listener),
    attach: () => undefined,
  };
}

/** Starts the services over `home`, as the app's workers do. */
export function wireServices(
  home: string,
  { between = (store) => store, clock = systemClock, openTeam }: WiringOptions = {},
): Services {
  const opened = openStore(home, clock);
  if (!opened.ok) throw new Error(opened.error.code);
  const errors: unknown[] = [];
  let ended = false;
  const log = (_reference: string, error: unknown): void => void (ended || errors.push(error));
  const { port1, port2 } = new MessageChannel();
  const team = openTeam?.(opened.value) ?? null;
  const sender = startSending({ store: opened.value, clock, engine: port1, team: teamOf(team), log });
  const emittedEvents: { name: string; data: unknown }[] = [];
  const store = createProxy<Store>(port2, 'store');
  const engine = startEngine({
    store: between(store),
    sending: port2,
    clock,
    emit: (name, data) => void emittedEvents.push({ name, data }),
    startForeignReader: forkForeignReader,
    log,
  });
  const stop = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    await sender.close();
    await team?.close();
    port1.close();
    port2.close();
    opened.value.close();
    if (errors.length > 0) throw errors[0];
  };
  return { ...engine, store, emittedEvents, stop };
}
