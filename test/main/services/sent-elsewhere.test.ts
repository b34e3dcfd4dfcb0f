/** What another file, window or terminal of this computer sends while a file is open becomes the state of the file's orders. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { startServices, type Services } from '../../support/services.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

interface Line {
  readonly id?: number;
  readonly name: string;
  readonly quantity?: number;
}

function write(file: string, lines: readonly Line[]): string {
  const numbered = lines.some(({ id }) => id !== undefined);
  const headings = ['Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi', 'Yetkazish sanasi'];
  const rows = lines.map(({ id, name, quantity = 1 }) => [
    ...(numbered ? [id ?? ''] : []),
    name,
    `90123${1000 + (name.codePointAt(0) ?? 0)}`,
    `Navoiy ${name}`,
    'Buxoro viloyati',
    17,
    quantity,
    50_000,
    '14.06.2027 10:00',
  ]);
  const all = [[...(numbered ? ['Buyurtma raqami'] : []), ...headings], ...rows];
  writeFileSync(file, all.map((cells) => cells.join(';')).join('\n'));
  return file;
}

async function office() {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const [home, folder] = [temporaryFolder(), temporaryFolder()];
  const services = startServices(home);
  const open = async (name: string, lines: readonly Line[]): Promise<string> => {
    const [id = ''] = await services.files.addFile(write(path.join(folder, name), lines), server.identity);
    await services.batches.open(id, server.identity);
    if (lines.every((line) => line.id === undefined)) {
      const { choices } = await services.batches.summary(id);
      await services.batches.setRules(id, { ...choices.rules, orderNumbers: { kind: 'everyRow', start: 5000 } });
    }
    return id;
  };
  const target = {
    server: { url: server.url, identity: server.identity, practice: true },
    accessKey: 'practice-x',
    rules: { ...defaultSendingRules, quietTime: 0 },
  };
  const send = async (of: Services, batchId: string): Promise<void> => {
    await of.sending.start(batchId, target, false);
    await expect
      .poll(async () => (await of.sending.state(batchId)).status, { timeout: patience(15_000) })
      .toBe('finished');
  };
  const countsOf = async (batchId: string) => (await services.batches.summary(batchId)).counts;
  const told = (): unknown[] =>
    services.emittedEvents.flatMap(({ name, data }) => (name === 'batch.sentElsewhere' ? [data] : []));
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' }, home);
  return { server, home, folder, services, open, send, countsOf, told, target, terminal };
}

const three: readonly Line[] = [{ name: 'Anora' }, { name: 'Botir' }, { name: 'Vali' }];
const numbered = three.map((line, at) => ({ ...line, id: 700 + at }));

describe('a file that is open learns what is sent meanwhile', () => {
  it.each([
    ['with numbers', numbered],
    ['without numbers', three],
  ])('from another file of the window, %s', async (_, lines) => {
    const { services, open, send, countsOf, told, server } = await office();
    const looked = await open('kun-1.csv', lines);
    expect(await countsOf(looked)).toMatchObject({ ready: 3 });
    await send(services, await open('kun-2.csv', lines.slice(0, 2)));
    await services.batches.learnFromOthers(looked, true);
    expect(await countsOf(looked)).toMatchObject({ ready: 1, alreadySent: 2 });
    expect(told()).toEqual([{ batchId: looked, count: 2 }]);
    // Nothing changed since: nothing is read again.
    const { version } = await services.batches.summary(looked);
    await services.batches.learnFromOthers(looked, false);
    expect((await services.batches.summary(looked)).version).toBe(version);
    await send(services, looked);
    expect(server.ledger()).toHaveLength(3);
  });

  it('from a terminal, when the plan is made; an order that only resembles one sent is held', async () => {
    const { services, open, send, countsOf, told, terminal, folder, server, target } = await office();
    const looked = await open('kun-1.csv', three);
    const other = write(path.join(folder, 'kun-2.csv'), [{ name: 'Anora' }, { name: 'Botir', quantity: 4 }]);
    const { output } = await terminal.run('send', other, '--url', server.url, '--every-row', '5000', '--json');
    expect(JSON.parse(output)).toMatchObject({ orders: { accepted: 2 } });
    const plan = await services.sending.plan(looked, target.server, true, target.rules);
    expect(plan).toMatchObject({ ready: 1, alreadySent: 1 });
    expect(await countsOf(looked)).toMatchObject({ ready: 1, alreadySent: 1, duplicate: 1 });
    expect(told()).toEqual([{ batchId: looked, count: 2 }]);
    await send(services, looked);
    expect(server.ledger()).toHaveLength(3);
  });

  it('from another process, when sending begins; what a person corrected here stays', async () => {
    const { services, open, send, countsOf, home, server } = await office();
    const looked = await open('kun-1.csv', numbered);
    await services.batches.edit(looked, [{ row: 4, column: 6, text: '9' }]);
    const second = startServices(home);
    const folder = temporaryFolder();
    const [id = ''] = await second.files.addFile(write(path.join(folder, 'kun-2.csv'), numbered), server.identity);
    await second.batches.open(id, server.identity);
    await send(second, id);
    await services.batches.learnFromOthers(looked, false);
    expect(await countsOf(looked)).toMatchObject({ alreadySent: 2, duplicate: 1, ready: 0 });
    expect(server.ledger()).toHaveLength(3);
  });
});
