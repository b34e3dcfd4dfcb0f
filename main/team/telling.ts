/** Tells the ledger what became of this home's orders: its log of outcomes, in order, in batches, until all is there. */
import type { TeamHome } from '../platform/team-ports.ts';
import type { TeamDatabase } from './database.ts';
import { withoutDecided } from './decisions.ts';
import { noteRetold } from './membership.ts';
import { tellOutcomes } from './team-rows.ts';
import type { TeamSecret } from './team-secret.ts';

/** Outcomes told in one statement. */
const toldAtOnce = 500;

/** Tells the log up to its end. @throws TeamAwayError, FailureError */
export async function tellLog(
  database: TeamDatabase,
  computerOf: () => string,
  home: TeamHome,
  secret: TeamSecret,
  hasDecisions: () => boolean,
): Promise<void> {
  for (let isMore = true; isMore;) {
    const { told, last } = await database.transaction(async (client) => {
      // Known only once the connection stands.
      const computer = computerOf();
      const { rows } = await client.query<{ told: string }>(
        'SELECT told FROM order_importer.computers WHERE id = $1 FOR UPDATE',
        [computer],
      );
      const before = Number(rows[0]?.told ?? 0);
      // Read under the lock of the row: another process of this home tells either before or after.
      const log = home.outcomesAfter(before, toldAtOnce);
      const counting = hasDecisions() ? await withoutDecided(client, computer, log.outcomes) : log.outcomes;
      await tellOutcomes(client, computer, counting, secret);
      if (log.last > before)
        await client.query('UPDATE order_importer.computers SET told = $2 WHERE id = $1', [computer, log.last]);
      else await noteRetold(client, computer);
      return { told: before, last: log.last };
    });
    home.noteSeen({ told: last });
    isMore = last > told;
  }
}
