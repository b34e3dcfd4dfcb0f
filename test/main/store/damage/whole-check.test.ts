/** A database that was found with a log: checked whole, while the witness is read beside it. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../../main/ports.ts';
import { createSender } from '../../../../main/sending/create-sender.ts';
import { homeWitness } from '../../../../main/sending/witness.ts';
import { createWholeCheck } from '../../../../main/store/damage/whole-check.ts';
import { openStore } from '../../../../main/store/open-store.ts';
import { startDatabaseCheck } from '../../../../main/workers/start-database-check.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import { openedStore, temporaryHome } from '../home.ts';
import { Database } from '../../../../main/store/database.ts';

const content = { attempts: [], merged: [], hasMerged: false, offset: 7, hash: 'h', breaks: [] };

/** An open database of a new home. */
function openDatabase(): Database {
  const home = temporaryHome();
  openedStore(home);
  const database = new Database(path.join(home, 'order-importer.db'));
  onTestFinished(() => database.close());
  return database;
}

describe('the witness is read while SQLite checks the file', () => {
  test('before the answer is waited for, and it is given out once', () => {
    const order: string[] = [];
    const check = createWholeCheck(
      () => (order.push('read'), content),
      () => () => (order.push('waited'), true),
    );
    expect(check.passes(openDatabase())).toBe(true);
    expect(order).toEqual(['read', 'waited']);
    expect(check.takeWitnessReadAhead()).toEqual(content);
    expect(check.takeWitnessReadAhead()).toBeNull();
  });

  test('a file that is not sound gives nothing of it', () => {
    const check = createWholeCheck(
      () => content,
      () => () => false,
    );
    expect(check.passes(openDatabase())).toBe(false);
    expect(check.takeWitnessReadAhead()).toBeNull();
  });

  test('where the thread cannot tell, SQLite is asked here', () => {
    const check = createWholeCheck(
      () => content,
      () => () => null,
    );
    expect(check.passes(openDatabase())).toBe(true);
  });

  test('a database that disagrees with itself is told by the thread, and in this one', () => {
    const database = openDatabase();
    database.exec("UPDATE row_counts SET rows = rows + 1 WHERE name = 'attempts'");
    for (const startCheck of [startDatabaseCheck, null])
      expect(createWholeCheck(() => content, startCheck).passes(database)).toBe(false);
  });

  test('a database that proves damaged while the witness is compared is waited for all the same', () => {
    let waited = false;
    const check = createWholeCheck(
      () => {
        throw new Error('database disk image is malformed');
      },
      () => () => (waited = true),
    );
    expect(check.passes(openDatabase())).toBe(false);
    expect(waited).toBe(true);
    expect(check.takeWitnessReadAhead()).toBeNull();
  });

  test('a witness that cannot be read now is said when sending is prepared', () => {
    const home = temporaryHome();
    const first = openedStore(home);
    fs.writeFileSync(path.join(home, 'order-importer.db.log-found'), '');
    fs.mkdirSync(first.witnessPath);
    const store = valueOrThrow(openStore(home, systemClock, homeWitness, { startCheck: startDatabaseCheck }));
    const { notices } = createSender({ store, clock: systemClock });
    expect(notices.map(({ code }) => code)).toEqual(['sending.notRecovered']);
    store.close();
  });
});
