/** What may be no order, through the terminal: cancelled ones are held until answered, notes are only pointed out. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { TestTerminal } from '../../support/terminal.ts';

/** Orders 801, 802 …, each with a status and a note. */
function written(terminal: TestTerminal, rows: readonly (readonly [status: string, note: string])[]): string {
  const file = path.join(terminal.home, 'shop.csv');
  writeFileSync(
    file,
    [
      'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx;Holati;Izoh',
      ...rows.map(
        ([status, note], at) =>
          `${801 + at};14.06.2027 10:00;Karimova Anora;99890123456${at};Navoiy 1;Buxoro viloyati;7;1;5000;${status};${note}`,
      ),
    ].join('\n'),
  );
  return file;
}

async function practice() {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  return { server, sent: () => server.ledger().map(({ orderId }) => orderId) };
}

describe('what may be no order', () => {
  it('a cancelled order is not sent, is asked about, and sent once the rule says so', async () => {
    const terminal = new TestTerminal({ WMS_TOKEN: 'practice-test' });
    const { server, sent } = await practice();
    const file = written(terminal, [
      ['kuryerda', ''],
      ['Qaytdi', ''],
      ['navbatda', ''],
    ]);
    const checked = await terminal.run('check', file, '--lang', 'en');
    expect(checked.status).toBe(2);
    expect(checked.output).toMatch(/Error · 1 order is marked as cancelled or returned .*--rule cancelledOrders=send/u);
    await terminal.run('send', file, '--url', server.url);
    expect(sent()).toEqual([801, 803]);
    await terminal.run('send', file, '--url', server.url, '--rule', 'cancelledOrders=send');
    expect(sent()).toEqual([801, 803, 802]);
  });

  it('an order whose note speaks of it is sent, and named before', async () => {
    const terminal = new TestTerminal({ WMS_TOKEN: 'practice-test' });
    const { server, sent } = await practice();
    const file = written(terminal, [
      ['Yangi', 'возврат старого'],
      ['Yangi', ''],
      ['Yangi', 'agar yoqmasa qaytaradi'],
    ]);
    const { status, remarks } = await terminal.run('send', file, '--url', server.url, '--lang', 'en');
    expect(remarks).toContain('2 orders have a note about cancelling or returning');
    expect(remarks).toContain('rows 2, 4.');
    expect([status, sent()]).toEqual([0, [801, 802, 803]]);
  });
});
