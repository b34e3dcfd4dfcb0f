/** Subjects: a file opened against what a team, or this computer alone, has sent; a computer that claims orders. */
import fs from 'node:fs';
import path from 'node:path';
import type { TeamClaim } from '../../main/platform/team-ports.ts';
import { systemClock } from '../../main/ports.ts';
import { openBatch } from '../../main/services/open-batch.ts';
import { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { numberArgument, textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';
import { teamSession } from '../team-session.ts';

const server = 'http://wms.example';

/** A home that knows so many orders: of its team, or merged from elsewhere as a computer without a team has them. */
async function fill(args: Arguments): Promise<Numbers> {
  const home = textArgument(args, 'home');
  valueOrThrow(openStore(home, systemClock)).close();
  const database = new Database(path.join(home, 'order-importer.db'));
  const isTeam = textArgument(args, 'kind') === 'team';
  const sql = isTeam
    ? `INSERT INTO team_orders (server, order_id, state, body_hash, file_name, wms_id, at, by)
       VALUES (?, ?, 'accepted', 'x', 'kun.xlsx', ?, 1, 'Aziza')`
    : `INSERT INTO ledger_imports (server, order_id, state, body_hash, file_name, wms_id, at)
       VALUES (?, ?, 'accepted', 'x', 'kun.xlsx', ?, 1)`;
  const { ms } = await timed(() =>
    database.transaction(() => {
      for (let order = 1; order <= numberArgument(args, 'entries'); order++) database.run(sql, server, order, order);
    }),
  );
  database.close();
  return { ms };
}

async function open(args: Arguments): Promise<Numbers> {
  const store = valueOrThrow(openStore(textArgument(args, 'home'), systemClock));
  const { ms, value } = await timed(() =>
    openBatch(
      {
        batchId: 'bench',
        fileName: 'orders.xlsx',
        file: { path: textArgument(args, 'file') },
        choices: noChoices,
        isNew: true,
        server,
        shop: '',
      },
      store,
      Date.UTC(2026, 10, 24),
    ),
  );
  store.close();
  return { ms, orders: value.summary().counts.total };
}

const claimedAtOnce = 1_000;

/** Claims orders in statements of a thousand, from the moment `startAt` on (ms since 1970). */
async function claim(args: Arguments): Promise<Numbers> {
  const home = fs.mkdtempSync(path.join(textArgument(args, 'folder'), 'home-'));
  const store = valueOrThrow(openStore(home, systemClock));
  const team = await teamSession(textArgument(args, 'team'), store);
  const run = team.openRun(server, 90, null);
  const [first, count] = [numberArgument(args, 'first'), numberArgument(args, 'orders')];
  const claimOf = (orderId: number): TeamClaim => ({
    orderId,
    bodyHash: `hash ${orderId}`,
    fileName: 'kun.xlsx',
    shop: null,
    contents: [],
    againSince: null,
  });
  await systemClock.sleep(Math.max(0, numberArgument(args, 'startAt') - Date.now()));
  const beganAt = Date.now();
  let claimed = 0;
  for (let from = first; from < first + count; from += claimedAtOnce) {
    const length = Math.min(claimedAtOnce, first + count - from);
    const orders = Array.from({ length }, (_, at) => claimOf(from + at));
    let answers = await run.claim(orders);
    while (answers === null) answers = await run.claim(orders);
    claimed += [...answers.values()].filter(({ kind }) => kind === 'claimed').length;
  }
  const endedAt = Date.now();
  // Nothing is given back: another one would claim it again.
  fs.rmSync(home, { recursive: true });
  return { ms: endedAt - beganAt, beganAt, endedAt, claimed };
}

export const subjects: Subjects = { fill, open, claim };
