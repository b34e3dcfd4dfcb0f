/** A process that merges a ledger's file and kills itself on the way. Arguments, as JSON: home, file, point. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import { homeWitness } from '../../../main/sending/witness.ts';
import { mergeLedgerFile } from '../../../main/services/ledger-files.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';

/**
 * `gathered`: all lines were; `takenIn`: the database has them, uncommitted; `half`: the witness has half of them; `witnessed`:
 * all; `committed`: and the database, too.
 */
export const mergePoints = ['gathered', 'takenIn', 'half', 'witnessed', 'committed'] as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { home, file, point } = z
    .object({ home: z.string(), file: z.string(), point: z.enum(mergePoints) })
    .parse(JSON.parse(process.argv[2] ?? '{}'));
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  const opened = openStore(home, systemClock, {
    ...homeWitness,
    recordMerged(...given) {
      if (point === 'takenIn') die();
      const write = fs.writeSync;
      if (point === 'half')
        fs.writeSync = ((descriptor: number, bytes: Buffer) => {
          write(descriptor, bytes.subarray(0, bytes.length / 2));
          die();
          return 0;
        }) as typeof fs.writeSync;
      const end = homeWitness.recordMerged(...given);
      if (point === 'witnessed') die();
      return end;
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  createSender({ store: opened.value, clock: systemClock });
  const begin = Reflect.get(Database.prototype, 'transaction') as Database['transaction'];
  const { ledger } = opened.value;
  Database.prototype.transaction = function transactionUntil(act) {
    if (point === 'gathered') die();
    return begin.call(this, act) as ReturnType<typeof act>;
  };
  await mergeLedgerFile(ledger, file);
  if (point === 'committed') die();
}
