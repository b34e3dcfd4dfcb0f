/** Wires the store and the runs to the engine's port. The worker and the tests start them the same way. */
import type { MessagePort } from 'node:worker_threads';
import type { Network } from '../platform/network.ts';
import { createProxy, emit, expose, type ErrorLog, type PortEnd } from '../platform/remote.ts';
import type { Clock } from '../ports.ts';
import type { ThingPlace } from '../platform/team-things.ts';
import type { TeamLedger } from '../platform/team-ports.ts';
import { createSender } from '../sending/create-sender.ts';
import type { Sender } from '../sending/sender.ts';
import type { ConnectionOptions } from '../sending/wms/connection.ts';
import { RunService, type OrderProvider } from '../services/run-service.ts';
import { teamNumbers } from '../services/team-numbers.ts';
import type { TeamNumbers } from '../services/team-service.ts';
import type { Store } from '../store/store.ts';

/** What sending needs of a team. */
export interface SendingTeam {
  /** The ledger, and who gives its numbers; null: this home is in no team. @throws FailureError where that is just changing */
  ledger(): (TeamLedger & TeamNumbers) | null;
  onLearned: TeamLedger['onLearned'];
  /** Has the listener told where shops, products or what was settled changed by what the team shares. */
  onShared(listener: (places: readonly ThingPlace[]) => void): void;
  /** Gets the runs, under which nothing of the team may change. */
  attach(runs: Pick<RunService, 'activeBatchIds' | 'notices'>): void;
}

export interface SendingPorts {
  readonly store: Store;
  readonly clock: Clock;
  /** Port to the engine, which provides the orders and gets the outcomes. */
  readonly engine: MessagePort;
  /** Who else may call the store and the runs. */
  readonly others?: readonly PortEnd[];
  readonly connectionOptions?: ConnectionOptions;
  readonly renewAccessKey?: Network['renewAccessKey'];
  /** The team's ledger, which this home may join and leave. */
  readonly team?: SendingTeam;
  readonly log: ErrorLog;
}

export function startSending({
  store,
  clock,
  engine,
  others = [],
  connectionOptions,
  renewAccessKey,
  team = { ledger: () => null, onLearned: () => undefined, onShared: () => undefined, attach: () => undefined },
  log,
}: SendingPorts): Sender {
  const sender = createSender({
    store,
    clock,
    team: () => team.ledger(),
    ...(connectionOptions ? { connectionOptions } : {}),
  });
  const runs = new RunService(
    sender,
    createProxy<OrderProvider>(engine, 'orders'),
    {
      onOutcome: (change) => emit(engine, 'outcome', change),
      onBlocked: (batchId, entry) => emit(engine, 'blocked', { batchId, entry }),
      onProgress: (snapshot) => emit(engine, 'progress', snapshot),
    },
    store.shops,
    renewAccessKey,
  );
  team.attach(runs);
  const shown = { ...store, ...teamNumbers(store, () => team.ledger()) };
  team.onLearned((learned) => emit(engine, 'learned', learned));
  team.onShared((places) => emit(engine, 'shared', places));
  for (const end of [engine, ...others]) {
    expose(end, 'store', shown, log);
    expose(end, 'runs', runs, log);
  }
  return sender;
}
