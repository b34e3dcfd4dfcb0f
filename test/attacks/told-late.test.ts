/**
 * What another computer tells: it is known again where the database is lost or comes back older. Orders that have numbers of ours already, and have not gone out, when another computer tells that they went out under
 * others: whatever is done with them then, none goes out a second time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWms } from '../support/wms.ts';
import { Office, orderList, unnumberedList } from './office.ts';

const outsideIds = (from: number, to: number): string => orderList(from, to).replaceAll(/^(\d+);/gmu, 'INSTA-$1;');

describe.each([
  ['rows without numbers', unnumberedList, '--every-row'],
  ['ids of the shop', outsideIds, '--own-numbers'],
] as const)('%s', (_what, list, option) => {
  /** Two orders with numbers of ours that were not let in here, and that the other computer sent and told of. */
  async function toldLate({ isTold = true } = {}) {
    const server = await startWms({ uniqueIds: false, lookup: 'missing' });
    onTestFinished(() => server.stop());
    const [first, second] = [new Office(), new Office()];
    await first.withKey('expired').send(server.url, 'kun.csv', list(1, 3), option, '5000');
    await second.send(server.url, 'kun.csv', list(1, 3), option, '7000');
    const tell = async (): Promise<void> => {
      const file = second.file('ledger.jsonl', '');
      await second.terminal.run('ledger', 'export', file);
      await first.terminal.run('ledger', 'merge', file);
    };
    if (isTold) await tell();
    const customers = (): string[] => server.ledger().map(({ request }) => request.full_name);
    return { url: server.url, first, tell, customers };
  }

  it('go out no second time by the run that goes on', async () => {
    const { first, customers } = await toldLate();
    expect((await first.resume()).orders).toMatchObject({ alreadySent: 2, ready: 0, waiting: 0 });
    expect(customers()).toHaveLength(2);
  });

  it.each([
    ['of the same file', 'kun.csv', 3],
    ['of another file', 'yana.csv', 3],
    ['of a longer list', 'ertaga.csv', 5],
  ])('nor %s', async (_where, name, to) => {
    const { url, first, customers } = await toldLate();
    const sent = await first.send(url, name, list(1, to), option, '6000');
    expect(sent.orders).toMatchObject({ alreadySent: 2, accepted: to - 3 });
    expect(customers()).toHaveLength(to - 1);
  });

  it.each(['is lost', 'comes back older'])(
    'nor where the database %s after that: nothing has to be merged again',
    async (fate) => {
      const { url, first, tell, customers } = await toldLate({ isTold: false });
      const older = first.copyDatabase();
      await tell();
      if (fate === 'is lost') first.loseDatabase();
      else first.restoreDatabase(older);
      await first.send(url, 'yana.csv', list(1, 4), option, '6000');
      expect(customers()).toHaveLength(3);
    },
  );

  it('nor where the witness’s line of it was changed: that is said, and the order is unknown', async () => {
    const { url, first, customers } = await toldLate();
    const witness = path.join(first.home, 'witness.log');
    writeFileSync(witness, readFileSync(witness, 'utf8').replace('"wms":1,', '"wms":9,'));
    first.loseDatabase();
    const held = await first.send(url, 'yana.csv', list(1, 3), option, '6000');
    expect([held.status, held.output]).toEqual([1, expect.stringContaining('witness --seen')]);
    await first.terminal.run('witness', '--seen');
    await first.send(url, 'yana.csv', list(1, 3), option, '6000');
    expect(customers()).toHaveLength(2);
  });

  it('nor is anything left that waits', async () => {
    const { first } = await toldLate();
    await first.resume();
    const listed = await first.terminal.run('batches', '--json');
    expect(listed.output).not.toMatch(/"(?:ready|waiting)":\s*[1-9]/u);
    expect((await first.terminal.run('resume')).status).toBe(0);
  });
});
