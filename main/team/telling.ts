/** Tells the ledger what became of this home's orders: its log of outcomes, in order, in batches, until all is there. */
import type { Client } from 'pg';
import type { TeamHome } from '../platform/team-ports.ts';
import { NotConfirmedError, type TeamDatabase } from './database.ts';
import { noteRetold } from './membership.ts';
import { tellOutcomes, type Told } from './team-rows.ts';
import type { TeamSecret } from './team-secret.ts';

/** Entries of the log told in one statement: an order that is sent has three. */
const toldAtOnce = 1_500;

/** How far a computer's log is told, as the ledger said it last. */
interface Standing {
  readonly computer: string;
  readonly told: number;
  readonly epoch: number;
  /** Whether the ledger was set back, and waits for logs to be told again. */
  readonly isHeld: boolean;
}

export interface LogTellerOptions {
  readonly database: TeamDatabase;
  readonly home: TeamHome;
  readonly secret: TeamSecret;
  /** Id of this home's computer; known only once the connection stands. */
  computer(): string;
  /** Whether the database holds what people decide about orders left behind. */
  hasDecisions(): boolean;
  /** The ledger has these orders of the home now. */
  onTold?(told: Told, orders: readonly { readonly server: string; readonly orderId: number }[]): void;
}

export class LogTeller {
  readonly #options: LogTellerOptions;
  #standing: Standing | null = null;

  constructor(options: LogTellerOptions) {
    this.#options = options;
  }

  /** The ledger may be another one, or was set back: it is asked how far the log is told. */
  forget(): void {
    this.#standing = null;
  }

  /** Tells the log up to its end. @throws TeamAwayError, FailureError, NotConfirmedError where the ledger has no such computer */
  async tell(): Promise<void> {
    for (let isMore = true; isMore;)
      isMore = await this.#options.database.statement((client) => this.#tellSome(client));
  }

  /**
   * Tells what follows; whether there may be more. Another process of this home may tell at the same time, and a person may
   * decide about an order whose computer is silent, which raises the epoch: then what was read is read anew.
   */
  async #tellSome(client: Client): Promise<boolean> {
    const { home, secret, hasDecisions, onTold } = this.#options;
    const computer = this.#options.computer();
    const known = this.#standing?.computer === computer ? this.#standing : null;
    const standing = known ?? (await standingOf(client, computer));
    // Whatever fails from here on is asked for anew.
    this.#standing = null;
    const { told: after, epoch } = standing;
    const { last: upTo, outcomes } = home.outcomesAfter(after, toldAtOnce);
    if (upTo > after) {
      const log = { after, upTo, epoch, hasDecisions: hasDecisions() };
      const told = await tellOutcomes(client, computer, outcomes, secret, log);
      if (told === null) return true;
      home.noteSeen({ told: upTo, change: told.change });
      onTold?.(told, outcomes);
    } else if (known === null) home.noteSeen({ told: after });
    // So many numbers may be so many entries: then there may be more.
    const isMore = upTo - after >= toldAtOnce;
    if (!isMore && standing.isHeld) await noteRetold(client, computer);
    else this.#standing = { ...standing, told: upTo };
    return isMore;
  }
}

async function standingOf(client: Client, computer: string): Promise<Standing> {
  const { rows } = await client.query<{ told: string; epoch: string; is_held: boolean }>(
    `SELECT c.told, c.epoch, t.held OR c.retold < t.set_back AS is_held
     FROM order_importer.computers c CROSS JOIN order_importer.team t WHERE c.id = $1`,
    [computer],
  );
  const [row] = rows;
  if (!row) throw new NotConfirmedError();
  return { computer, told: Number(row.told), epoch: Number(row.epoch), isHeld: row.is_held };
}
