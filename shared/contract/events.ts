/** Declares every event that main tells the window, each once, as zod schemas. */
import { z } from 'zod';
import { paramsSchema } from '../domain/model/issues.ts';
import { batchId } from './channel.ts';
import { queueStateSchema } from './queue.ts';
import { teamOfferSchema, teamStateSchema } from './team.ts';
import { updateStateSchema } from './updates.ts';
import { arrivedFilesSchema, watchStateSchema } from './watch.ts';
import { runViewSchema } from './views.ts';

/** Events from main to the window. Each carries a sequence number; after a gap the window asks for snapshots. */
export const events = {
  'batch.changed': z.object({ batchId, version: z.int() }),
  /** So many orders of an open batch were sent meanwhile from another file, window or terminal. */
  'batch.sentElsewhere': z.object({ batchId, count: z.int() }),
  'run.changed': runViewSchema,
  'queue.changed': queueStateSchema,
  'watch.changed': watchStateSchema,
  /** Files came by the watched folder, and wait in the list. */
  'watch.arrived': z.object({ files: arrivedFilesSchema }),
  /** Orders whose state changed during a run; the window refreshes the rows that it shows. */
  'order.changed': z.object({ batchId, orderKeys: z.array(z.string()) }),
  'reading.progress': z.object({
    batchId: z.string(),
    fileName: z.string(),
    stage: z.enum(['reading', 'checking', 'comparing']),
    done: z.number(),
    total: z.number(),
  }),
  /** The reading that `reading.progress` reported has ended, successfully or not. */
  'reading.ended': z.object({ batchId }),
  'report.progress': z.object({ batchId, done: z.number(), total: z.number() }),
  /** A failure that no call answers, such as a file that could not be opened: `error.<code>`. */
  'app.failed': z.object({
    code: z.string(),
    params: paramsSchema,
    fileName: z.string().nullable(),
  }),
  /** Found at startup, for the operator: orders whose answer was lost, a journal that lost attempts. */
  'app.startupNotice': z.object({ code: z.string(), params: paramsSchema }),
  /** The team's ledger began, or ceased, to let this computer send; or this computer joined or left. */
  'team.changed': teamStateSchema,
  /** The team's other computers changed shops, products, profiles or what was settled: what is shown of them is old. */
  'team.shared': z.object({}),
  /** A team file was chosen, or dropped on the window: it asks whether to join. */
  'team.offered': teamOfferSchema,
  /** A newer version was found, fetched, or could not be looked for. */
  'updates.changed': updateStateSchema,
  /** A file that was opened here is open in Excel, too: what was saved last counts. */
  'file.openElsewhere': z.object({ fileName: z.string() }),
  /** A file was opened from outside (dropped, double-clicked): show its batch. */
  'batch.opened': z.object({ batchId }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = z.output<Events[N]>;

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

/** The schema of an event, typed as one that gives the event's data. */
export function eventSchemaOf<N extends EventName>(name: N): z.ZodType<EventData<N>> {
  // TypeScript cannot follow that the table's entry for N gives EventData<N>.
  return events[name] as unknown as z.ZodType<EventData<N>>;
}
