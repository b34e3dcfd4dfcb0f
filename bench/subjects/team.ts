/** Subjects: a file opened against what a team, or this computer alone, has sent. */
import path from 'node:path';
import { systemClock } from '../../main/ports.ts';
import { openBatch } from '../../main/services/open-batch.ts';
import { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { numberArgument, textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';

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

export const subjects: Subjects = { fill, open };
